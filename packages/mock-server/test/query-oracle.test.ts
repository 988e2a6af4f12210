// The query engine against an oracle that does the same in the plainest way, on generated rows and queries.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { HttpError } from '../src/http/errors.js';
import type { Request } from '../src/http/request.js';
import { queryCollection } from '../src/query/collection.js';
import type { Store } from '../src/query/store.js';
import { releaseOf } from '../src/contract/release.js';

type Value = string | number | boolean | null;
type Row = Record<string, Value>;

const states = ['OK', 'Synchronizing', 'Paused', 'Fractured'];
const nullable = <T extends Value>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 3 });
const words = fc.string({
  unit: fc.constantFrom('a', 'B', '.', ',', '(', ')', '"', '\\', '{', '*', ' ', 'é'),
  maxLength: 6,
});
const times = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().replace('Z', '+00:00'));

const values: Record<string, fc.Arbitrary<Value>> = {
  state: fc.constantFrom(...states),
  error_code: nullable(words),
  last_sync_duration: nullable(fc.integer({ min: 0, max: 5 })),
  failover_test_in_progress: nullable(fc.boolean()),
  last_sync_timestamp: nullable(times),
};
const attributes = Object.keys(values);
const rows = fc
  .array(fc.record(values), { maxLength: 30 })
  .map((list) => list.map((row, index): Row => ({ id: String(index).padStart(3, '0'), ...row })));

interface Comparison {
  attribute: string;
  not: boolean;
  operator: 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'is';
  operand: readonly Value[];
}
type Condition = Comparison | { not: boolean; word: 'and' | 'or'; parts: Condition[] };

