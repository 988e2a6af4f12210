// The control calls, below /__sim: another process on this machine drives the simulator with them.
import type { IncomingMessage, RequestListener } from 'node:http';
import { isInputError } from '@powerstore-api/types';
import * as v from 'valibot';
import { type Answer, jsonAnswer } from '../../http/answer.js';
import { HttpError } from '../../http/errors.js';
import { parseObject, readBody } from '../../http/read-request.js';
import { writeAnswer } from '../../http/write-answer.js';
import { readFault } from '../faults/fault.js';
import type { FaultPlan } from '../faults/fault-plan.js';
import { setLink } from '../replication/outages.js';
import type { SavedState } from '../start/saved-state.js';
import { checkSender, checkType } from './control-access.js';
import { advanceSchema } from '../world/clock.js';
import { readInput } from '@powerstore-api/input';
import { wireTime } from '../world/time.js';
import type { Engine } from '../start/engine.js';
import type { SimulatedArray } from './simulator.js';
import type { PairSite } from '../world/site.js';

export const controlPath = '/__sim';

/** Enough for a state with some 200,000 sessions. */
const largestStateBytes = 2 ** 30;

export interface Controlled {
  engine: Engine;
  faults: FaultPlan;
  seed: number;
  /** The arrays that have started. */
  arrays: Readonly<Partial<Record<PairSite, SimulatedArray>>>;
  /** The addresses to listen on. */
  hosts: readonly string[];
  reset: () => void;
}

const clockInput = v.strictObject({ advance: advanceSchema });
const linkInput = v.strictObject({ state: v.picklist(['up', 'degraded', 'down']) });
const powerInput = v.strictObject({ array: v.picklist(['a', 'b']), state: v.picklist(['on', 'off']) });

type Handler = (controlled: Controlled, body: unknown, search: URLSearchParams) => unknown;

/** Method and path below /__sim → the call, which returns the body of its answer. */
const handlers: Readonly<Record<string, Handler>> = {
  'GET ': overview,
  'POST /clock'({ engine }, body) {
    engine.catchUp();
    engine.time.skip(readInput(clockInput, body, 'body').advance);
    return { now: wireTime(engine.catchUp().now) };
  },
  'POST /link'({ engine }, body) {
    setLink(engine.catchUp(), readInput(linkInput, body, 'body').state);
    return { link: engine.world.link };
  },
  async 'POST /power'(controlled, body) {
    const { array, state } = readInput(powerInput, body, 'body');
    await controlled.arrays[array]?.power(state);
    return overview(controlled).arrays;
  },
  'GET /faults': ({ faults }) => faults.list(),
  'POST /faults': ({ faults }, body) => faults.add(readFault(body)),
  'DELETE /faults'({ faults }, _body, search) {
    faults.clear(search.get('scope') ?? undefined);
    return faults.list();
  },
  'GET /journal': ({ engine }) => engine.catchUp().journal.entries,
  'GET /state': ({ engine }) => engine.save(),
  'PUT /state'(controlled, body) {
    // `load` checks it.
    controlled.engine.load(body as SavedState);
    return overview(controlled);
  },
  'POST /reset'(controlled) {
    controlled.reset();
    return overview(controlled);
  },
};

function overview({ engine, seed, arrays }: Controlled) {
  const world = engine.catchUp();
  const states: Record<string, number> = {};
  for (const { sides } of world.sessions.values()) {
    for (const { row } of Object.values(sides)) states[row.state] = (states[row.state] ?? 0) + 1;
  }
  return {
    arrays: Object.fromEntries(
      Object.entries(arrays).map(([site, { url, name, release, powered }]) => [site, { url, name, release, powered }]),
    ),
    link: world.link,
    clock: { now: wireTime(world.now), speed: engine.time.speed },
    seed,
    transitions: world.transitionMode,
    sessions: world.sessions.size,
    states,
  };
}

/** Answers the control calls. */
export const createControl =
  (controlled: Controlled): RequestListener =>
  async (incoming, outgoing) => {
    writeAnswer(outgoing, await answer(controlled, incoming).catch(problemOf));
  };

const problem = (status: number, error: string): Answer => jsonAnswer(status, { error });

function problemOf(error: unknown): Answer {
  if (isInputError(error)) return problem(400, error.message);
  if (error instanceof HttpError) return problem(error.answer.status, error.message);
  return problem(500, error instanceof Error ? error.message : String(error));
}

async function answer(controlled: Controlled, incoming: IncomingMessage): Promise<Answer> {
  checkSender(incoming, controlled.hosts);
  const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://sim');
  const handler = handlers[`${incoming.method} ${pathname.slice(controlPath.length).replace(/\/$/, '')}`];
  if (!handler) return problem(404, `There is no ${incoming.method} ${pathname}. Use one of ${listing}.`);
  const text = await readBody(incoming, largestStateBytes);
  checkType(incoming, text);
  return jsonAnswer(200, await handler(controlled, text === '' ? {} : parseObject(text), searchParams));
}

const listing = Object.keys(handlers)
  .map((it) => it.replace(' ', ` ${controlPath}`))
  .join(', ');
