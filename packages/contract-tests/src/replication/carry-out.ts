// Sends the action of a step, and follows the session until the action has ended.
import type { Exchange } from '../array/http/exchange.js';
import type { RequestOptions } from '../array/http/array-session.js';
import { attributeNames } from '../array/rows/query.js';
import { rowOfInstance } from '../array/rows/rows.js';
import { failNext } from '../array/target/simulator-control.js';
import { type Driver, hasAttributes, pass, readSides, readUntil, shows, type Sides } from './driver.js';
import { isCompleted, jobOf, readJob } from './job.js';
import type { Action, SessionKind, Step } from './routes.js';

/** A step that sends an action. */
export type TakenStep = Step & { action: Action };

export interface Sent {
  exchange: Exchange;
  /**
   * `refused`: the array did not accept the action; `arrived`: the session is where the step leads; `passed`: it was there, and
   * that state was over before anybody looked; `elsewhere`: it did not get there.
   */
  outcome: 'refused' | 'arrived' | 'passed' | 'elsewhere';
  sides: Sides;
  /** The states that the sides showed meanwhile. */
  states: ReadonlySet<string>;
}

/** Sends the action of a step, and watches the session until it is where the step leads. */
export async function carryOut(
  driver: Driver,
  id: string,
  kind: SessionKind,
  step: TakenStep,
  { before, asJob = false }: { before: Sides; asJob?: boolean },
): Promise<Sent> {
  const { on, action, rule, fails, leadsTo } = step;
  if (fails && driver.control)
    await failNext(driver.control, { array: on, operation: action.operationId, session: id });
  // A synchronization may be over before the first look, and the session is `OK` before and after.
  const canEndUnseen = !fails && rule?.via !== undefined && shows(before, leadsTo.next ?? leadsTo, kind);
  const hasCopied = canEndUnseen ? await watchCopies(driver, id, step) : undefined;
  const exchange = await driver.send(on, action.operationId, requestOf(action, id, asJob));
  const states = new Set<string>();
  if (exchange.status >= 300) return { exchange, outcome: 'refused', sides: await readSides(driver, id), states };
  const statesOnTheWay: ReadonlySet<unknown> = new Set(rule?.via);
  const isOnTheWay = (sides: Sides): boolean => Object.values(sides).some(({ state }) => statesOnTheWay.has(state));
  const look = async (): Promise<Sides> => {
    const sides = await readSides(driver, id);
    for (const { state } of Object.values(sides)) if (typeof state === 'string') states.add(state);
    return sides;
  };
  // On a simulator time stands still, so the session is on the way for sure.
  if (driver.control && statesOnTheWay.size > 0 && !leadsTo.next) {
    await look();
    await pass(driver);
  }
  let hasActed = hasCopied === undefined;
  const { seen } = await readUntil(
    driver,
    async () => {
      // Before the sides: a state that passes may end in between.
      hasActed ||= (await hasCopied?.(exchange)) === true;
      const sides = await look();
      hasActed ||= isOnTheWay(sides);
      return { sides, outcome: outcomeOf(sides, step, kind, hasActed) };
    },
    ({ outcome }) => outcome !== 'elsewhere',
    ({ sides }) => isOnTheWay(sides),
  );
  return { exchange, ...seen, states };
}

function outcomeOf(sides: Sides, step: TakenStep, kind: SessionKind, hasActed: boolean): Sent['outcome'] {
  const { leadsTo } = step;
  if (shows(sides, leadsTo, kind) && isSet(step, sides) && (hasActed || leadsTo.next)) return 'arrived';
  return leadsTo.next && hasActed && shows(sides, leadsTo.next, kind) ? 'passed' : 'elsewhere';
}

export const requestOf = ({ body }: Action, id: string, asJob: boolean): RequestOptions => ({
  id,
  ...(body && { body }),
  ...(asJob && { query: { is_async: 'true' } }),
});

/** Whether the side that was asked has the attributes that the row of the table sets. */
const isSet = ({ on, rule, fails }: Step, sides: Sides): boolean =>
  fails === true || hasAttributes(sides[on], rule?.set ?? {});

/**
 * Notes when a session was copied last. The result tells whether the array says that the action has ended since: by its job, or
 * by a later copy. A session that shows no time of its copies (of a NAS server, its file systems have them) is believed.
 */
async function watchCopies(
  driver: Driver,
  id: string,
  { on }: Step,
): Promise<(exchange: Exchange) => Promise<boolean>> {
  const query = { select: attributeNames<'replication_session'>('id', 'last_sync_timestamp') };
  const lastCopy = async (): Promise<unknown> =>
    rowOfInstance(await driver.send(on, 'replication_session_instance_query', { id, query }))?.['last_sync_timestamp'];
  const before = await lastCopy();
  return async (exchange) => {
    const job = jobOf(exchange, on);
    if (job && isCompleted(await readJob(driver, job), driver.release)) return true;
    const after = await lastCopy();
    return after !== before || (!job && typeof after !== 'string');
  };
}
