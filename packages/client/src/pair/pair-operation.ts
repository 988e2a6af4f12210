// One operation on a pair: each step is judged before it is sent, and followed by what the session shows until it has
// arrived. No step is sent a second time because its answer was lost.
import type { DataConnectionState } from '@powerstore-api/types';
import { type SessionToJudge, typeBefore3 } from '../session/situation.js';
import { inSeconds } from '../time/in-seconds.js';
import { sleep } from '../time/sleep.js';
import { poll } from '../waiting/poll.js';
import { defaultIntervalMs } from '../waiting/watch.js';
import { type Decision, decide, errorIn, type Expected, graceReads, isBusy, nothingSeen } from './decision.js';
import type { FailoverEvent, FailoverOperation, FailoverOptions, FailoverStep } from './failover-event.js';
import { FailoverIncompleteError } from './failover-incomplete-error.js';
import { describeSide, type PairSession, type Site, sites, textOf } from './pair-session.js';
import { readSides } from './read-sides.js';
import type { Sides } from './side.js';
import { type ActionStep, judgeStep, sendStep, type StepResult } from './action-step.js';

/** A step that has taken effect: both sides, and the answer of the array if it came in time. */
export interface Arrived {
  readonly session: PairSession;
  readonly answer: unknown;
}

/** Where an operation stops, and why. */
export interface Stop {
  readonly step: FailoverStep;
  readonly site: Site | undefined;
  readonly problem: string;
  readonly hint: string;
  readonly cause?: unknown;
}

/** With `undefined` a step goes on even after an abort of the operation. */
interface Limits {
  readonly signal: AbortSignal | undefined;
}

/** Reads both sides, and begins. */
export async function beginOperation(
  name: FailoverOperation,
  both: Sides,
  id: string,
  { timeout = 3_600_000, interval = defaultIntervalMs, ...options }: FailoverOptions,
): Promise<PairOperation> {
  options.signal?.throwIfAborted();
  const began = performance.now();
  const session = await readSides(both, id, options.signal);
  return new PairOperation({ ...options, name, both, timeout, interval, began, session });
}

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
export class PairOperation {
  readonly #given: Beginning;
  /** Whether anything was sent. */
  #hasBegun = false;
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

