// Sends one action of a traversal, and compares its result with the state table.
import { type JobState, operations, type ReplicationState } from '@powerstore-api/types';
import type { Exchange } from '../../array/http/exchange.js';
import type { Site } from '../../array/target/target.js';
import { knownLiteral } from '../../contract/known-literal.js';
import { transitionItem } from '../../contract/items.js';
import { describeAttempt, describePairState, subjectOf } from '../../replication/describe.js';
import { carryOut, requestOf, type TakenStep } from '../../replication/carry-out.js';
import { readSides, shows, type Sides, readUntil, watch } from '../../replication/driver.js';
import { isCompleted, isFailed, type Job, jobOf, phaseOf, readJob } from '../../replication/job.js';
import { rowOfInstance } from '../../array/rows/rows.js';
import { type Action, mayBeRefused, rowOf, type PairState, type Step } from '../../replication/routes.js';
import { observeJob } from '../assumptions.js';
import { findStray, isUnchanged } from './bystanders.js';
import {
  observeEnd,
  observeForbidden,
  observeRefused,
  observeUnsaid,
  observeWay,
  observeWrongEnd,
} from './observe-action.js';
import { LostTrackError, unlessAbsent, waitFor, type Traversal } from './traversal.js';

export const stepKey = ({ on, action, fails }: Step): string => JSON.stringify([on, action, fails]);

/** Carries out an allowed action, and compares with the table where it leads. */
export async function takeStep(
  traversal: Traversal,
  step: TakenStep,
  asJob: boolean,
  isRepeated = false,
): Promise<void> {
  const { context, driver, id, kind } = traversal;
  const { action, on, rule, leadsTo } = step;
  const attempt = { action, on, pairState: traversal.current, kind };
  const before = traversal.sides;
  const sent = await unlessAbsent(traversal, action, on, () => carryOut(driver, id, kind, step, { before, asJob }));
  if (!sent) return;
  const { exchange, outcome, sides, states } = sent;
  traversal.sides = sides;
  if (outcome === 'refused') {
    if (await isRefusal(traversal, step, exchange, before)) {
      if (maySynchronize(traversal) && !isRepeated) return takeStep(traversal, step, asJob, true);
      reportRefusal(traversal, step, exchange);
    }
    return;
  }
  const { statuses } = operations[action.operationId];
  observeWay(context.observe, exchange, step, attempt, states);
  if (asJob && exchange.status === 202) observeJob(context.observe, exchange);
  if (asJob) context.expectStatus(exchange, 202, 'is_async=true');
  else
    context.expectStatus(
      exchange,
      statuses.filter((it) => it < 300 && it !== 202),
    );
  if (leadsTo.next && outcome === 'passed') {
    traversal.current = leadsTo.next;
    countMiss(traversal, leadsTo);
    return;
  }
  if (outcome === 'elsewhere') {
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
  traversal.missed.delete(leadsTo.state);
  observeEnd(context.observe, exchange, step, attempt);
  if (rule) context.cover(transitionItem(action.operationId, rowOf(action.operationId, rule)));
  const job = jobOf(exchange, on);
  if (job && !leadsTo.next) await followJob(traversal, job, action.operationId, step.fails === true);
}

/** Whether the array refuses an action in a state in which the table allows it. */
async function isRefusal(traversal: Traversal, step: TakenStep, exchange: Exchange, before: Sides): Promise<boolean> {
  const { context, kind, driver, current } = traversal;
  const { action, on } = step;
  if (!mayBeRefused(action, current, kind, driver.release)) return !(await hasMovedOn(traversal, before));
  context.expectStatus(exchange, [400, 422], subjectOf({ action, on, pairState: current, kind }));
  return false;
}

/** Whether a synchronization may have begun and ended since the last look, and the array have refused the action for it. */
const maySynchronize = ({ driver, kind, current }: Traversal): boolean =>
  driver.control === undefined && kind.type === 'Asynchronous' && current.state === 'OK';

function reportRefusal(
  { context, kind, current, sides, refused }: Traversal,
  step: TakenStep,
  exchange: Exchange,
): void {
  const { action, on } = step;
  const attempt = { action, on, pairState: current, kind };
  const message = `The array refuses ${describeAttempt(attempt)} with ${exchange.status}.`;
  if (!observeRefused(context.observe, exchange, step, attempt))
    context.find('action.refused', exchange, message, {
      subject: subjectOf(attempt),
      expected: 'a status below 300',
      actual: exchange.status,
      rows: Object.values(sides),
    });
  refused.add(stepKey(step));
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
function reportWrongEnd(traversal: Traversal, step: TakenStep, exchange: Exchange, isIgnored: boolean): void {
  const { action, on, leadsTo } = step;
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
  if (observeWrongEnd(context.observe, exchange, step, attempt, statesOf(sides))) return;
  const message = `The array leads ${described} to ${statesOf(sides)}, not to ${describePairState(leadsTo)}.`;
  context.find('action.state', exchange, message, { subject, ...evidence });
}

/** Notes that a state that passes was over before it was looked at. */
function countMiss({ missed }: Traversal, { state }: PairState): void {
  missed.set(state, (missed.get(state) ?? 0) + 1);
}

/** Whether the session was in another pair state than the traversal assumed, because it began or ended to synchronize. */
async function hasMovedOn(traversal: Traversal, before: Sides): Promise<boolean> {
  const { current, sides } = traversal;
  if (current.next && traversal.driver.control === undefined) {
    await waitFor(traversal, current.next);
    return true;
  }
  const isSynchronizing = [before, sides].some((seen) =>
    Object.values(seen).some(({ state }) => state === ('Synchronizing' satisfies ReplicationState)),
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
  observeForbidden(context.observe, exchange, attempt);
  const before = traversal.sides;
  traversal.sides = { ...before, ...(await readSides({ ...driver, sites: [on] }, id)) };
  if (JSON.stringify(traversal.sides[on]) === JSON.stringify(before[on]) || (await hasMovedOn(traversal, before)))
    return;
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
  observeUnsaid(context.observe, exchange, attempt);
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
async function followJob({ context, driver }: Traversal, job: Job, operationId: string, fails: boolean): Promise<void> {
  const hasEnded = fails ? isFailed : isCompleted;
  const { seen, arrived } = await readUntil(
    driver,
    () => readJob(driver, job),
    (answer) => hasEnded(answer, driver.release),
  );
  if (arrived) return;
  const end: Lowercase<JobState> = fails ? 'failed' : 'completed';
  const message = `The job of ${operationId} does not end as ${end}${fails ? '' : ' at 100 percent'}.`;
  context.find('action.job', seen, message, {
    subject: `${operationId} ${end}`,
    expected: { [phaseOf(driver.release)]: end, ...(!fails && { progress_percentage: 100 }) },
    actual: rowOfInstance(seen) ?? seen.status,
    rows: [seen.json],
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
