// One operation on a pair: actions are judged before they are sent, and followed by what the session shows until it has
// arrived. An answer that is lost changes nothing about that, and no action is sent a second time because of it.
import type { Possibility } from '../can/answer.js';
import type { SessionToJudge } from '../can/situation.js';
import type { PowerStore } from '../connect.js';
import { FailoverIncompleteError } from './failover-incomplete-error.js';
import { sleep } from '../time/sleep.js';
import { checkDuration, inSeconds } from '../time/duration.js';
import { poll } from '../waiting/poll.js';
import { isUnderWay } from '../session/prospects.js';
import type { WatchedSession } from '../session/session-change.js';
import { INTERVAL } from '../waiting/watch.js';
import type { FailoverEvent, FailoverOperation, FailoverOptions, FailoverStep } from './failover-event.js';
import { isLostAnswer } from './lost-answer.js';
import { type PairSession, pairSession, type Site, sites, whereabouts } from './pair-session.js';
import type { Side } from './side.js';

/** An action on one side, and what is to come of it. */
export interface Action {
  readonly step: FailoverStep;
  readonly site: Site;
  judge(session: SessionToJudge): Possibility;
  send(array: PowerStore): Promise<unknown>;
  /** Whether a side is where the action leads. */
  hasArrived(session: WatchedSession, site: Site): boolean;
  /** The sides that are to arrive; the other one may be gone. */
  readonly of: readonly Site[];
}

/** What has become of an action: how both sides are, and what it was answered, where that came in time. */
export interface Arrived {
  readonly session: PairSession;
  readonly answer: unknown;
}

/** An operation under way. */
export interface Run {
  /** Both sides as last read. */
  readonly session: PairSession;
  readonly signal: AbortSignal | undefined;
  /** The session as it is judged on a side, with what only the other side knows. */
  judged(site: Site): SessionToJudge;
  perform(action: Action, limits?: Limits): Promise<Arrived>;
  /** Waits for what comes by itself. */
  until(step: FailoverStep, site: Site, isThere: (session: PairSession) => boolean): Promise<void>;
  /** Reads sides until it is so, `GRACE` times at most, whatever the signal says. */
  shows(step: FailoverStep, of: readonly Site[], isSo: (session: PairSession) => boolean): Promise<boolean>;
  emit(kind: FailoverEvent['kind'], step: FailoverStep, site: Site, text: string): void;
  /** What is thrown where it does not go on. */
  incomplete(stop: Stop): FailoverIncompleteError;
}

interface Limits {
  readonly signal: AbortSignal | undefined;
}

interface Stop {
  readonly step: FailoverStep;
  readonly site: Site | undefined;
  readonly problem: string;
  readonly hint: string;
  readonly cause?: unknown;
}

/** How often a session is read after an answer was lost, before the action counts as not carried out. */
export const GRACE = 5;

type Outcome = { readonly answer: unknown } | { readonly error: unknown };

