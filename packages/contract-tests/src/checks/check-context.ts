import type { ArrayUnderTest } from '../array/array-under-test.js';
import type { OperationId } from '@powerstore-api/types';
import { judge } from '../contract/conformance.js';
import { type Item, statusItem } from '../contract/items.js';
import type { Exchange } from '../array/exchange.js';
import type { Finding, FindingKind } from '../findings/finding.js';
import { type FindingId, findingKinds } from '../findings/finding-kinds.js';
import type { Question } from '../array/array-session.js';
import { redactExchange, type Redactor, type Sample } from '../array/redact.js';
import { type Row, rowsOf } from '../array/rows.js';
import { echoes } from '../array/secrets.js';

/** What a check works with: it asks, and every answer is compared with the contract on the way. */
export interface CheckContext extends ArrayUnderTest {
  /** The other array of the pair, where there is one. */
  readonly other?: ArrayUnderTest | undefined;
  readonly findings: readonly Finding[];
  readonly covered: ReadonlySet<Item>;
  readonly samples: readonly Sample[];
  /** Aborted when the check is to ask nothing more. */
  readonly signal?: AbortSignal | undefined;
  /** Asks the array; with `on: 'other'` the other one of the pair. */
  ask(operationId: OperationId, question?: Question & { on?: 'other' }): Promise<Exchange>;
  /** Records an answer that was got elsewhere, and compares it with the contract. */
  record(exchange: Exchange): Exchange;
  /** The rows of a list; none where it is no list of objects, which the schema tells. */
  rowsOf(exchange: Exchange): Row[];
  /** Something the contract's schemas cannot see. Say it in names of the API, never in values of the array. */
  find(id: string, exchange: Exchange, what: string, more?: Pick<Finding, 'place' | 'sample'>): void;
  /** A finding unless the status is one of these. */
  expectStatus(exchange: Exchange, ...statuses: number[]): void;
  /** Something of the contract was seen. */
  cover(...items: Item[]): void;
  /** Ends the check: the array has nothing that it could be tried on. */
  notApplicable(why: string): never;
}

/** Why a check says nothing about this array. */
export class NotApplicable extends Error {}

export interface CheckContextOptions {
  array: ArrayUnderTest;
  other?: ArrayUnderTest | undefined;
  redactor: Redactor;
  /** Kinds of findings of the check's own. */
  kinds?: Readonly<Record<string, FindingKind>> | undefined;
  /** When the check is to ask nothing more. */
  signal?: AbortSignal | undefined;
}

export function createCheckContext({ array, other, redactor, kinds = {}, signal }: CheckContextOptions): CheckContext {
  const findings: Finding[] = [];
  const covered = new Set<Item>();
  const samples: Sample[] = [];
  const known: Readonly<Record<string, FindingKind>> = { ...findingKinds, ...kinds };

  const find: CheckContext['find'] = (id, { operationId, request, status }, what, more) => {
    const kind = known[id];
    if (!kind) throw new Error(`there is no kind of finding ${id}`);
    const { severity, remedy } = kind;
    findings.push({ id, severity, operationId, request, status, what, remedy, ...more });
  };
  const recordAt = ({ release, target, arraySession }: ArrayUnderTest, exchange: Exchange): Exchange => {
    const { operationId, status } = exchange;
    covered.add(statusItem(operationId, status));
    const { deviations, items } = judge(exchange, release);
    for (const item of items) covered.add(item);
    for (const { id, what, ...more } of deviations) find(id, exchange, what, more);
    for (const secret of echoes(exchange, target, arraySession.held)) {
      const id: FindingId = 'auth.echo';
      find(id, exchange, `the answer repeats the ${secret}`);
    }
    // The first of a kind is enough to show.
    if (!samples.some((it) => it.operationId === operationId && it.status === status))
      samples.push(redactExchange(redactor, exchange));
    return exchange;
  };
  return {
    ...array,
    other,
    findings,
    covered,
    samples,
    signal,
    find,
    rowsOf,
    record: (exchange) => recordAt(array, exchange),
    async ask(operationId, { on, ...question } = {}) {
      const asked = on === 'other' ? other : array;
      if (!asked) throw new Error('there is no other array');
      return recordAt(asked, await asked.arraySession.send(operationId, question, signal));
    },
    expectStatus(exchange, ...statuses) {
      if (statuses.includes(exchange.status)) return;
      const id: FindingId = 'status.unexpected';
      find(id, exchange, `${exchange.status} where ${statuses.join(' or ')} was expected`);
    },
    cover(...items) {
      for (const item of items) covered.add(item);
    },
    notApplicable(why) {
      throw new NotApplicable(why);
    },
  };
}
