// What filters promise, said for an attribute whose values are not known before: with values that were just read.
import { type AttributeInfo, literals } from '@powerstore-api/types';
import type { Row } from '../array/rows.js';

/** Whether a row fits; `undefined` where nobody documents it, as for `null` under a negation. */
export type Fit = (row: Row) => boolean | undefined;

/** A filter, and which rows fit it. */
export interface FilterProperty {
  filter: Record<string, string>;
  /** What of the query language it is made of. */
  operators: readonly string[];
  fits: Fit;
}

/** A filter together with its negation: they share no row, and with those that hold nothing they are all there is. */
export interface FilterProperties {
  one: FilterProperty;
  negation: Record<string, string>;
  further: readonly FilterProperty[];
}

type Comparable = number | string | boolean;

/** A value as it is compared: a number for numbers and times, to the microsecond. */
function comparable({ type }: Pick<AttributeInfo, 'type'>, value: unknown): Comparable | null {
  if (value === null || value === undefined) return null;
  // What is of the wrong type, or no time, is found by the schema, and compares with nothing.
  if (type === 'date-time') {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return Number.NaN;
    const fraction = /\.\d+/.exec(value)?.[0] ?? '';
    return Math.floor(Date.parse(value) / 1000) + Number(`0${fraction}`);
  }
  if (type === 'integer') return typeof value === 'number' ? value : Number.NaN;
  return typeof value === 'boolean' ? value : String(value);
}

