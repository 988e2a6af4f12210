import { type OperationId, operations } from '@powerstore-api/types';
import type { ArraySession } from '../../array/http/array-session.js';
import type { Exchange, SentExchange } from '../../array/http/exchange.js';
import { type Row, rowsOf } from '../../array/rows/rows.js';
import type { Redactor } from '../../array/secrecy/redact.js';
import type { ArrayUnderTest } from '../../array/target/array-under-test.js';
import { type TargetView, viewOf } from '../../array/target/target.js';
import type { Observation } from '../../contract/assumed.js';
import { documentedAnswer } from '../../contract/contract.js';
import type { Item } from '../../contract/items.js';
import { unknownId } from '../../contract/resources.js';
import { type Lack, lackOfAction, type Send, type Survey } from '../../contract/survey.js';
import type { Details } from '../../evidence/details.js';
import type { FindingKind } from '../../findings/finding.js';
import type { FindingId } from '../../findings/finding-kinds.js';
import { type Found, readStatuses } from './found.js';
import { type CheckResult, createNotes } from './notes.js';
import { Lacking, NotApplicable } from './not-applicable.js';
import { type Question, readQuestion } from './question.js';
import { Surveys } from './surveys.js';

/** An array as a check sees it. */
export interface ArrayView {
  readonly target: TargetView;
  /** The release the array runs, such as `4.0.0.0`. */
  readonly release: string;
}

/**
 * The means of a check: it asks the array, and every answer is compared with the contract on the way. `OwnId` are the ids of the
 * check's own kinds of findings. A check cannot change it, and no secret is in it.
 */
export interface CheckContext<OwnId extends string = never> extends ArrayView {
  /** Decides which queries are asked: the same seed and the same rows give the same ones. */
  readonly seed: string;
  /** The other array of the pair, where there is one. */
  readonly other?: ArrayView | undefined;
  /** Aborted when the check has to stop: it can send no more requests then. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Asks the array; with `on: 'other'` the other one of the pair. The exchange cannot be changed, and has no cookie and no token.
   * Where the array does not have the resource or the operation, it ends the check: a finding says so already.
   *
   * @throws InputError where an option is not known, or cannot be used.
   * @throws Error where the run may not send the request, it has a header or a parameter that could make another request of it, or
   *   it is the logout, which only the suite sends.
   */
  ask(operationId: OperationId, options?: Question): Promise<Exchange>;
  /** The rows of a list; none where the answer is no list of objects, which the schema reports. */
  rowsOf(exchange: Exchange): Row[];
  /**
   * Reports a fault that the schemas of the contract cannot see.
   *
   * @param id the kind of finding: a built-in one, or one of the check's own `findings`
   * @param message a sentence for a person, without values of the array
   * @param more `subject` tells this fault from others of the same kind in the same operation: it is a name of the API. Without
   *   it, all of them are found at one place. `common` says what several places have in common: findings of one kind with an equal
   *   `common` (by default the `subject`) are one finding of the report, with its places. `expected`, `actual` and `rows` may be
   *   values of the array: they go into the details of the run, and into no report. A finding of a built-in kind needs the first two.
   */
  find<Id extends FindingId | OwnId>(id: Id, exchange: Exchange, message: string, ...more: Found<Id>): void;
  /** Reports a finding unless the status is one of these. `subject` names the special part of the request. */
  expectStatus(exchange: Exchange, statuses: number | readonly number[], subject?: string): void;
  /** Records that the check saw something of the contract in an answer. */
  cover(...items: Item[]): void;
  /** Records that the array accepts something of the contract in a filter. That does not mean that anybody saw it. */
  coverAccepted(...items: Item[]): void;
  /**
   * Records what the array does about an assumption of the contract: a key of `assumptions` of `@powerstore-api/types`. A
   * contradiction becomes a note.
   *
   * @param observation `evidence` says what the array did, in names of the API and without values of the array
   */
  observe(exchange: Exchange, observation: Observation): void;
  /** Ends the check, because the array has nothing to try it on. */
  notApplicable(why: string): never;
}

/** The login session of the run, for the checks of the suite that begin it, end it, or lend it to the client. */
export interface LoginSession {
  readonly arraySession: ArraySession;
  /** Compares the answer to a login, a logout or the first look with the contract. */
  record(exchange: SentExchange): SentExchange;
  /** The resources that the array has. Whoever asks first takes the look. */
  survey(): Promise<Survey>;
  readonly strays: Strays;
}

