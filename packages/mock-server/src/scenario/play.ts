// Carries out the steps of a scenario.
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { parseDuration } from '@powerstore-api/settings';
import type { FaultEffect } from '../simulator/faults/fault.js';
import type { Simulator } from '../simulator/server/simulator.js';
import { type Calls, problemOf, type Reply } from './calls.js';
import {
  type ActionStep,
  inline,
  type ScenarioFault,
  type ScenarioStep,
  type SessionCondition,
  type WaitStep,
} from './scenario.js';

/** Everything that a step needs. */
export interface Stage {
  sim: Simulator;
  calls: Calls;
  signal: AbortSignal | undefined;
  note: (text: string) => void;
}

/** A step did not have the expected result. */
export class UnmetExpectationError extends Error {
  constructor(expected: string, found: string) {
    super(`expected ${expected}, but ${found}`);
  }
}

export async function playStep(stage: Stage, step: ScenarioStep): Promise<void> {
  const { sim } = stage;
  if ('action' in step) await act(stage, step);
  else if ('note' in step) stage.note(step.note.trim());
  else if ('advance' in step) await pass(stage, parseDuration(step.advance) ?? 0);
  else if ('link' in step) sim.link[step.link]();
  else if ('power' in step) {
    if (step.power.a) await sim.a.power(step.power.a);
    if (step.power.b) await sim.b.power(step.power.b);
  } else if ('fault' in step) {
    const { session, effect, ...fault } = step.fault;
    sim.faults.add({
      ...fault,
      ...(session !== undefined && { session: idOf(sim, session) }),
      effect: effectOf(effect),
    });
  } else if ('wait' in step) await wait(stage, step.wait);
  else {
    const { found, wrong } = await look(stage, step.expect);
    if (wrong) throw new UnmetExpectationError(wrong, found);
  }
}

/** The effect with its delay in milliseconds. */
function effectOf(effect: ScenarioFault['effect']): FaultEffect {
  if (!('transport' in effect)) return effect;
  const { delay, ...rest } = effect;
  const milliseconds = delay === undefined ? undefined : parseDuration(delay);
  return { ...rest, ...(milliseconds !== undefined && { delay: milliseconds }) };
}

async function act(
  { sim, calls }: Stage,
  { action, on, session, body, async: isAsync, expect }: ActionStep,
): Promise<void> {
  const path = `/replication_session/${idOf(sim, session)}`;
  const query = isAsync === true ? '?is_async=true' : '';
  const reply =
    action === 'modify'
      ? await calls.post(sim[on], `${path}${query}`, body, 'PATCH')
      : await calls.post(sim[on], `${path}/${action}${query}`, body);
  const isExpected =
    expect?.error === undefined && expect?.status === undefined
      ? 'status' in reply && reply.status < 300
      : isAnswer(reply, expect);
  if (isExpected) return;
  throw new UnmetExpectationError(describeExpected(expect), `the answer was ${describeReply(reply)}`);
}

function describeExpected({ status, error }: NonNullable<ActionStep['expect']> = {}): string {
  if (error === undefined) return status === undefined ? 'success' : String(status);
  return `${status ?? 'an error'} with "${error}"`;
}

function isAnswer(reply: Reply, { status, error }: NonNullable<ActionStep['expect']>): boolean {
  if (status !== undefined && !('status' in reply && reply.status === status)) return false;
  if (error === undefined) return true;
  // A successful answer has no error.
  return !('status' in reply && reply.status < 400) && describeReply(reply).includes(error);
}

function describeReply(reply: Reply): string {
  if ('noAnswer' in reply) return `no answer: ${reply.noAnswer}`;
  return [reply.status, problemOf(reply.body)].filter((it) => it !== '').join(' ');
}

/** The pause between two looks at a session, in simulated time. */
const lookEveryMs = 1000;

async function wait(stage: Stage, { within = '10m', ...condition }: WaitStep['wait']): Promise<void> {
  const { clock } = stage.sim;
  const deadline = clock.now + (parseDuration(within) ?? 0);
  for (;;) {
    const { found, wrong } = await look(stage, condition);
    if (wrong === undefined) return;
    const rest = deadline - clock.now;
    if (rest <= 0) throw new UnmetExpectationError(`${wrong} within ${within}`, `then ${found}`);
    await pass(stage, Math.min(lookEveryMs, rest));
  }
}

/** Reads a session, and compares it with the wanted attributes. */
async function look(
  { sim, calls }: Stage,
  { session, on, ...wanted }: SessionCondition,
): Promise<{ found: string; wrong?: string }> {
  const names = Object.keys(wanted);
  const reply = await calls.get(sim[on], `/replication_session/${idOf(sim, session)}?select=${names.join(',')}`);
  if (!('status' in reply) || reply.status !== 200) {
    return { found: `the answer was ${describeReply(reply)}`, wrong: inline(wanted) };
  }
  const row = reply.body as Record<string, unknown>;
  const off = Object.entries(wanted).filter(([name, value]) => !isDeepStrictEqual(row[name], value));
  const found = inline(Object.fromEntries(off.map(([name]) => [name, row[name]])));
  return { found: `there was ${found}`, ...(off.length > 0 && { wrong: inline(Object.fromEntries(off)) }) };
}

async function pass({ sim: { clock }, signal }: Stage, milliseconds: number): Promise<void> {
  if (clock.speed === 0) clock.advance(milliseconds);
  else await sleep(milliseconds / clock.speed, undefined, signal && { signal });
}

/** The id of the session between A and B for a resource of this name. The resource may have another one, to a third site. */
function idOf(sim: Simulator, name: string): string {
  const sessions = sim.save().sessions.filter(({ sites }) => !sites.includes('c'));
  const found = sessions.find((it) => it.name === name);
  if (found) return found.id;
  const names = sessions.slice(0, 20).map((it) => it.name);
  const list = `the sessions are those of ${names.join(', ')}${sessions.length > 20 ? ', …' : ''}`;
  throw new UnmetExpectationError(
    `a session of ${name}`,
    names.length === 0 ? 'there is none, or none that the releases of the arrays have' : list,
  );
}
