// Sends one action of a traversal, and compares its result with the state table.
import { isAtLeast, type JobState, operations, type ReplicationState } from '@powerstore-api/types';
import type { Exchange } from '../../array/http/exchange.js';
import { attributeNames } from '../../array/rows/query.js';
import { type RowOf, rowOfInstance } from '../../array/rows/rows.js';
import type { Site } from '../../array/target/target.js';
import { knownLiteral } from '../../contract/known-literal.js';
import { transitionItem } from '../../contract/items.js';
import { describeAttempt, describePairState, subjectOf } from '../../replication/describe.js';
import { carryOut, requestOf, readSides, shows, type Sides, readUntil, watch } from '../../replication/driver.js';
import { type Action, mayBeRefused, rowOf, type PairState, type Step } from '../../replication/routes.js';
import { findStray, isUnchanged } from './bystanders.js';
import { LostTrackError, unlessAbsent, waitFor, type Traversal } from './traversal.js';

export type TakenStep = Step & { action: Action };

export const stepKey = ({ on, action, fails }: Step): string => JSON.stringify([on, action, fails]);

/** Carries out an allowed action, and compares with the table where it leads. */
export async function takeStep(traversal: Traversal, step: TakenStep, asJob: boolean): Promise<void> {
  const { context, driver, id, kind } = traversal;
  const { action, on, rule, leadsTo } = step;
  const sent = await unlessAbsent(traversal, action, on, () => carryOut(driver, id, kind, step, asJob));
  if (!sent) return;
  const { exchange, arrived, sides } = sent;
  const before = traversal.sides;
  traversal.sides = sides;
  if (exchange.status >= 300) return judgeRefusal(traversal, step, exchange);
  const { statuses } = operations[action.operationId];
  if (asJob) context.expectStatus(exchange, 202, 'is_async=true');
  else
    context.expectStatus(
      exchange,
      statuses.filter((it) => it < 300 && it !== 202),
    );
  if (!arrived) {
    if (hasPassed(traversal, leadsTo)) return;
    const isIgnored = isUnchanged(before, sides);
    if (isIgnored) await refuseStray(traversal, step, exchange);
    reportWrongEnd(traversal, step, exchange, isIgnored);
    if (!isIgnored) throw new LostTrackError();
    // It is where it was, so the traversal can go on without the step.
    traversal.ignored.add(action.operationId);
    traversal.refused.add(stepKey(step));
    return;
  }
  traversal.current = leadsTo;
  if (rule) context.cover(transitionItem(action.operationId, rowOf(action.operationId, rule)));
  if (exchange.status === 202 && !leadsTo.next) await followJob(traversal, on, exchange, step.fails === true);
}

async function judgeRefusal(traversal: Traversal, step: TakenStep, exchange: Exchange): Promise<void> {
  const { context, kind, driver, current } = traversal;
  const { action, on } = step;
  const attempt = { action, on, pairState: current, kind };
  const subject = subjectOf(attempt);
  if (mayBeRefused(action, current, kind, driver.release)) return context.expectStatus(exchange, [400, 422], subject);
  if (await hasMovedOn(traversal)) return;
  const message = `The array refuses ${describeAttempt(attempt)} with ${exchange.status}.`;
  context.find('action.refused', exchange, message, {
    subject,
    expected: 'a status below 300',
    actual: exchange.status,
    rows: Object.values(traversal.sides),
  });
  traversal.refused.add(stepKey(step));
}

