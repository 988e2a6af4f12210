// What one check found and saw. Its values go to the details of the run, and nothing of them into the record of the check.
import { assumptions } from '@powerstore-api/types';
import type { ArrayUnderTest } from '../../array/target/array-under-test.js';
import type { Exchange, SentExchange } from '../../array/http/exchange.js';
import { freeze } from '../../array/secrecy/frozen-copy.js';
import type { Mishap } from '../../array/http/mishap.js';
import { redactExchange, type Redactor, type Sample } from '../../array/secrecy/redact.js';
import { echoes, withoutSecrets } from '../../array/secrecy/secrets.js';
import type { Site } from '../../array/target/target.js';
import { compareAnswer, isPage } from '../../contract/conformance.js';
import { isAssumption, type Observation } from '../../contract/assumed.js';
import { type Item, statusItem } from '../../contract/items.js';
import type { Lack } from '../../contract/survey.js';
import type { Details } from '../../evidence/details.js';
import { shownEvidence } from '../../evidence/shown-evidence.js';
import { evidenceOf, namesOf } from '../../findings/deviation.js';
import type { Evidence } from '../../findings/evidence.js';
import { type Finding, findingKey, type FindingKind } from '../../findings/finding.js';
import { type FindingId, findingKinds } from '../../findings/finding-kinds.js';
import { type Found, readFound, readItems, readObservation } from './found.js';

/** The findings of a check, and what it saw. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly covered: ReadonlySet<Item>;
  readonly acceptedItems: ReadonlySet<Item>;
  readonly observed: readonly Observation[];
  readonly samples: readonly Sample[];
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

export interface NotesOptions {
  redactor: Redactor;
  /** Kinds of findings of the check's own. */
  kinds: Readonly<Record<string, FindingKind>>;
  /** Takes the values that the check compares. */
  details?: Details | undefined;
}

/** The findings of a check, while it is carried out. */
export interface Notes {
  find<Id extends FindingId>(id: Id, exchange: Exchange, message: string, ...more: Found<Id>): void;
  /** Reports an action that the array does not have. Its answer says nothing else. */
  findAbsent(lack: Lack, asked: ArrayUnderTest): void;
  observe(exchange: Exchange, observation: Observation): void;
  cover(...items: Item[]): void;
  coverAccepted(...items: Item[]): void;
  /** Compares an answer with the contract. */
  record(asked: ArrayUnderTest, exchange: SentExchange): SentExchange;
  noteMishap(mishap: Mishap, site: Site): void;
  /** Remembers what was sent for an exchange that no check has got. */
  remember(exchange: SentExchange, site: Site): void;
  /** The exchange as the check gets it: it cannot be changed, and has no cookie and no token. */
  forCheck(exchange: SentExchange, site: Site): Exchange;
  /** Whether something else than the API has answered. */
  hasPages(): boolean;
  readonly result: CheckResult;
}

export function createNotes({ redactor, kinds, details }: NotesOptions): Notes {
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
  const find: Notes['find'] = (id, exchange, message, ...[more]) => report(id, exchange, message, more);
  const findAbsent = ({ id, subject, exchange, predicate }: Lack, { target: { site } }: ArrayUnderTest): void => {
    const { operationId: operation, request, status } = exchange;
    covered.add(statusItem(operation, status));
    const message = `The array ${predicate}`;
    const { severity, remedy } = findingKinds[id];
    originals.set(exchange, { exchange, site });
    const finding: Finding = { id, severity, operation, request, status, message, remedy, subject, site };
    add(finding, exchange, { expected: 'an answer of an array that has it', actual: status });
  };
  const observe: Notes['observe'] = (exchange, given) => {
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
  return {
    find,
    findAbsent,
    observe,
    cover(...items) {
      for (const item of readItems(items)) covered.add(item);
    },
    coverAccepted(...items) {
      for (const item of readItems(items, 'coverAccepted')) acceptedItems.add(item);
    },
    record: recordAt,
    noteMishap,
    remember: (exchange, site) => void originals.set(exchange, { exchange, site }),
    forCheck(exchange, site) {
      const { sentRequest: _sent, ...seen } = exchange;
      const frozen = { json: freeze(seen.json), encodingFaults: freeze(seen.encodingFaults) };
      const answered: Exchange = Object.freeze({ ...seen, ...frozen, headers: withoutSecrets(seen.headers) });
      originals.set(answered, { exchange, site });
      if (pages.has(exchange)) pages.add(answered);
      return answered;
    },
    hasPages: () => hasPages,
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