const comparisons: fc.Arbitrary<Comparison> = fc.constantFrom(...attributes).chain((attribute) => {
  const known = values[attribute]?.filter((value) => value !== null) ?? fc.constant('');
  return fc.oneof(
    fc.record({
      attribute: fc.constant(attribute),
      not: fc.boolean(),
      operator: fc.constantFrom(
        'eq' as const,
        'neq' as const,
        'gt' as const,
        'gte' as const,
        'lt' as const,
        'lte' as const,
      ),
      operand: known.map((value) => [value]),
    }),
    fc.record({
      attribute: fc.constant(attribute),
      not: fc.boolean(),
      operator: fc.constant('in' as const),
      operand: fc.array(known, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      attribute: fc.constant(attribute),
      not: fc.boolean(),
      operator: fc.constant('is' as const),
      operand: fc.constant([null]),
    }),
  );
});
const { condition: conditions } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparisons,
    fc.record({
      not: fc.boolean(),
      word: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

const quote = (value: Value): string => `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`;

function written(condition: Condition): string {
  const not = condition.not ? 'not.' : '';
  if ('word' in condition) return `${not}${condition.word}(${condition.parts.map(written).join(',')})`;
  return `${condition.attribute}.${not}${tail(condition, quote)}`;
}

const tail = ({ operator, operand }: Comparison, value: (value: Value) => string): string =>
  operator === 'in'
    ? `in.(${operand.map(quote).join(',')})`
    : operator === 'is'
      ? 'is.null'
      : `${operator}.${value(operand[0] ?? null)}`;

/** As in SQL, the negation of an unknown value is unknown. */
function holds(condition: Condition, row: Row): boolean | null {
  const plain =
    'word' in condition
      ? groupHolds(
          condition.word,
          condition.parts.map((part) => holds(part, row)),
        )
      : compared(condition, row);
  return condition.not && plain !== null ? !plain : plain;
}

function groupHolds(word: 'and' | 'or', parts: (boolean | null)[]): boolean | null {
  const decisive = word === 'or';
  return parts.includes(decisive) ? decisive : parts.includes(null) ? null : !decisive;
}

function compared({ attribute, operator, operand }: Comparison, row: Row): boolean | null {
  const value = row[attribute] ?? null;
  if (operator === 'is') return value === null;
  if (value === null) return null;
  const plain = (raw: Value) => (attribute === 'last_sync_timestamp' ? new Date(String(raw)).getTime() : (raw ?? ''));
  const [left, right] = [plain(value), plain(operand[0] ?? null)];
  switch (operator) {
    case 'in': {
      return operand.some((one) => plain(one) === left);
    }
    case 'eq': {
      return left === right;
    }
    case 'neq': {
      return left !== right;
    }
    case 'gt': {
      return left > right;
    }
    case 'gte': {
      return left >= right;
    }
    case 'lt': {
      return left < right;
    }
    default: {
      return left <= right;
    }
  }
}

const request = (query: Request['query']): Request => ({
  method: 'GET',
  target: '/replication_session',
  path: '/replication_session',
  query,
  headers: {},
});
const idsOf = (query: Request['query'], from: Row[]): unknown[] => {
  const { body } = queryCollection(storeOf(from), 'replication_session', request({ limit: '2000', ...query }));
  return (body as Row[]).map(({ id }) => id);
};

it('filters as the oracle does', () => {
  fc.assert(
    fc.property(rows, fc.array(conditions, { minLength: 1, maxLength: 3 }), (list, all) => {
      const expected = list
        .filter((row) => all.every((condition) => holds(condition, row) === true))
        .map(({ id }) => id);
      expect(idsOf({ and: `(${all.map(written).join(',')})` }, list)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

it('filters by several parameters as by one group', () => {
  fc.assert(
    fc.property(rows, comparisons, comparisons, (list, one, two) => {
      const parameters: Record<string, string[]> = {};
      for (const comparison of [one, two]) {
        (parameters[comparison.attribute] ??= []).push(`${comparison.not ? 'not.' : ''}${tail(comparison, String)}`);
      }
      expect(idsOf(parameters, list)).toEqual(idsOf({ and: `(${written(one)},${written(two)})` }, list));
    }),
    { numRuns: 500 },
  );
});

it('orders as the oracle does, page by page', () => {
  const orders = fc.array(fc.record({ attribute: fc.constantFrom(...attributes), descending: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(rows, orders, fc.integer({ min: 1, max: 7 }), (list, keys, size) => {
      const expected = list
        .toSorted((a, b) => {
          for (const { attribute, descending } of keys) {
            const [x, y] = [sortable(a[attribute] ?? null), sortable(b[attribute] ?? null)];
            if (x !== y) return (x < y ? -1 : 1) * (descending ? -1 : 1);
          }
          return 0;
        })
        .map(({ id }) => id);
      const order = keys.map(({ attribute, descending }) => `${attribute}.${descending ? 'desc' : 'asc'}`).join(',');
      const pages: unknown[] = [];
      for (let offset = 0; offset < list.length; offset += size) {
        pages.push(...idsOf({ order, limit: String(size), offset: String(offset) }, list));
      }
      expect(pages).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

/** Text that sorts as the value does, with no value at the end. */
function sortable(value: Value): string {
  if (value === null) return '2';
  if (typeof value === 'number') return `1${String(value).padStart(3, '0')}`;
  if (typeof value === 'boolean') return `1${Number(value)}`;
  return /^\d{4}-/.test(value) ? `1${new Date(value).toISOString()}` : `1${value}`;
}

it('answers or refuses whatever it is asked, and never breaks', () => {
  const names = fc.oneof(
    fc.constantFrom(...attributes, 'and', 'or', 'not.and', 'order', 'select', 'remote_system->>name'),
    fc.string(),
  );
  const texts = fc.oneof(
    fc.string(),
    conditions.map(written),
    fc.stringMatching(/^(not\.)?(eq|in|cs|is|ilike)\.[a-z(){},".*]{0,8}$/),
  );
  fc.assert(
    fc.property(rows, fc.dictionary(names, texts, { maxKeys: 3 }), (list, query) => {
      expect(outcome(query, list)).toBe('answered or refused');
    }),
    { numRuns: 2000 },
  );
});

function outcome(query: Record<string, string>, list: Row[]): string {
  try {
    queryCollection(storeOf(list), 'replication_session', request(query));
  } catch (error) {
    if (!(error instanceof HttpError)) return String(error);
  }
  return 'answered or refused';
}

const storeOf = (list: Row[]): Store => ({
  release: releaseOf('4.4'),
  rows: () => list,
  column: (_resource, _key, valueOf) => ({ values: list.map(valueOf), changes: 0 }),
  find: (_resource, id) => list.find((row) => row['id'] === id),
  related: () => null,
});
