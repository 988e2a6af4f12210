import type { OperationId } from '@powerstore-api/types';
import type { RequestOptions } from '../array/array-session.js';
import type { ArrayUnderTest } from '../array/array-under-test.js';
import type { Exchange } from '../array/exchange.js';
import { redactExchange, type Redactor, type Sample } from '../array/redact.js';
import { type Row, rowsOf } from '../array/rows.js';
import { echoes } from '../array/secrets.js';
import { compareAnswer } from '../contract/conformance.js';
import { type Item, statusItem } from '../contract/items.js';
import type { Finding, FindingKind } from '../findings/finding.js';
import { type FindingId, findingKinds } from '../findings/finding-kinds.js';

/**
 * The means of a check: it asks the array, and every answer is compared with the contract on the way. `OwnId` are the ids of the
 * check's own kinds of findings.
 */
export interface CheckContext<OwnId extends string = never> extends ArrayUnderTest {
  /** The other array of the pair, where there is one. */
  readonly other?: ArrayUnderTest | undefined;
  readonly findings: readonly Finding[];
  readonly covered: ReadonlySet<Item>;
  readonly samples: readonly Sample[];
  /** Aborted when the check has to stop: it can send no more requests then. */
  readonly signal?: AbortSignal | undefined;
  /** Asks the array; with `on: 'other'` the other one of the pair. */
  ask(operationId: OperationId, options?: RequestOptions & { on?: 'other' }): Promise<Exchange>;
  /** Records an exchange that the check did not get from `ask`, and compares its answer with the contract. */
  record(exchange: Exchange): Exchange;
  /** The rows of a list; none where the answer is no list of objects, which the schema reports. */
  rowsOf(exchange: Exchange): Row[];
  /**
   * Reports a fault that the schemas of the contract cannot see.
   *
   * @param id the kind of finding: a built-in one, or one of the check's own `findings`
   * @param message a sentence for a person, without values of the array
   * @param more `subject` tells this fault from others of the same kind in the same operation: it is a name of the API. Without
   *   it, all of them count as one finding.
   */
  find(
    id: FindingId | OwnId,
    exchange: Exchange,
    message: string,
    more?: Pick<Finding, 'place' | 'subject' | 'sample'>,
  ): void;
  /** Reports a finding unless the status is one of these. `subject` names the special part of the request. */
  expectStatus(exchange: Exchange, statuses: number | readonly number[], subject?: string): void;
  /** Records that the check saw something of the contract. */
  cover(...items: Item[]): void;
  /** Ends the check, because the array has nothing to try it on. */
  notApplicable(why: string): never;
}

/** The reason why a check says nothing about this array. */
export class NotApplicable extends Error {}

export interface CheckContextOptions {
  array: ArrayUnderTest;
  other?: ArrayUnderTest | undefined;
  redactor: Redactor;
  /** Kinds of findings of the check's own. */
  kinds?: Readonly<Record<string, FindingKind>> | undefined;
  /** Aborted when the check has to stop. */
  signal?: AbortSignal | undefined;
}

export function createCheckContext({ array, other, redactor, kinds = {}, signal }: CheckContextOptions): CheckContext {
  const findings: Finding[] = [];
  const covered = new Set<Item>();
  const samples: Sample[] = [];
  const known: Readonly<Record<string, FindingKind>> = { ...findingKinds, ...kinds };

  const find: CheckContext['find'] = (id, { operationId: operation, request, status }, message, more) => {
    const kind = known[id];
    if (!kind) throw new Error(`There is no kind of finding ${id}.`);
    const { severity, remedy } = kind;
    findings.push({ id, severity, operation, request, status, message, remedy, ...more });
  };
  const recordAt = ({ release, target, arraySession }: ArrayUnderTest, exchange: Exchange): Exchange => {
    const { operationId, status } = exchange;
    covered.add(statusItem(operationId, status));
    const { deviations, items } = compareAnswer(exchange, release);
    for (const item of items) covered.add(item);
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
    async ask(operationId, { on, ...options } = {}) {
      const asked = on === 'other' ? other : array;
      if (!asked) throw new Error('There is no other array.');
      return recordAt(asked, await asked.arraySession.send(operationId, options, signal));
    },
    expectStatus(exchange, statuses, subject) {
      const expected = [statuses].flat();
      if (expected.includes(exchange.status)) return;
      const about = subject === undefined ? '' : ` (${subject})`;
      const message = `The array answers with ${exchange.status} instead of ${expected.join(' or ')}${about}.`;
      find('status.unexpected', exchange, message, subject === undefined ? {} : { subject });
    },
    cover(...items) {
      for (const item of items) covered.add(item);
    },
    notApplicable(why) {
      throw new NotApplicable(why);
    },
  };
}
