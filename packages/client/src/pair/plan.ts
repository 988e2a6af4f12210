// The plan of an operation on a pair: the same steps as a run takes, judged one after the other, and none of them sent.
import { type DataConnectionState, operations } from '@powerstore-api/types';
import { type PlannedWrite, refusal } from '../layers/safety.js';
import type { WatchedSession } from '../session/session-change.js';
import type { SessionToJudge } from '../session/situation.js';
import { type ActionStep, fits, judgeStep, operationOf, type Wanted } from './action-step.js';
import { type Course, judgedOn, outOfReach, type Stop } from './course.js';
import type { FailoverOperation, FailoverStep } from './failover-event.js';
import { describeSide, otherSite, type PairSession, pairSession, type SessionSide, type Site } from './pair-session.js';
import { readSides } from './read-sides.js';
import type { Sides } from './side.js';

/**
 * A step of a plan.
 *
 * @example
 * ```ts
 * const line = ({ step, site, request, possible, reason, remedy, unknown }: PlannedStep): string =>
 *   `${step} on ${site}: ${request?.method ?? ''} ${request?.path ?? ''} ${JSON.stringify(request?.body ?? {})} ` +
 *   (possible === false ? `not possible: ${reason}; ${remedy}` : unknown.join('; '));
 * ```
 */
export interface PlannedStep {
  readonly step: FailoverStep;
  /** The array of the step, if it is known. */
  readonly site: Site | undefined;
  /** The request that the step sends; `undefined` if it only reads, waits or runs your function. */
  readonly request: PlannedWrite | undefined;
  /**
   * Whether the step is possible. Of the first step the array knows it now; of a later one it is `undefined`, unless
   * something is known that keeps it from being possible.
   */
  readonly possible: boolean | undefined;
  /** The obstacle, for people, if it is not possible. */
  readonly reason?: string;
  /** The steps that make it possible, for people. */
  readonly remedy?: string;
  /**
   * Whether `readOnly` and `allow` of the connection allow the request. `confirm` may still refuse it. `undefined` without a
   * request, and if the pair is not connected to this array.
   */
  readonly allowed: boolean | undefined;
  /** Facts that cannot be known yet, for people. */
  readonly unknown: readonly string[];
}

/**
 * The plan of an operation on a pair, with both sides of the session as they are now. Nothing was sent.
 *
 * @example
 * ```ts
 * const plan: FailoverPlan = await pair.plan.plannedFailover(id, { reprotect: true });
 * for (const { step, site, request, possible, reason } of plan.steps) console.log(step, site, request?.body, possible, reason);
 * ```
 */
export interface FailoverPlan extends PairSession {
  readonly kind: 'plan';
  readonly operation: FailoverOperation;
  /** Whether nothing that is known now keeps a step from being possible. */
  readonly possible: boolean;
  /** All steps, in order. */
  readonly steps: readonly PlannedStep[];
}

/**
 * Whether an operation on a pair has resolved with its plan, because an array was connected with `dryRun`.
 *
 * @example
 * ```ts
 * const result = await pair.plannedFailover(id);
 * if (isFailoverPlan(result)) console.log('nothing was sent', result.steps);
 * else console.log(`${result.source} is the source now`);
 * ```
 */
export const isFailoverPlan = (result: unknown): result is FailoverPlan =>
  typeof result === 'object' && result !== null && (result as Partial<FailoverPlan>).kind === 'plan';

/** Reads both sides, and plans. */
export async function plan(
  operation: FailoverOperation,
  both: Sides,
  id: string,
  signal: AbortSignal | undefined,
  steps: (course: Planning) => Promise<unknown>,
): Promise<FailoverPlan> {
  signal?.throwIfAborted();
  return planFrom(operation, both, await readSides(both, id, signal), steps);
}

/** The plan for a session as read. */
export async function planFrom(
  operation: FailoverOperation,
  both: Sides,
  session: PairSession,
  steps: (course: Planning) => Promise<unknown>,
): Promise<FailoverPlan> {
  const planning = new Planning(both, session);
  try {
    await steps(planning);
  } catch (error) {
    if (error !== planning.end) throw error;
  }
  const possible = planning.steps.every((step) => step.possible !== false);
  return { ...session, kind: 'plan', operation, possible, steps: planning.steps };
}

/** Collects the steps. After each it goes on as if the step had arrived. */
export class Planning implements Course {
  readonly steps: PlannedStep[] = [];
  /** Thrown where the plan ends early. */
  end: Error | undefined;
  session: PairSession;
  readonly #both: Sides;

  constructor(both: Sides, session: PairSession) {
    this.#both = both;
    this.session = session;
  }

  judged(site: Site): SessionToJudge {
    return judgedOn(this.session, site);
  }

  async perform(step: ActionStep): Promise<void> {
    const { name, site, body, sides, open = [] } = step;
    const operation = operationOf(step);
    const { method, path, safety } = operations[operation];
    const client = this.#both[site].connected();
    const before = this.steps.at(-1);
    const other = this.session[otherSite(site)];
    const judged = this.#judge(step);
    this.steps.push({
      step: name,
      site,
      request: {
        operation,
        safety: safety as PlannedWrite['safety'],
        method,
        path: path.replace('{id}', this.session.id),
        ...(body !== undefined && { body }),
      },
      ...judged,
      possible: judged.possible === true && before !== undefined ? undefined : judged.possible,
      allowed: client && refusal(client.safety, operation) === undefined,
      unknown: [
        ...(before ? [`the outcome of ${before.step} on ${before.site}`] : []),
        ...judged.unknown,
        ...(other.session || sides.includes(other.site)
          ? []
          : [`the session on ${other.site}: ${describeSide(other)}`]),
        ...open,
      ],
    });
    this.#assume((at) => (sides.includes(at) ? step.wanted(at) : {}));
  }

  async until(step: FailoverStep, site: Site, wanted: Wanted): Promise<void> {
    if (fits(this.session[site].session, wanted)) return;
    this.add(step, site, 'when the arrays reach each other and agree');
    this.#assume((at) => ({
      data_connection_state: 'OK' satisfies DataConnectionState,
      ...(at === site && wanted),
    }));
  }

  /** Adds a step without a request. */
  add(step: FailoverStep, site: Site, unknown: string): void {
    this.steps.push({ step, site, request: undefined, possible: undefined, allowed: undefined, unknown: [unknown] });
  }

  incomplete({ step, site, problem, hint }: Stop): Error {
    const found = { possible: false, reason: problem, remedy: hint, unknown: [] };
    this.steps.push({ step, site, request: undefined, allowed: undefined, ...found });
    return (this.end = new Error(problem));
  }

  #judge(step: ActionStep): Pick<PlannedStep, 'possible' | 'reason' | 'remedy' | 'unknown'> {
    const { site, sides } = step;
    const lost = [site, ...sides].find((each) => !this.session[each].session);
    if (lost !== undefined) {
      const reason = describeSide(this.session[lost]);
      return { possible: false, reason, remedy: outOfReach(lost), unknown: [] };
    }
    const judged = judgeStep(step, this.judged(site));
    if (judged.possible === true) return { possible: true, unknown: [] };
    const { possible, reason, remedy } = judged;
    return possible === false
      ? { possible, reason, remedy, unknown: [] }
      : { possible, unknown: [`${reason}; ${remedy}`] };
  }

  #assume(changes: (site: Site) => Partial<WatchedSession>): void {
    const { id, a, b } = this.session;
    const changed = (side: SessionSide): SessionSide =>
      side.session ? { ...side, session: { ...side.session, ...changes(side.site) } } : side;
    this.session = pairSession(id, changed(a), changed(b));
  }
}