/** Reports another session that the action has changed, and ends the traversal there: the next action could change a third one. */
async function refuseStray(traversal: Traversal, step: TakenStep, exchange: Exchange): Promise<void> {
  const { context, driver, id, kind, current, bystanders, strays } = traversal;
  const stray = await findStray(driver, id, step, bystanders);
  if (!stray) return;
  const { action, on } = step;
  const attempt = { action, on, pairState: current, kind };
  const [addressed, changed] = [strays.reference(id), strays.reference(stray.id)];
  const message = `The array accepts ${describeAttempt(attempt)}, leaves that session (${addressed}) as it is, and carries it out on another one (${changed}), which goes from ${stray.from} to ${stray.to}.`;
  context.find('action.elsewhere', exchange, message, {
    subject: subjectOf(attempt),
    expected: { session: id, ...step.leadsTo },
    actual: { session: stray.id, from: stray.from, to: stray.to },
    rows: Object.values(traversal.sides),
  });
  strays.add(stray.id, `the array carried out ${action.operationId} on it, which was sent to ${addressed}`);
  throw new LostTrackError();
}

/** An accepted action that does not lead where the table says. */
function reportWrongEnd(
  traversal: Traversal,
  { action, on, leadsTo }: TakenStep,
  exchange: Exchange,
  isIgnored: boolean,
): void {
  const { context, kind, current, sides } = traversal;
  const attempt = { action, on, pairState: current, kind };
  const subject = `${subjectOf(attempt)} → ${leadsTo.state}`;
  const described = describeAttempt(attempt);
  const evidence = { expected: leadsTo, actual: sides, rows: Object.values(sides) };
  if (isIgnored)
    return context.find('action.ignored', exchange, `The array accepts ${described}, and nothing changes.`, {
      subject,
      ...evidence,
    });
  const message = `The array leads ${described} to ${statesOf(sides)}, not to ${describePairState(leadsTo)}.`;
  context.find('action.state', exchange, message, { subject, ...evidence });
}

/** A state that passes may be over before it is looked for, and the session in the state before or after it. */
function hasPassed(traversal: Traversal, { next }: PairState): boolean {
  if (!next || !shows(traversal.sides, next, traversal.kind)) return false;
  traversal.current = next;
  return true;
}

/** Whether the session was in another pair state than the traversal assumed, because it began or ended to synchronize. */
async function hasMovedOn(traversal: Traversal): Promise<boolean> {
  const { current, sides } = traversal;
  if (current.next && traversal.driver.control === undefined) {
    await waitFor(traversal, current.next);
    return true;
  }
  const isSynchronizing = Object.values(sides).some(
    ({ state }) => state === ('Synchronizing' satisfies ReplicationState),
  );
  if (current.state !== 'OK' || !isSynchronizing) return false;
  await waitFor(traversal, current);
  return true;
}

/** Sends an action; nothing where the array does not have it. */
const sendTo = (traversal: Traversal, action: Action, on: Site): Promise<Exchange | undefined> =>
  unlessAbsent(traversal, action, on, () =>
    traversal.driver.send(on, action.operationId, requestOf(action, traversal.id, false)),
  );

/** Sends an action that the table forbids: the array must refuse it, and must leave the session as it is. */
export async function tryForbidden(traversal: Traversal, action: Action, on: Site): Promise<void> {
  const { context, driver, id, kind, current } = traversal;
  const attempt = { action, on, pairState: current, kind };
  const about = { subject: subjectOf(attempt) };
  const exchange = await sendTo(traversal, action, on);
  if (!exchange) return;
  if (exchange.status < 300) {
    const { sides: before } = traversal;
    const { seen, arrived: isChanged } = await watch(driver, id, (sides) => !isUnchanged(before, sides));
    traversal.sides = seen;
    // A state that passes ends by itself.
    const { next } = current;
    const isOver = next !== undefined && shows(seen, next, kind);
    if (isOver) traversal.current = next;
    if (!isChanged || isOver) {
      traversal.withoutEffect.push({ exchange, attempt });
      return;
    }
    const message = `The array accepts ${describeAttempt(attempt)} with ${exchange.status}.`;
    context.find('action.accepted', exchange, message, {
      ...about,
      expected: [400, 422],
      actual: exchange.status,
      rows: Object.values(traversal.sides),
    });
    throw new LostTrackError();
  }
  context.expectStatus(exchange, [400, 422], about.subject);
  const before = traversal.sides;
  traversal.sides = { ...before, ...(await readSides({ ...driver, sites: [on] }, id)) };
  if (JSON.stringify(traversal.sides[on]) === JSON.stringify(before[on]) || (await hasMovedOn(traversal))) return;
  const message = `The array refuses ${describeAttempt(attempt)}, and changes the session nevertheless.`;
  context.find('action.changed', exchange, message, {
    ...about,
    expected: before[on],
    actual: traversal.sides[on],
    rows: Object.values(traversal.sides),
  });
  throw new LostTrackError();
}

