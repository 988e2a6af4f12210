import { assumptions, type OperationId, operations } from '@powerstore-api/types';
import type { ArraySession } from '../array/http/array-session.js';
import type { ArrayUnderTest } from '../array/target/array-under-test.js';
import type { Exchange, SentExchange } from '../array/http/exchange.js';
import { freeze } from '../array/secrecy/frozen-copy.js';
import type { Mishap } from '../array/http/mishap.js';
import { redactExchange, type Redactor, type Sample } from '../array/secrecy/redact.js';
import { type Row, rowsOf } from '../array/rows/rows.js';
import { echoes, withoutSecrets } from '../array/secrecy/secrets.js';
import { type Site, type TargetView, viewOf } from '../array/target/target.js';
import { compareAnswer, isPage } from '../contract/conformance.js';
import { documentedAnswer } from '../contract/contract.js';
import { isAssumption, type Observation } from '../contract/assumed.js';
import { type Item, statusItem } from '../contract/items.js';
import { unknownId } from '../contract/resources.js';
import { type Lack, lackOfAction, type Send, type Survey, surveyArray } from '../contract/survey.js';
import type { Details } from '../evidence/details.js';
import { shownEvidence } from '../evidence/shown-evidence.js';
import { evidenceOf, namesOf } from '../findings/deviation.js';
import type { Evidence } from '../findings/evidence.js';
import { type Finding, findingKey, type FindingKind } from '../findings/finding.js';
import { type FindingId, findingKinds } from '../findings/finding-kinds.js';
import { type Found, readFound, readItems, readObservation, readStatuses } from './found.js';
import { type Question, readQuestion } from './question.js';

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

/** The findings of a check, and what it saw. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly covered: ReadonlySet<Item>;
  readonly acceptedItems: ReadonlySet<Item>;
  readonly observed: readonly Observation[];
  readonly samples: readonly Sample[];
}

/** The reason why a check says nothing about this array. */
export class NotApplicable extends Error {}

/** The array does not have what a check asks for. */
export class Lacking extends NotApplicable {
  readonly lack: Lack;

  constructor(lack: Lack, isOther = false) {
    super(`The ${isOther ? 'other ' : ''}array ${lack.predicate}`);
    this.lack = lack;
  }
}

/** The first look at each array of a run. */
export class Surveys {
  readonly #surveys = new Map<Site, Promise<Survey>>();

