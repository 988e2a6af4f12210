// One operation on a pair: each step is judged before it is sent, and followed by what the session shows until it has
// arrived. No step is sent a second time because its answer was lost.
import { isApiError, isPowerStoreError } from '../errors/guards.js';
import { hasCode } from '../errors/has-code.js';
import { refusal } from '../layers/safety.js';
import type { WatchedSession } from '../session/session-change.js';
import type { SessionToJudge } from '../session/situation.js';
import { inSeconds } from '../time/in-seconds.js';
import { ownReads, poll } from '../waiting/poll.js';
import { defaultIntervalMs } from '../waiting/watch.js';
import { type Course, judgedOn, outOfReach, type Stop } from './course.js';
import { type Decision, decide, errorIn, type Expected, isBusy, nothingSeen } from './decision.js';
import type { FailoverEvent, FailoverOperation, FailoverOptions, FailoverStep } from './failover-event.js';
import { FailoverIncompleteError, isFailoverIncompleteError } from './failover-incomplete-error.js';
import { isLostAnswer, isOfLogin } from '../errors/lost-answer.js';
import { describeSide, type PairSession, type Site, sites, textOf } from './pair-session.js';
import { type FailoverPlan, planFrom, type Planning } from './plan.js';
import { readSides } from './read-sides.js';
import type { Sides } from './side.js';
import {
  type ActionStep,
  callText,
  fits,
  judgeStep,
  operationOf,
  sendStep,
  type SentStep,
  type StepResult,
  type Wanted,
} from './action-step.js';

/** A step that has taken effect: both sides, and the answer of the array if it came in time. */
export interface Arrived {
  readonly session: PairSession;
  readonly answer: unknown;
  /** The error, if the array has refused the action: then somebody else has brought the session there. */
  readonly refusal: unknown;
}

/** Time for a look at a side that may have trouble: as for `confirm`, which looks at a session after a lost answer. */
const lookMs = 30_000;

/** With `undefined` a step goes on even after an abort of the operation. */
interface Limits {
  readonly signal: AbortSignal | undefined;
  /** In place of the timeout of the operation, if it is shorter. */
  readonly timeout?: number | undefined;
}

/** Runs an operation on a pair: reads both sides, and takes the steps. With `dryRun` it only plans them. */
export async function run<T>(
  name: FailoverOperation,
  both: Sides,
  id: string,
  { timeout = 3_600_000, interval = defaultIntervalMs, ...options }: FailoverOptions,
  steps: (operation: PairOperation) => Promise<T>,
  planned: (planning: Planning) => Promise<unknown>,
): Promise<T | FailoverPlan> {
  options.signal?.throwIfAborted();
  const began = performance.now();
  const session = await readSides(both, id, options.signal);
  if (drySite(both) !== undefined) return planFrom(name, both, session, planned);
  const operation = new PairOperation({ ...options, name, both, timeout, interval, began, session });
  try {
    return await steps(operation);
  } catch (error) {
    throw operation.ended(error);
  }
}

/** An array that the pair has connected to with `dryRun`. */
const drySite = (both: Sides): Site | undefined => sites.find((site) => both[site].connected()?.safety.dryRun);

interface Beginning extends FailoverOptions {
  readonly name: FailoverOperation;
  readonly both: Sides;
  readonly timeout: number;
  readonly interval: number;
  /** By `performance.now()`. */
  readonly began: number;
  readonly session: PairSession;
}

/** An operation under way. */
export class PairOperation implements Course {
  readonly #given: Beginning;
  /** Whether an earlier action has changed something, or may have. */
  #hasChanged = false;
  /** The action under way. */
  #sent: SentStep | undefined;
  /** Where it is. */
  #at: Pick<Stop, 'step' | 'site'> = { step: 'check', site: undefined };
  #session: PairSession;

  constructor(given: Beginning) {
    this.#given = given;
    this.#session = given.session;
    for (const site of sites) this.emit('side-changed', 'check', site, describeSide(given.session[site]));
  }

  /** Both sides as last read. */
  get session(): PairSession {
    return this.#session;
  }

  get signal(): AbortSignal | undefined {
    return this.#given.signal;
  }

  /** Whether an action may have changed something. */
  get hasBegun(): boolean {
    return this.#hasChanged || this.#sent?.mayHaveBegun() === true;
  }

