import type { OperationId } from '@powerstore-api/types';
import type { ArraySession } from '../array/http/array-session.js';
import type { ArrayUnderTest } from '../array/target/array-under-test.js';
import type { Exchange } from '../array/http/exchange.js';
import { freeze } from '../array/secrecy/frozen-copy.js';
import type { Mishap } from '../array/http/mishap.js';
import { redactExchange, type Redactor, type Sample } from '../array/secrecy/redact.js';
import { type Row, rowsOf } from '../array/rows/rows.js';
import { echoes, withoutSecrets } from '../array/secrecy/secrets.js';
import { type TargetView, viewOf } from '../array/target/target.js';
import { compareAnswer } from '../contract/conformance.js';
import { documentedAnswer } from '../contract/contract.js';
import { type Item, statusItem } from '../contract/items.js';
import type { Finding, FindingKind } from '../findings/finding.js';
import { type FindingId, findingKinds } from '../findings/finding-kinds.js';
import { readFound, readItems, readStatuses } from './found.js';
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
   *   `common` (by default the `subject`) are one finding of the report, with its places.
   */
  find(
    id: FindingId | OwnId,
    exchange: Exchange,
    message: string,
    more?: Pick<Finding, 'place' | 'subject' | 'sample' | 'common'>,
  ): void;
  /** Reports a finding unless the status is one of these. `subject` names the special part of the request. */
  expectStatus(exchange: Exchange, statuses: number | readonly number[], subject?: string): void;
  /** Records that the check saw something of the contract. */
  cover(...items: Item[]): void;
  /** Ends the check, because the array has nothing to try it on. */
  notApplicable(why: string): never;
}

/** The login session of the run, for the checks of the suite that begin it, end it, or lend it to the client. */
export interface LoginSession {
  readonly arraySession: ArraySession;
  /** Compares the answer to a login or a logout with the contract. */
  record(exchange: Exchange): Exchange;
}

/** The findings of a check, and what it saw. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly covered: ReadonlySet<Item>;
  readonly samples: readonly Sample[];
}

/** The reason why a check says nothing about this array. */
export class NotApplicable extends Error {}

export interface CheckContextOptions {
  array: ArrayUnderTest;
  other?: ArrayUnderTest | undefined;
  redactor: Redactor;
  seed: string;
  /** Kinds of findings of the check's own. */
  kinds?: Readonly<Record<string, FindingKind>> | undefined;
  /** Aborted when the check has to stop. */
  signal?: AbortSignal | undefined;
}

/** The kinds of findings of the suite. A check can change the table of the package, and not this copy. */
const suiteKinds: Readonly<Record<string, FindingKind>> = structuredClone(findingKinds);

const mishaps: Readonly<Record<Mishap['kind'], readonly [FindingId, string]>> = {
  busy: ['array.busy', 'The array was busy (503), and was asked again when its Retry-After said.'],
  'session-ended': [
    'auth.session-ended',
    'The array ended the login session of the run on the way. The suite logged in again and went on.',
  ],
};

export function createCheckContext({ array, other, redactor, seed, kinds = {}, signal }: CheckContextOptions): {
  context: CheckContext;
  login: LoginSession;
  result: CheckResult;
} {
  const findings: Finding[] = [];
  const covered = new Set<Item>();
  const samples: Sample[] = [];
  const known: Readonly<Record<string, FindingKind>> = { ...kinds, ...suiteKinds };

  const find: CheckContext['find'] = (id, ...given) => {
    const kind = Object.hasOwn(known, id) ? known[id] : undefined;
    if (!kind) throw new Error(`There is no kind of finding ${id}.`);
    const { exchange, message, more } = readFound(...given);
    const { operationId: operation, request, status } = exchange;
    const { severity, remedy } = kind;
    findings.push({ id, severity, operation, request, status, message, remedy, ...more });
  };
  const recordAt = ({ release, target, arraySession }: ArrayUnderTest, exchange: Exchange): Exchange => {
    const { operationId, status } = exchange;
    covered.add(statusItem(operationId, status));
    const { deviations, items } = compareAnswer(exchange, release);
    for (const item of readItems(items)) covered.add(item);
    for (const { id, message, ...more } of deviations) find(id, exchange, message, more);
    for (const secret of echoes(exchange, target, arraySession.credentials))
      find('auth.echo', exchange, `The array repeats the ${secret} in its answer.`, {
        subject: secret,
      });
    // The first sample of a kind is enough to show.
    if (!samples.some((it) => it.operation === operationId && it.status === status))
      samples.push(redactExchange(redactor, exchange));
    return exchange;
  };
  const noteMishap = ({ kind, exchange }: Mishap): void => {
    const [id, message] = mishaps[kind];
    covered.add(statusItem(exchange.operationId, exchange.status));
    find(id, exchange, message);
  };
  const context: CheckContext = {
    target: viewOf(array.target),
    release: array.release,
    seed,
    other: other && Object.freeze({ target: viewOf(other.target), release: other.release }),
    // A signal of its own: the one of the run could be made to fire.
    signal: signal && AbortSignal.any([signal]),
    find,
    rowsOf,
    async ask(operationId, given = {}) {
      const { on, ...options } = readQuestion(given);
      const asked = on === 'other' ? other : array;
      if (!asked) throw new Error('There is no other array.');
      const { arraySession } = asked;
      const sending = arraySession.send(operationId, options, signal).finally(() => {
        for (const mishap of arraySession.takeMishaps()) noteMishap(mishap);
      });
      const exchange = recordAt(asked, await sending);
      const { headers, json, encodingFaults } = exchange;
      const frozen = { json: freeze(json), encodingFaults: freeze(encodingFaults) };
      return Object.freeze({ ...exchange, ...frozen, headers: withoutSecrets(headers) });
    },
    expectStatus(exchange, statuses, subject) {
      const expected = readStatuses(statuses);
      if (expected.includes(exchange.status)) return;
      // The finding that no document lists the status says it all.
      if (!documentedAnswer(exchange.operationId, exchange.status)) return;
      const about = subject === undefined ? '' : ` (${subject})`;
      const message = `The array answers with ${exchange.status} instead of ${expected.join(' or ')}${about}.`;
      find('status.unexpected', exchange, message, subject === undefined ? {} : { subject });
    },
    cover(...items) {
      for (const item of readItems(items)) covered.add(item);
    },
    notApplicable(why) {
      throw new NotApplicable(why);
    },
  };
  return {
    context: Object.freeze(context),
    login: { arraySession: array.arraySession, record: (exchange) => recordAt(array, exchange) },
    result: { findings, covered, samples },
  };
}