/** Reads both sides, and begins. */
export async function startRun(
  operation: FailoverOperation,
  both: Readonly<Record<Site, Side>>,
  id: string,
  { timeout = 3_600_000, interval = INTERVAL, signal, onEvent }: FailoverOptions,
): Promise<Run> {
  checkDuration('timeout', timeout);
  checkDuration('interval', interval);
  signal?.throwIfAborted();
  const began = performance.now();
  let hasBegun = false;
  let session = await readSides(both, id, signal);

  const emit: Run['emit'] = (kind, step, site, text) => {
    const { session: row } = session[site];
    try {
      onEvent?.({
        kind,
        step,
        site,
        text,
        state: row?.state,
        role: row?.role,
        progress: row?.progress_percentage ?? undefined,
        elapsed: performance.now() - began,
      });
    } catch {
      // Reporting must not stop a failover half way.
    }
  };

  const incomplete = (stop: Stop): FailoverIncompleteError =>
    new FailoverIncompleteError({ operation, session, hasBegun, ...stop });

  const judged: Run['judged'] = (site) => {
    const row = session[site].session;
    return {
      ...row,
      // Before 3.0 there are no others, and what does not say that it is disconnected is asked.
      type: row?.type ?? 'Asynchronous',
      data_connection_state: row?.data_connection_state ?? 'OK',
      // Shown on the destination only.
      failover_test_in_progress: sites.some((each) => session[each].session?.failover_test_in_progress === true),
    };
  };

  /** Takes a reading over, and tells what is new in it. */
  const see = (next: PairSession, step: FailoverStep): void => {
    const previous = session;
    session = next;
    for (const site of sites) {
      if (appearance(previous, site) !== appearance(next, site)) emit('changed', step, site, whereabouts(next[site]));
    }
  };

  const read = async (of: readonly Site[], either: AbortSignal | undefined): Promise<PairSession> =>
    readSides(both, id, either, { of, last: session });

  /** Readings until time is up. An abort ends them as the operation does, where something has been sent. */
  async function* readings(
    step: FailoverStep,
    site: Site,
    of: readonly Site[],
    limits: Limits,
  ): AsyncGenerator<PairSession, void, undefined> {
    const options = { interval, timeout, signal: limits.signal, stateOf: statesOf };
    try {
      for await (const { value } of poll((either) => read(of, either), options)) {
        if (value === undefined) continue;
        see(value, step);
        yield value;
      }
    } catch (error) {
      if (limits.signal?.aborted !== true || !hasBegun) throw error;
      const hint = 'What the arrays are doing goes on. Look at both sides with pair.session(id) before the next step.';
      throw incomplete({ step, site, problem: 'it was aborted', hint, cause: error });
    }
  }

  /** The action is possible as far as can be told; what it does then. */
  const check = ({ step, site, judge }: Action): { via: readonly string[]; failsTo: string | undefined } => {
    if (session[site].session === undefined) {
      throw incomplete({
        step,
        site,
        problem: whereabouts(session[site]),
        hint: outOfReach(site),
        cause: session[site].error,
      });
    }
    const answer = judge(judged(site));
    if (answer.possible === true) return answer;
    if (answer.possible === undefined) return { via: [], failsTo: undefined };
    throw incomplete({ step, site, problem: answer.reason, hint: `On ${site}: ${answer.remedy}.` });
  };

  const hintAfter = (action: Action): string => {
    const { site, step, of } = action;
    const gone = of.find((each) => session[each].session === undefined);
    if (gone !== undefined) return outOfReach(gone);
    const busy = sites.find((each) => isBusy(session, each));
    if (busy !== undefined) {
      return `${whereabouts(session[busy])}, which ends by itself. Wait for it, and look at both sides with pair.session(id).`;
    }
    const answer = action.judge(judged(site));
    if (answer.possible === false) return `On ${site}: ${answer.reason}; ${answer.remedy}.`;
    return `As things are, ${step} on ${site} is possible: replicationSessions.${step}(id) there goes on from here.`;
  };

  async function perform(action: Action, limits: Limits = { signal }): Promise<Arrived> {
    const { step, site, of } = action;
    const { via, failsTo } = check(action);
    const before = session;
    limits.signal?.throwIfAborted();
    const array = await both[site].array(limits.signal);
    hasBegun = true;
    emit('sent', step, site, `${step} is sent to ${site}`);
    let outcome: Outcome | undefined;
    const answering = action.send(array).then(
      (answer) => void (outcome = { answer }),
      (error: unknown) => void (outcome = { error }),
    );
    /** As of the beginning of a reading, so that what it shows is not older than the answer. */
    const answered = (): Outcome | undefined => outcome;
    let known = answered();
    let hasBegunThere = false;
    let unsure = 0;
    let endings = 0;

    for await (const now of readings(step, site, of, limits)) {
      if (of.every((each) => arrives(action, now, each))) {
        await settled(answering, interval);
        emit('done', step, site, `${step} is done`);
        const late = answered();
        return { session: now, answer: late && 'answer' in late ? late.answer : undefined };
      }
      hasBegunThere ||= of.some((each) => isOnTheWay(before, now, each, via, failsTo));
      if (known && 'error' in known) {
        const cause = known.error;
        if (!isLostAnswer(cause)) {
          throw incomplete({ step, site, problem: `it was refused: ${textOf(cause)}`, hint: hintAfter(action), cause });
        }
        if (unsure === 0) emit('unsure', step, site, `the answer to ${step} was lost: ${textOf(cause)}`);
        unsure += 1;
        if (!hasBegunThere && unsure > GRACE) {
          const problem = `the answer was lost, and nothing shows that it was carried out: ${textOf(cause)}`;
          throw incomplete({ step, site, problem, hint: hintAfter(action), cause });
        }
      }
      // One side may be read before, the other one after a change: twice the same is what it comes to.
      const hasEnded =
        known !== undefined &&
        hasBegunThere &&
        !of.some((each) => isBusy(now, each)) &&
        of.some((each) => now[each].session !== undefined && !arrives(action, now, each));
      endings = hasEnded ? endings + 1 : 0;
      if (endings > 1) {
        const cause = known && 'error' in known ? known.error : undefined;
        throw incomplete({ step, site, problem: 'it failed on the way', hint: hintAfter(action), cause });
      }
      known = answered();
    }
    const cause = known && 'error' in known ? known.error : undefined;
    throw incomplete({
      step,
      site,
      problem: `it was not done within ${inSeconds(timeout)}`,
      hint: hintAfter(action),
      cause,
    });
  }

  for (const site of sites) emit('changed', 'check', site, whereabouts(session[site]));

  return {
    get session() {
      return session;
    },
    signal,
    judged,
    perform,
    emit,
    incomplete,
    async until(step, site, isThere) {
      for await (const now of readings(step, site, sites, { signal })) {
        if (isThere(now)) return emit('done', step, site, whereabouts(now[site]));
      }
      const hint = 'Look at the connection between the arrays, and at both sides with pair.session(id).';
      throw incomplete({ step, site, problem: `it has not come to that within ${inSeconds(timeout)}`, hint });
    },
    async shows(step, of, isSo) {
      for (let reads = 0; reads < GRACE; reads += 1) {
        if (reads > 0) await sleep(interval);
        see(await read(of, undefined), step);
        if (isSo(session)) return true;
      }
      return false;
    },
  };
}