/** The replication sessions of a run that an action has changed although it was sent to another one. */
export interface Strays {
  /** The name that reports have for a session. */
  reference(id: string): string;
  add(id: string, why: string): void;
  size(): number;
}

export interface CheckContextOptions {
  array: ArrayUnderTest;
  other?: ArrayUnderTest | undefined;
  redactor: Redactor;
  /** The looks that the checks of a run have in common. */
  surveys?: Surveys | undefined;
  seed: string;
  /** Kinds of findings of the check's own. */
  kinds?: Readonly<Record<string, FindingKind>> | undefined;
  /** Takes the values that the check compares. */
  details?: Details | undefined;
  /** Aborted when the check has to stop. */
  signal?: AbortSignal | undefined;
  strays: Strays;
}

export function createCheckContext({
  array,
  other,
  redactor,
  seed,
  surveys = new Surveys(),
  kinds = {},
  details,
  signal,
  strays,
}: CheckContextOptions): {
  context: CheckContext;
  login: LoginSession;
  result: CheckResult;
} {
  const notes = createNotes({ redactor, kinds, details });
  const sendTo =
    ({ arraySession, target }: ArrayUnderTest): Send =>
    (operationId, options) =>
      arraySession.send(operationId, options, signal).finally(() => {
        for (const mishap of arraySession.takeMishaps()) notes.noteMishap(mishap, target.site);
      });
  const surveyOf = async (asked: ArrayUnderTest): Promise<Survey> => {
    const { site } = asked.target;
    const survey = await surveys.of(site, sendTo(asked));
    for (const { exchange } of survey.lacks) notes.remember(exchange, site);
    return survey;
  };
  const absentAction = async (
    asked: ArrayUnderTest,
    exchange: SentExchange,
    { id, as = 'session', headers, provoked }: Question,
  ): Promise<Lack | undefined> => {
    const isPlain = as === 'session' && !headers && !provoked;
    const isAction = operations[exchange.operationId].method !== 'GET' && exchange.operationId !== 'logout';
    if (!isPlain || !isAction || id === undefined || id === unknownId) return undefined;
    return lackOfAction(sendTo(asked), exchange, id);
  };
  const context: CheckContext = {
    target: viewOf(array.target),
    release: array.release,
    seed,
    other: other && Object.freeze({ target: viewOf(other.target), release: other.release }),
    // A signal of its own: the one of the run could be made to fire.
    signal: signal && AbortSignal.any([signal]),
    find: notes.find,
    observe: notes.observe,
    cover: notes.cover,
    coverAccepted: notes.coverAccepted,
    rowsOf,
    async ask(operationId, given = {}) {
      const { on, ...options } = readQuestion(given);
      const asked = on === 'other' ? other : array;
      if (!asked) throw new Error('There is no other array.');
      const survey = Object.hasOwn(operations, operationId) ? await surveyOf(asked) : undefined;
      const lack = survey?.lackOf(operationId);
      if (lack) throw new Lacking(lack, on === 'other');
      const answer = await sendTo(asked)(operationId, options);
      const absent = await absentAction(asked, answer, options);
      if (absent) {
        notes.findAbsent(absent, asked);
        survey?.add(absent);
        throw new Lacking(absent, on === 'other');
      }
      return notes.forCheck(notes.record(asked, answer), asked.target.site);
    },
    expectStatus(exchange, statuses, subject) {
      const expected = readStatuses(statuses);
      if (expected.includes(exchange.status)) return;
      // The finding that no document lists the status says it all.
      if (!documentedAnswer(exchange.operationId, exchange.status)) return;
      const about = subject === undefined ? '' : ` (${subject})`;
      const message = `The array answers with ${exchange.status} instead of ${expected.join(' or ')}${about}.`;
      notes.find('status.unexpected', exchange, message, {
        ...(subject !== undefined && { subject }),
        expected,
        actual: exchange.status,
      });
    },
    notApplicable(why) {
      throw new NotApplicable(notes.hasPages() ? 'Something else than the API answers, so nothing can be tried.' : why);
    },
  };
  return {
    context: Object.freeze(context),
    login: {
      arraySession: array.arraySession,
      record: (exchange) => notes.record(array, exchange),
      survey: () => surveyOf(array),
      strays,
    },
    result: notes.result,
  };
}