  /** The session as `can` judges it on a side, with the attributes that only the other side shows. */
  judged(site: Site): SessionToJudge {
    const own = this.#session[site].session;
    return {
      ...own,
      // Arrays before 3.0 have neither, and the array is asked whether it is connected.
      type: own?.type ?? typeBefore3,
      data_connection_state: own?.data_connection_state ?? ('OK' satisfies DataConnectionState),
      // Only the destination shows it.
      failover_test_in_progress: sites.some((each) => this.#session[each].session?.failover_test_in_progress === true),
    };
  }

  /** Sends a step, and resolves when it has taken effect. */
  async perform(step: ActionStep, { signal }: Limits = { signal: this.signal }): Promise<Arrived> {
    const { name, site, sides } = step;
    const expected = this.#check(step);
    let seen = nothingSeen(this.#session);
    signal?.throwIfAborted();
    const array = await this.#given.both[site].array(signal);
    this.#hasBegun = true;
    this.emit('action-sent', name, site, `${name} is sent to ${site}`);
    const sent = sendStep(step, array, this.#session.id);
    let result: StepResult | undefined;
    for await (const session of this.#readings(name, site, sides, { signal })) {
      const decided = decide(expected, seen, { session, result });
      ({ seen } = decided);
      const error = errorIn(result);
      if (decided.decision === 'arrived') {
        // The answer changes nothing any more, so the wait for it is short.
        await sent.settled(this.#given.interval);
        this.emit('step-done', name, site, `${name} is done`);
        const late = sent.result();
        return { session, answer: late && 'value' in late ? late.value : undefined };
      }
      if (decided.decision !== 'refused' && seen.readsSinceLost === 1)
        this.emit('answer-lost', name, site, `the answer to ${name} was lost: ${textOf(error?.cause)}`);
      if (decided.decision !== 'go on')
        throw this.#stopped(step, problems[decided.decision](error?.cause), error?.cause);
      result = sent.result();
    }
    throw this.#stopped(
      step,
      `it did not take effect within ${inSeconds(this.#given.timeout)}`,
      errorIn(result)?.cause,
    );
  }

  /** Waits until the arrays reach a state by themselves. */
  async until(step: FailoverStep, site: Site, isThere: (session: PairSession) => boolean): Promise<void> {
    for await (const now of this.#readings(step, site, sites, { signal: this.signal })) {
      if (isThere(now)) return this.emit('step-done', step, site, describeSide(now[site]));
    }
    const problem = `the arrays did not agree within ${inSeconds(this.#given.timeout)}`;
    const hint = 'Check the connection between the arrays. Look at both sides with pair.session(id).';
    throw this.incomplete({ step, site, problem, hint });
  }

  /** Reads sides until a condition holds, `graceReads` times at most, even after an abort. */
  async shows(step: FailoverStep, sides: readonly Site[], isSo: (session: PairSession) => boolean): Promise<boolean> {
    for (let reads = 0; reads < graceReads; reads += 1) {
      if (reads > 0) await sleep(this.#given.interval);
      this.#see(await this.#read(sides, undefined), step);
      if (isSo(this.#session)) return true;
    }
    return false;
  }

  emit(kind: FailoverEvent['kind'], step: FailoverStep, site: Site, text: string): void {
    const { session: own } = this.#session[site];
    try {
      this.#given.onEvent?.({
        kind,
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
    return new FailoverIncompleteError({ operation: name, session: this.#session, hasBegun: this.#hasBegun, ...stop });
  }

  /** Checks that a step is possible, as far as can be told. Resolves its course by the state table. */
  #check(step: ActionStep): Expected {
    const { name, site } = step;
    const { session, error } = this.#session[site];
    if (session === undefined) {
      const problem = describeSide(this.#session[site]);
      throw this.incomplete({ step: name, site, problem, hint: outOfReach(site), cause: error });
    }
    const judged = judgeStep(step, this.judged(site));
    if (judged.possible === false)
      throw this.incomplete({ step: name, site, problem: judged.reason, hint: `On ${site}: ${judged.remedy}.` });
    const { via, failsTo } = judged.possible ? judged : { via: [], failsTo: undefined };
    return { sides: step.sides, hasArrived: step.hasArrived, via, failsTo };
  }

  /** Readings until the timeout. After an action was sent, an abort throws a {@link FailoverIncompleteError}. */
  async *#readings(
    step: FailoverStep,
    site: Site,
    sides: readonly Site[],
    { signal }: Limits,
  ): AsyncGenerator<PairSession, void, undefined> {
    const { interval, timeout } = this.#given;
    const read = (either: AbortSignal | undefined): Promise<PairSession> => this.#read(sides, either);
    try {
      for await (const { value } of poll(read, { interval, timeout, signal, stateOf: statesOf })) {
        if (value === undefined) continue;
        this.#see(value, step);
        yield value;
      }
    } catch (error) {
      if (signal?.aborted !== true || !this.#hasBegun) throw error;
      const hint = 'The arrays go on with their work. Look at both sides with pair.session(id) before the next step.';
      throw this.incomplete({ step, site, problem: 'it was aborted', hint, cause: error });
    }
  }

  #read(sides: readonly Site[], signal: AbortSignal | undefined): Promise<PairSession> {
    return readSides(this.#given.both, this.#session.id, signal, { sides, last: this.#session });
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
    return this.incomplete({ step: step.name, site: step.site, problem, hint: this.#hintAfter(step), cause });
  }

  #hintAfter(step: ActionStep): string {
    const { name, site, sides } = step;
    const unread = sides.find((each) => this.#session[each].session === undefined);
    if (unread !== undefined) return outOfReach(unread);
    const busy = sites.find((each) => isBusy(this.#session, each));
    if (busy !== undefined) {
      return `${describeSide(this.#session[busy])}: the array is still working. Wait, and look at both sides with pair.session(id).`;
    }
    const judged = judgeStep(step, this.judged(site));
    if (judged.possible === false) return `On ${site}: ${judged.reason}; ${judged.remedy}.`;
    return `${name} is possible on ${site} now: to go on from here, call replicationSessions.${name}(id) there.`;
  }
}

const problems: Readonly<Record<Exclude<Decision, 'arrived' | 'go on'>, (cause: unknown) => string>> = {
  refused: (cause) => `the array refused: ${textOf(cause)}`,
  unknown: (cause) => `the answer was lost, and neither side shows that the step began: ${textOf(cause)}`,
  failed: () => 'the array began the step, and the step failed',
};

const outOfReach = (site: Site): string =>
  `Check that this machine can reach ${site}, and look at both sides with pair.session(id) before the next step.`;

const statesOf = ({ a, b }: PairSession): string => `${a.session?.state ?? ''} ${b.session?.state ?? ''}`;

/** The attributes of a side whose changes are emitted. */
function appearance(session: PairSession, site: Site): string {
  const { session: own } = session[site];
  return JSON.stringify(
    own ? [own.state, own.role, own.progress_percentage, own.failover_test_in_progress] : describeSide(session[site]),
  );
}