/** Both sides, or some of them anew. */
export async function readSides(
  both: Readonly<Record<Site, Side>>,
  id: string,
  signal?: AbortSignal,
  anew?: { readonly of: readonly Site[]; readonly last: PairSession },
): Promise<PairSession> {
  const one = (site: Site) =>
    anew === undefined || anew.of.includes(site) ? both[site].read(id, signal) : anew.last[site];
  const [a, b] = await Promise.all([one('a'), one('b')]);
  return pairSession(id, a, b);
}

const outOfReach = (site: Site): string =>
  `Bring ${site} back into reach, and look at both sides with pair.session(id) before the next step.`;

const isBusy = (session: PairSession, site: Site): boolean => {
  const row = session[site].session;
  return row !== undefined && isUnderWay(row);
};

function arrives(action: Action, session: PairSession, site: Site): boolean {
  const row = session[site].session;
  return row !== undefined && action.hasArrived(row, site);
}

/** Whether a side shows that the action has begun: it passes through, has another role, or has failed. */
function isOnTheWay(
  before: PairSession,
  now: PairSession,
  site: Site,
  via: readonly string[],
  failsTo: string | undefined,
): boolean {
  const was = before[site].session;
  const is = now[site].session;
  if (is === undefined || was === undefined) return is !== undefined && via.includes(is.state);
  return via.includes(is.state) || is.role !== was.role || (is.state === failsTo && is.state !== was.state);
}

const statesOf = ({ a, b }: PairSession): string => `${a.session?.state ?? ''} ${b.session?.state ?? ''}`;

/** What is told of a side when it changes. */
function appearance(session: PairSession, site: Site): string {
  const { session: row } = session[site];
  return JSON.stringify(
    row ? [row.state, row.role, row.progress_percentage, row.failover_test_in_progress] : whereabouts(session[site]),
  );
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Waits for an answer that is of no consequence any more, but not for long. */
async function settled(answering: Promise<void>, milliseconds: number): Promise<void> {
  const enough = new AbortController();
  const pause = sleep(milliseconds, enough.signal).catch(() => undefined);
  await Promise.race([answering, pause]);
  enough.abort();
}