  judged(site: Site): SessionToJudge {
    return judgedOn(this.#session, site);
  }

  /** Sends a step, and resolves when it has taken effect. */
  async perform(step: ActionStep, { signal }: Limits = { signal: this.signal }): Promise<Arrived> {
    const { name, site, sides } = step;
    const timeout = Math.min(step.timeout ?? Infinity, this.#given.timeout);
    this.#at = { step: name, site };
    const expected = this.#check(step);
    let seen = nothingSeen(this.#session);
    signal?.throwIfAborted();
    const sent = await this.#send(step, signal);
    let result: StepResult | undefined;
    try {
      for await (const session of this.#readings(name, sides, { signal, timeout })) {
        const decided = decide(expected, seen, { session, result });
        ({ seen } = decided);
        const error = errorIn(result);
        if (decided.decision === 'arrived') {
          // The answer changes nothing any more, so the wait for it is short.
          await sent.settled(this.#given.interval);
          this.#arrive(step);
          const late = sent.result() ?? {};
          return {
            session,
            answer: 'value' in late ? late.value : undefined,
            refusal: 'error' in late && !isLostAnswer(late.error) ? late.error : undefined,
          };
        }
        this.#hasChanged ||= seen.hasBegun;
        if (decided.decision !== 'refused' && seen.readsSinceLost === 1)
          this.emit('answer-lost', name, site, `the answer to ${name} was lost: ${textOf(error?.cause)}`);
        if (decided.decision !== 'go on')
          throw this.#stopped(step, problems[decided.decision](error?.cause), error?.cause);
        result = sent.result();
      }
    } finally {
      sent.cancel();
    }
    const failure = sent.isSent() ? 'it did not take effect' : 'it was not sent';
    throw this.#stopped(step, `${failure} within ${inSeconds(timeout)}`, errorIn(result)?.cause);
  }

  /** Sends a step to a side that cannot be read, so that only the answer tells. */
  async performUnseen(step: ActionStep): Promise<unknown> {
    const sent = await this.#send(step, undefined);
    await sent.settled(this.#given.timeout);
    sent.cancel();
    const result = sent.result();
    if (result !== undefined && 'value' in result) {
      this.#arrive(step);
      return result.value;
    }
    throw this.#stopped(step, 'its effect could not be read', errorIn(result)?.cause);
  }

  async #send(step: ActionStep, signal: AbortSignal | undefined): Promise<SentStep> {
    const { name, site } = step;
    const array = await this.#given.both[site].array(signal);
    this.#hasChanged = this.hasBegun;
    this.#sent = sendStep(step, array, this.#session.id, () =>
      this.emit('action-sent', name, site, `${name} is sent to ${site}`),
    );
    return this.#sent;
  }

  #arrive({ name, site, undoes = false }: ActionStep): void {
    this.isAsBefore();
    this.#hasChanged = !undoes;
    this.emit('step-done', name, site, `${name} is done`);
  }

  /** Everything is as it was before the operation. */
  isAsBefore(): void {
    this.#sent = undefined;
    this.#hasChanged = false;
  }

  /** Waits until a side has these attributes, which it gets by itself. */
  async until(step: FailoverStep, site: Site, wanted: Wanted): Promise<void> {
    this.#at = { step, site };
    for await (const now of this.#readings(step, sites, { signal: this.signal })) {
      if (fits(now[site].session, wanted)) return this.emit('step-done', step, site, describeSide(now[site]));
    }
    const problem = `the arrays did not agree within ${inSeconds(this.#given.timeout)}`;
    const hint = 'Check the connection between the arrays. Look at both sides with pair.session(id).';
    throw this.incomplete({ step, site, problem, hint });
  }

  /** Reads a side until a condition holds, for some time at most, even after an abort. */
  async look(step: FailoverStep, site: Site, isSo: (session: WatchedSession | undefined) => boolean): Promise<void> {
    for await (const now of this.#readings(step, [site], { signal: undefined, timeout: lookMs }))
      if (isSo(now[site].session)) return;
  }

  emit(kind: FailoverEvent['kind'], step: FailoverStep, site: Site, text: string): void {
    const { id, name, [site]: side } = this.#session;
    const { session: own } = side;
    try {
      this.#given.onEvent?.({
        kind,
        id,
        name,
        step,
        site,
        text,
        state: own?.state,
        role: own?.role,
        progress: own?.progress_percentage ?? undefined,
        elapsed: performance.now() - this.#given.began,
      });
    } catch {
      // Reporting must not stop a failover half way.
    }
  }

  /** The error of an operation that stops half way. */
  incomplete(stop: Stop): FailoverIncompleteError {
    const { name } = this.#given;
    return new FailoverIncompleteError({ operation: name, session: this.#session, hasBegun: this.hasBegun, ...stop });
  }

  /** The error of a run that has ended with an error. If something may have changed, the error says where it has ended. */
  ended(cause: unknown): unknown {
    if (!this.hasBegun || isFailoverIncompleteError(cause)) return cause;
    const problem = this.signal?.aborted === true && cause === this.signal.reason ? 'it was aborted' : textOf(cause);
    const hint = 'The arrays go on with their work. Look at both sides with pair.session(id) before the next step.';
    return this.incomplete({ ...this.#at, problem, hint, cause });
  }

  /** Checks that a step is allowed, and possible as far as can be told. Resolves its course by the state table. */
  #check(step: ActionStep): Expected {
    const { name, site, sides } = step;
    const stop = (problem: string, hint: string, cause?: unknown): FailoverIncompleteError =>
      this.incomplete({ step: name, site, problem, hint, cause });
    const safety = this.#given.both[site].connected()?.safety;
    const refused = safety && refusal(safety, operationOf(step));
    if (refused) {
      const look = `pair.plan.${this.#given.name}(id) shows the steps and sends nothing.`;
      throw stop(refused.message, `${refused.hint} ${look}`, refused);
    }
    // One that was out of reach when the operation began.
    const dry = drySite(this.#given.both);
    if (dry !== undefined)
      throw stop(`${dry} was connected with dryRun`, 'Plan it again, now that both are within reach.');
    for (const each of [site, ...sides]) {
      const { session, error } = this.#session[each];
      if (session === undefined) throw stop(describeSide(this.#session[each]), outOfReach(each), error);
    }
    const judged = judgeStep(step, this.judged(site));
    if (judged.possible === false) throw stop(judged.reason, `On ${site}: ${judged.remedy}.`);
    if (judged.possible === undefined && judged.select.length === 0)
      this.emit('not-known', name, site, `${name} on ${site}: ${judged.reason}; ${judged.remedy}`);
    const { via, failsTo } = judged.possible ? judged : { via: [], failsTo: undefined };
    return { sides, hasArrived: (own, at) => fits(own, step.wanted(at)), via, failsTo };
  }

  /** Readings until the timeout. */
  async *#readings(
    step: FailoverStep,
    sides: readonly Site[],
    { signal, timeout = this.#given.timeout }: Limits,
  ): AsyncGenerator<PairSession, void, undefined> {
    const { interval } = this.#given;
    const read = ownReads((either) => this.#read(sides, either));
    for await (const { value } of poll(read, { interval, timeout, signal, closing: undefined, stateOf: statesOf })) {
      if (value === undefined) continue;
      this.#see(value, step);
      yield value;
    }
  }

  async #read(sides: readonly Site[], signal: AbortSignal | undefined): Promise<PairSession> {
    const session = await readSides(this.#given.both, this.#session.id, signal, { sides, last: this.#session });
    // Nothing more will be read of an array whose client is closed.
    const closed = sides.map((site) => session[site].error).find((error) => hasCode(error, 'ERR_POWERSTORE_CLOSED'));
    if (closed !== undefined) throw closed;
    return session;
  }

  /** Remembers a reading, and emits its changes. */
  #see(next: PairSession, step: FailoverStep): void {
    const previous = this.#session;
    this.#session = next;
    for (const site of sites) {
      if (appearance(previous, site) !== appearance(next, site))
        this.emit('side-changed', step, site, describeSide(next[site]));
    }
  }

  #stopped(step: ActionStep, problem: string, cause: unknown): FailoverIncompleteError {
    return this.incomplete({ step: step.name, site: step.site, problem, hint: this.#hintAfter(step, cause), cause });
  }

  #hintAfter(step: ActionStep, cause: unknown): string {
    const { name, site, sides } = step;
    // A refusal has the best advice itself: another user, other rights of the client.
    if (isPowerStoreError(cause) && cause.hint !== undefined && !isLostAnswer(cause)) return cause.hint;
    const unread = sides.find((each) => this.#session[each].session === undefined);
    if (unread !== undefined) return outOfReach(unread);
    const busy = sites.find((each) => isBusy(this.#session, each));
    if (busy !== undefined) {
      return `${describeSide(this.#session[busy])}: the array is still working. Wait, and look at both sides with pair.session(id).`;
    }
    const judged = judgeStep(step, this.judged(site));
    if (!judged.possible) return `On ${site}: ${judged.reason}; ${judged.remedy}.`;
    return `${name} is possible on ${site} now: to go on from here, call ${callText(step)} there.`;
  }
}

const problems: Readonly<Record<Exclude<Decision, 'arrived' | 'go on'>, (cause: unknown) => string>> = {
  refused: (cause) =>
    `${isApiError(cause) && !isOfLogin(cause) ? 'the array refused' : 'it was not carried out'}: ${textOf(cause)}`,
  unknown: (cause) => `the answer was lost, and neither side shows that the step began: ${textOf(cause)}`,
  failed: () => 'the array began the step, and the step failed',
};

const statesOf = ({ a, b }: PairSession): string => `${a.session?.state ?? ''} ${b.session?.state ?? ''}`;

/** The attributes of a side whose changes are emitted. */
function appearance(session: PairSession, site: Site): string {
  const { session: own } = session[site];
  return JSON.stringify(
    own ? [own.state, own.role, own.progress_percentage, own.failover_test_in_progress] : describeSide(session[site]),
  );
}
