import { type Term, termOf } from './attribute.js';
import { badQuery } from './bad-query.js';
import { comparables } from './column.js';
import type { Row } from './row.js';
import type { Store } from './store.js';
import { type Comparison, type Condition, isGroupName, readComparison, readGroup } from './syntax.js';
import { type Comparable, readValue } from './value.js';

/**
 * Whether the row at a position passes. `null` if it has no value to compare: such a row passes neither the test nor its
 * negation, as in SQL. (PowerStore's query language is that of PostgREST; no document says how an array treats `null`.)
 */
type Test = (at: number) => boolean | null;

/** Query parameters that are not filters. */
const reserved = new Set(['select', 'order', 'limit', 'offset', 'is_async']);

/**
 * Reads the filters of a query. A row has to pass all of them.
 *
 * @throws HttpError with 400 that names the wrong attribute, operator or value.
 */
export function readFilters(
  store: Store,
  resource: string,
  query: Readonly<Record<string, string | string[]>>,
): ((at: number) => boolean) | undefined {
  const conditions = Object.entries(query)
    .filter(([name]) => !reserved.has(name))
    .flatMap(([name, values]): Condition[] => {
      if (isGroupName(name)) return [values].flat().map((value) => readGroup(name, value));
      // An unknown attribute is the more helpful error, so look for it before reading the value.
      termOf(store, resource, name);
      return [values].flat().map((value) => readComparison(name, value));
    });
  if (conditions.length === 0) return undefined;
  const tests = conditions.map((condition) => compile(store, resource, condition));
  return (at) => tests.every((test) => test(at) === true);
}

function compile(store: Store, resource: string, condition: Condition): Test {
  const test =
    condition.kind === 'group'
      ? all(store, resource, condition.every, condition.conditions)
      : comparison(store, resource, condition);
  return condition.negated ? (at) => not(test(at)) : test;
}

const not = (value: boolean | null): boolean | null => (value === null ? null : !value);

/** `and` is false if one condition is, `or` is true if one is. Otherwise the result is `null` if one condition is. */
function all(store: Store, resource: string, every: boolean, conditions: Condition[]): Test {
  const tests = conditions.map((condition) => compile(store, resource, condition));
  return (at) => {
    let unknown = false;
    for (const test of tests) {
      const value = test(at);
      if (value === !every) return value;
      unknown ||= value === null;
    }
    return unknown ? null : every;
  };
}

function comparison(store: Store, resource: string, { attribute, operator, operand }: Comparison): Test {
  const term = termOf(store, resource, attribute);
  const build = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (!build) {
    throw badQuery(
      `${attribute} is filtered with "${operator}", which is not an operator. Use one of ${Object.keys(operators).join(', ')}.`,
    );
  }
  const rows = store.rows(resource);
  return build(term, operand, {
    at: (position) => term.valueOf(rows[position] as Row),
    comparables: () => comparables(store, resource, term).values,
  });
}

type Operator = (term: Term, operand: string | string[], values: Values) => Test;

/** The values of a term: as rows have them, and ready to compare. */
interface Values {
  at(position: number): unknown;
  comparables(): readonly (Comparable | null)[];
}

const comparing =
  (holds: (value: Comparable, expected: Comparable) => boolean): Operator =>
  (term, operand, values) => {
    if (term.list) throw badQuery(`${term.name} is a list. Filter it with cs or cd.`);
    const expected = readValue(term, String(operand));
    const have = values.comparables();
    return (at) => {
      const value = have[at] ?? null;
      return value === null ? null : holds(value, expected);
    };
  };

const containing =
  (holds: (have: unknown[], wanted: unknown[]) => boolean): Operator =>
  (term, operand, values) => {
    if (!term.list) throw badQuery(`${term.name} is not a list. Use cs and cd for lists only.`);
    const wanted = [operand].flat().map((text) => readValue(term, text));
    return (at) => {
      const value = values.at(at);
      return Array.isArray(value) ? holds(value, wanted) : null;
    };
  };

const operators: Readonly<Record<string, Operator>> = {
  eq: comparing((value, expected) => value === expected),
  neq: comparing((value, expected) => value !== expected),
  gt: comparing((value, expected) => value > expected),
  gte: comparing((value, expected) => value >= expected),
  lt: comparing((value, expected) => value < expected),
  lte: comparing((value, expected) => value <= expected),
  ilike(term, operand, values) {
    if (term.type !== 'string' && term.type !== 'enum')
      throw badQuery(`${term.name} is not text. Use ilike for text only.`);
    const matches = wildcards(String(operand));
    return (at) => {
      const value = values.at(at);
      return typeof value === 'string' ? matches(value) : null;
    };
  },
  in(term, operand, values) {
    const expected = new Set([operand].flat().map((text) => readValue(term, text)));
    const have = values.comparables();
    return (at) => {
      const value = have[at] ?? null;
      return value === null ? null : expected.has(value);
    };
  },
  is(term, operand, values) {
    const word = String(operand).toLowerCase();
    if (word === 'null') return (at) => (values.at(at) ?? null) === null;
    if (word !== 'true' && word !== 'false')
      throw badQuery(`${term.name} is compared with is.${word}. Use is.null, is.true or is.false.`);
    if (term.type !== 'boolean') throw badQuery(`${term.name} is not a boolean. Use is.${word} for booleans only.`);
    return (at) => values.at(at) === (word === 'true');
  },
  cs: containing((have, wanted) => wanted.every((it) => have.includes(it))),
  cd: containing((have, wanted) => have.every((it) => wanted.includes(it))),
};

/** Matches whole texts, without regard to case. A regular expression with many `*` could take years. */
function wildcards(pattern: string): (text: string) => boolean {
  const [first = '', ...parts] = pattern.toLowerCase().split('*');
  const last = parts.pop();
  return (value) => {
    const text = value.toLowerCase();
    if (last === undefined) return text === first;
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const part of parts) {
      at = text.indexOf(part, at);
      if (at === -1) return false;
      at += part.length;
    }
    return at + last.length <= text.length;
  };
}