/** Reports the forbidden actions without effect. Where the array ignores the action altogether, that is all there is to say. */
export function reportWithoutEffect({ context, withoutEffect, ignored, sides }: Traversal): void {
  for (const { exchange, attempt } of withoutEffect) {
    const isIgnored = ignored.has(attempt.action.operationId);
    const message = `The array accepts ${describeAttempt(attempt)}${isIgnored ? '' : ` with ${exchange.status}`}, and nothing changes.`;
    context.find(isIgnored ? 'action.ignored' : 'action.accepted', exchange, message, {
      subject: subjectOf(attempt),
      expected: [400, 422],
      actual: exchange.status,
      rows: Object.values(sides),
    });
  }
}

/** Sends an action that no source speaks of, and notes the answer of a real array. The simulator refuses by choice. */
export async function tryUnsaid(traversal: Traversal, action: Action, on: Site): Promise<void> {
  const { context, driver, kind, current } = traversal;
  const attempt = { action, on, pairState: current, kind };
  const exchange = await sendTo(traversal, action, on);
  if (!exchange) return;
  const isAccepted = exchange.status < 300;
  if (driver.control === undefined) {
    const message = `The array ${isAccepted ? 'accepts' : 'refuses'} ${describeAttempt(attempt)} with ${exchange.status}; no source says whether it should.`;
    context.find('action.unsaid', exchange, message, {
      subject: subjectOf(attempt),
      expected: 'no source says',
      actual: exchange.status,
      rows: Object.values(traversal.sides),
    });
  }
  if (isAccepted) throw new LostTrackError();
}

/** The job of an action must say how the action ended. */
async function followJob(traversal: Traversal, on: Site, exchange: Exchange, fails: boolean): Promise<void> {
  const { context, driver } = traversal;
  const { id } = (exchange.json ?? {}) as { id?: unknown };
  if (typeof id !== 'string') return;
  // Before 1.0.2 a job had its phase in `state`, with other literals.
  const attribute = isAtLeast(driver.release, '1.0.2.0') ? 'phase' : 'state';
  const query = { select: attributeNames<'job'>('id', 'progress_percentage', attribute) };
  const end: Lowercase<JobState> = fails ? 'failed' : 'completed';
  const { seen: job, arrived } = await readUntil(
    driver,
    () => driver.send(on, 'job_instance_query', { id, query }),
    (answer) => {
      const { [attribute]: phase, progress_percentage: progress }: RowOf<'job'> = rowOfInstance(answer) ?? {};
      const ended = String(phase).toLowerCase();
      return fails ? ended.endsWith(end) : ended === end && progress === 100;
    },
  );
  if (arrived) return;
  const message = `The job of ${exchange.operationId} does not end as ${end}${fails ? '' : ' at 100 percent'}.`;
  context.find('action.job', job, message, {
    subject: `${exchange.operationId} ${end}`,
    expected: fails ? { [attribute]: end } : { [attribute]: end, progress_percentage: 100 },
    actual: rowOfInstance(job) ?? job.status,
    rows: [job.json],
  });
}

const unknown = 'something unknown';

/** The states and roles of the sides, in literals of the contract. */
const statesOf = (sides: Sides): string =>
  [
    ...new Set(
      Object.values(sides).map(
        ({ state, role }) =>
          `${knownLiteral('ReplicationState', state) ?? unknown} as ${knownLiteral('ReplicationRole', role) ?? unknown}`,
      ),
    ),
  ].join(' and ');