  of(site: Site, send: Send): Promise<Survey> {
    const known = this.#surveys.get(site);
    if (known) return known;
    const survey = surveyArray(send);
    this.#surveys.set(site, survey);
    // A look that was stopped says nothing.
    survey.catch(() => this.#surveys.delete(site));
    return survey;
  }
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

/** The kinds of findings of the suite. A check can change the table of the package, and not this copy. */
const suiteKinds: Readonly<Record<string, FindingKind>> = structuredClone(findingKinds);

const mishaps: Readonly<Record<Mishap['kind'], readonly [FindingId, message: string, expected: string]>> = {
  busy: ['array.busy', 'The array was busy (503), and was asked again when its Retry-After said.', 'an answer at once'],
  'session-ended': [
    'auth.session-ended',
    'The array ended the login session of the run on the way. The suite logged in again and went on.',
    'a login session that lasts',
  ],
};

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
  const findings: Finding[] = [];
  const covered = new Set<Item>();
  const acceptedItems = new Set<Item>();
  const observed = new Map<string, Observation>();
  const samples: Sample[] = [];
  /** The exchanges in which something else than the API has answered. */
  const pages = new WeakSet<object>();
  let hasPages = false;
  const known: Readonly<Record<string, FindingKind>> = { ...kinds, ...suiteKinds };

  /** The exchanges of the check as they were sent, by those that it got. */
  const originals = new WeakMap<object, { exchange: SentExchange; site: Site }>();
  const found = new Set<string>();

  const add = (finding: Finding, exchange: object, evidence: Evidence): void => {
    const original = originals.get(exchange);
    // What shows a finding the first time shows it.
    if (original && !found.has(findingKey(finding))) {
      finding.evidence = shownEvidence(redactor, original.exchange, { ...original, rows: evidence.rows });
      details?.add({ finding, ...original, ...evidence });
    }
    found.add(findingKey(finding));
    findings.push(finding);
  };
  const report = (id: string, ...given: Parameters<typeof readFound>): void => {
    const kind = Object.hasOwn(known, id) ? known[id] : undefined;
    if (!kind) throw new Error(`There is no kind of finding ${id}.`);
    // A page says nothing about the array but that it is no answer of it.
    if (pages.has(given[0] as object) && id !== 'body.media-type') return;
    const { exchange, message, more = {} } = readFound(...given);
    const { expected, actual, rows, ...names } = more;
    const { operationId: operation, request, status } = exchange;
    const { severity, remedy } = kind;
    const finding: Finding = { id, severity, operation, request, status, message, remedy, ...names };
    add(finding, given[0] as object, { expected, actual, ...(rows && { rows }) });
  };
  const find: CheckContext['find'] = (id, exchange, message, ...[more]) => report(id, exchange, message, more);
  /** The answer to an action that the array does not have says nothing else. */
  const findAbsent = ({ id, subject, exchange, predicate }: Lack, { target: { site } }: ArrayUnderTest): void => {
    const { operationId: operation, request, status } = exchange;
    covered.add(statusItem(operation, status));
    const message = `The array ${predicate}`;
    const { severity, remedy } = findingKinds[id];
    originals.set(exchange, { exchange, site });
    const finding: Finding = { id, severity, operation, request, status, message, remedy, subject, site };
    add(finding, exchange, { expected: 'an answer of an array that has it', actual: status });
  };
  const observe: CheckContext['observe'] = (exchange, given) => {
    const { assumption, verdict, evidence, ...more } = readObservation(given);
    if (!isAssumption(assumption)) throw new Error(`There is no assumption ${assumption}.`);
    observed.set(JSON.stringify([assumption, verdict, evidence]), { assumption, verdict, evidence });
    if (verdict === 'contradicted')
      find('assumption.contradicted', exchange, `The array does not do what ${assumption} assumes: ${evidence}.`, {
        subject: assumption,
        expected: assumptions[assumption]?.part,
        actual: evidence,
        ...more,
      });
  };
  const recordAt = ({ release, target, arraySession }: ArrayUnderTest, exchange: SentExchange): SentExchange => {
    const { operationId, status } = exchange;
    originals.set(exchange, { exchange, site: target.site });
    covered.add(statusItem(operationId, status));
    const { deviations, items, observations } = compareAnswer(exchange, release);
    if (isPage(exchange)) {
      pages.add(exchange);
      hasPages = true;
    }
    for (const item of readItems(items)) covered.add(item);
    for (const observation of observations) observe(exchange, observation);
    for (const deviation of deviations) {
      const { id, message } = deviation;
      report(id, exchange, message, { ...namesOf(deviation), ...evidenceOf(deviation, exchange.json) });
    }
    for (const secret of echoes(exchange, target, arraySession.credentials))
      find('auth.echo', exchange, `The array repeats the ${secret} in its answer.`, {
        subject: secret,
        expected: `no ${secret}`,
        actual: `the ${secret} in the answer`,
      });
    // The first sample of a kind is enough to show.
    if (!samples.some((it) => it.operation === operationId && it.status === status))
      samples.push(redactExchange(redactor, exchange));
    return exchange;
  };
  const noteMishap = ({ kind, exchange }: Mishap, site: Site): void => {
    const [id, message, expected] = mishaps[kind];
    covered.add(statusItem(exchange.operationId, exchange.status));
    originals.set(exchange, { exchange, site });
    find(id, exchange, message, { expected, actual: exchange.status });
  };
  const sendTo =
    ({ arraySession, target }: ArrayUnderTest): Send =>
    (operationId, options) =>
      arraySession.send(operationId, options, signal).finally(() => {
        for (const mishap of arraySession.takeMishaps()) noteMishap(mishap, target.site);
      });
  const surveyOf = async (asked: ArrayUnderTest): Promise<Survey> => {
    const { site } = asked.target;
    const survey = await surveys.of(site, sendTo(asked));
    for (const { exchange } of survey.lacks) originals.set(exchange, { exchange, site });
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
    find,
    observe,
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
        findAbsent(absent, asked);
        survey?.add(absent);
        throw new Lacking(absent, on === 'other');
      }
      const exchange = recordAt(asked, answer);
      const { sentRequest: _sent, ...seen } = exchange;
      const frozen = { json: freeze(seen.json), encodingFaults: freeze(seen.encodingFaults) };
      const answered: Exchange = Object.freeze({ ...seen, ...frozen, headers: withoutSecrets(seen.headers) });
      originals.set(answered, { exchange, site: asked.target.site });
      if (pages.has(exchange)) pages.add(answered);
      return answered;
    },
    expectStatus(exchange, statuses, subject) {
      const expected = readStatuses(statuses);
      if (expected.includes(exchange.status)) return;
      // The finding that no document lists the status says it all.
      if (!documentedAnswer(exchange.operationId, exchange.status)) return;
      const about = subject === undefined ? '' : ` (${subject})`;
      const message = `The array answers with ${exchange.status} instead of ${expected.join(' or ')}${about}.`;
      find('status.unexpected', exchange, message, {
        ...(subject !== undefined && { subject }),
        expected,
        actual: exchange.status,
      });
    },
    cover(...items) {
      for (const item of readItems(items)) covered.add(item);
    },
    coverAccepted(...items) {
      for (const item of readItems(items, 'coverAccepted')) acceptedItems.add(item);
    },
    notApplicable(why) {
      throw new NotApplicable(hasPages ? 'Something else than the API answers, so nothing can be tried.' : why);
    },
  };
  return {
    context: Object.freeze(context),
    login: {
      arraySession: array.arraySession,
      record: (exchange) => recordAt(array, exchange),
      survey: () => surveyOf(array),
      strays,
    },
    result: {
      findings,
      covered,
      acceptedItems,
      get observed() {
        return [...observed.values()];
      },
      samples,
    },
  };
}