/** A value that needs no quotes in a group or a list. */
const plain = /^[^\s",(){}\\*](?:[^",(){}\\*]*[^\s",(){}\\*])?$/;

/** The laws of an attribute, with values out of the rows; none where no row has a value to try. */
export function filterPropertiesOf(
  name: string,
  info: AttributeInfo,
  rows: readonly Row[],
  turn: number,
): FilterProperties | undefined {
  const values = rows.map((row) => row[name]).filter((value) => value !== null && value !== undefined);
  if (values.length === 0) return info.nullable && rows.length > 0 ? nothingOf(name) : undefined;
  if (info.list) return lawsOfList(name, info, values);
  if (info.type === 'boolean') return lawsOfBoolean(name, info);
  if (info.type === 'integer' || info.type === 'date-time') return lawsOfNumber(name, info, values, turn);
  return lawsOfText(name, info, values, turn);
}

const isNull =
  (name: string): Fit =>
  (row) =>
    row[name] === null;

/** Nothing fits `null`, but what a negation does with it is not documented. */
const unlessNull =
  (name: string, fits: (value: unknown) => boolean, forNull: boolean | undefined = false): Fit =>
  (row) =>
    row[name] === null || row[name] === undefined ? forNull : fits(row[name]);

const nothingOf = (name: string): FilterProperties => ({
  one: { filter: { [name]: 'is.null' }, operators: ['is'], fits: isNull(name) },
  negation: { [name]: 'not.is.null' },
  further: [],
});

/** Where an attribute may be `null`, `or` has it as one more alternative. */
const orNull = (name: string, { nullable }: AttributeInfo): string => (nullable ? `,${name}.is.null` : '');

function lawsOfBoolean(name: string, info: AttributeInfo): FilterProperties {
  return {
    one: { filter: { [name]: 'is.true' }, operators: ['is'], fits: unlessNull(name, (value) => value === true) },
    negation: { [name]: 'not.is.true' },
    further: [
      {
        filter: { and: `(${name}.eq.true,${name}.neq.false)` },
        operators: ['and', 'eq', 'neq'],
        fits: unlessNull(name, (value) => value === true),
      },
      {
        filter: { or: `(${name}.is.false${orNull(name, info)})` },
        operators: ['or', 'is'],
        fits: unlessNull(name, (value) => value === false, info.nullable),
      },
    ],
  };
}

function lawsOfNumber(
  name: string,
  info: AttributeInfo,
  values: readonly unknown[],
  turn: number,
): FilterProperties | undefined {
  const of = (value: unknown): number => Number(comparable(info, value));
  const distinct = [...new Map(values.map((value) => [of(value), String(value)]))]
    .filter(([number]) => Number.isFinite(number))
    .toSorted(([a], [b]) => a - b);
  const [low, middle, high] = [distinct[0], distinct[Math.floor(distinct.length / 2)], distinct.at(-1)];
  if (!low || !middle || !high) return undefined;
  const chosen = new Set([low[0], middle[0]]);
  const top = turn % 2 === 0 ? 'eq' : 'gte';
  const isTop = (value: number): boolean => (top === 'eq' ? value === high[0] : value >= high[0]);
  return {
    one: {
      filter: { [name]: `in.(${low[1]},${middle[1]})` },
      operators: ['in'],
      fits: unlessNull(name, (value) => chosen.has(of(value))),
    },
    negation: { [name]: `not.in.(${low[1]},${middle[1]})` },
    further: [
      {
        filter: { and: `(${name}.gt.${low[1]},${name}.lte.${high[1]},${name}.neq.${middle[1]})` },
        operators: ['and', 'gt', 'lte', 'neq'],
        fits: unlessNull(name, (value) => of(value) > low[0] && of(value) <= high[0] && of(value) !== middle[0]),
      },
      {
        filter: { or: `(${name}.lt.${middle[1]},${name}.${top}.${high[1]}${orNull(name, info)})` },
        operators: ['or', 'lt', top, ...(info.nullable ? ['is'] : [])],
        fits: unlessNull(name, (value) => of(value) < middle[0] || isTop(of(value)), info.nullable),
      },
    ],
  };
}

/**
 * In which order an array has texts is not documented, so that what is greater than one is not known either; but what is
 * greater or less is all but the same.
 */
function lawsOfText(
  name: string,
  info: AttributeInfo,
  values: readonly unknown[],
  turn: number,
): FilterProperties | undefined {
  const distinct = [...new Set(values.map(String))].toSorted();
  // Whether a filter looks at case is not documented for all: values that differ in nothing else say nothing.
  const usable = distinct.filter(
    (value) => plain.test(value) && !distinct.some((it) => it !== value && fold(it) === fold(value)),
  );
  const middle = usable[Math.floor(usable.length / 2)];
  if (middle === undefined) return undefined;
  const same = (value: unknown): boolean => value === middle;
  // Letters and digits only: what else stands for something in a pattern is not documented.
  const [part] = info.type === 'string' ? (/[a-z\d]{2,}/i.exec(middle) ?? []) : [];
  const operand = part === undefined ? `eq.${middle}` : `ilike.*${turned(part)}*`;
  return {
    one: {
      filter: { [name]: operand },
      operators: [part === undefined ? 'eq' : 'ilike'],
      fits: unlessNull(name, part === undefined ? same : (value) => fold(String(value)).includes(fold(part))),
    },
    negation: { [name]: `not.${operand}` },
    further:
      turn % 2 === 0
        ? [
            {
              filter: { and: `(${name}.gte.${middle},${name}.lte.${middle})` },
              operators: ['and', 'gte', 'lte'],
              fits: unlessNull(name, same),
            },
            {
              filter: { or: `(${name}.gt.${middle},${name}.lt.${middle}${orNull(name, info)})` },
              operators: ['or', 'gt', 'lt'],
              fits: unlessNull(name, (value) => !same(value), info.nullable),
            },
          ]
        : [
            {
              filter: { or: `(${name}.eq.${middle}${orNull(name, info)})` },
              operators: ['or', 'eq'],
              fits: unlessNull(name, same, info.nullable),
            },
            {
              filter: { and: `(${name}.neq.${middle},${name}.not.in.(${middle}))` },
              operators: ['and', 'neq', 'not', 'in'],
              fits: unlessNull(name, (value) => !same(value), undefined),
            },
          ],
  };
}

function lawsOfList(name: string, info: AttributeInfo, values: readonly unknown[]): FilterProperties | undefined {
  const words = [...new Set(values.flat().map(String))].filter((word) => plain.test(word)).slice(0, 50);
  const [first] = words;
  if (first === undefined) return undefined;
  return {
    one: {
      filter: { [name]: `cs.{${first}}` },
      operators: ['cs'],
      fits: unlessNull(name, (value) => listed(value).includes(first)),
    },
    negation: { [name]: `not.cs.{${first}}` },
    further: [
      {
        filter: { [name]: `cd.{${words.join(',')}}` },
        operators: ['cd'],
        fits: unlessNull(name, (value) => listed(value).every((it) => words.includes(it))),
      },
      {
        filter: { or: `(${name}.cs.{${first}}${orNull(name, info)})` },
        operators: ['or', 'cs'],
        fits: unlessNull(name, (value) => listed(value).includes(first), info.nullable),
      },
    ],
  };
}

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const fold = (text: string): string => text.toLowerCase();

/** The same letters in the other case. */
const turned = (text: string): string =>
  [...text].map((it) => (it === it.toUpperCase() ? it.toLowerCase() : it.toUpperCase())).join('');

export type Direction = 'asc' | 'desc';

/** Orders texts may be in. Which of them an array uses is not documented. */
const collations: readonly ((a: string, b: string) => number)[] = [
  (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  new Intl.Collator('en').compare,
  new Intl.Collator('en', { ignorePunctuation: true }).compare,
];

/** Whether values are in order, as far as that can be said: `undefined` for texts that are in no order known here. */
export function isOrdered(info: AttributeInfo, values: readonly unknown[], direction: Direction): boolean | undefined {
  const all = values.map((value) => comparable(info, value));
  const have = all.filter((value) => value !== null);
  // Those without a value are at one end, whichever it is.
  const first = all.findIndex((value) => value !== null);
  if (have.length > 0 && all.slice(first, first + have.length).includes(null)) return false;
  const run = direction === 'asc' ? have : have.toReversed();
  const within = (compare: (a: Comparable, b: Comparable) => number): boolean =>
    run.every((value, index) => index === 0 || compare(run[index - 1] as Comparable, value) <= 0);
  if (info.type === 'string' || info.type === 'enum') {
    const ranks = info.enum === undefined ? [] : Object.keys(literals[info.enum]);
    const text = collations.some(
      (collate) =>
        within((a, b) => collate(String(a), String(b))) || within((a, b) => collate(fold(String(a)), fold(String(b)))),
    );
    return text || (ranks.length > 0 && within((a, b) => ranks.indexOf(String(a)) - ranks.indexOf(String(b))))
      ? true
      : undefined;
  }
  return have.some((value) => Number.isNaN(value)) || within((a, b) => Number(a) - Number(b));
}

/** Texts, those that are the same and next to each other as one. */
const runs = (values: readonly unknown[]): string[] =>
  values
    .filter((value) => value !== null)
    .map((value) => fold(String(value)))
    .filter((value, index, all) => value !== all[index - 1]);

/** Whether one list of texts is the other one turned round, each text in one place: then they are in some order. */
export function areReversed(one: readonly unknown[], other: readonly unknown[]): boolean {
  const [forth, back] = [runs(one), runs(other).toReversed()];
  return new Set(forth).size === forth.length && forth.join('\n') === back.join('\n');
}
