// The properties that filters by an attribute must have, with values that were just read from the array.
import { type AttributeInfo, literalInfo } from '@powerstore-api/types';
import type { Row } from '../../array/rows/rows.js';
import { isUndocumented } from '../../contract/contract.js';
import type { Operator } from '../../contract/items.js';
import { comparable, fold } from './comparable.js';

/** Whether a row fits a filter; `undefined` where no document says so, as for `null` under a negation. */
export type Fit = (row: Row) => boolean | undefined;

/** A filter, and the operators that it is made of. */
export interface Filter {
  filter: Record<string, string>;
  operators: readonly Operator[];
}

/** A filter, and the rows that fit it. */
export interface FilterProperty extends Filter {
  fits: Fit;
}

/** A filter and its negation: they share no row, and together they have every row that is not `null`. */
export interface FilterProperties {
  one: FilterProperty;
  negation: Filter;
  further: readonly FilterProperty[];
}

/** A value that needs no quotes in a group or a list. */
const plain = /^[^\s",(){}\\*](?:[^",(){}\\*]*[^\s",(){}\\*])?$/;

/**
 * The properties of filters by an attribute, with values from the rows; nothing where no row has a value to try. `turn` makes
 * attributes take turns with the operators.
 */
export function filterPropertiesOf(
  name: string,
  info: AttributeInfo,
  rows: readonly Row[],
  turn: number,
): FilterProperties | undefined {
  const values = rows.map((row) => row[name]).filter((value) => value !== null && value !== undefined);
  if (values.length === 0) return info.nullable && rows.length > 0 ? nullProperties(name) : undefined;
  if (info.list) return listProperties(name, info, values);
  if (info.type === 'boolean') return booleanProperties(name, info);
  if (info.type === 'integer' || info.type === 'date-time') return numberProperties(name, info, values, turn);
  return textProperties(name, info, values, turn);
}

const isNull =
  (name: string): Fit =>
  (row) =>
    row[name] === null;

/** No filter fits `null`. It is not documented whether a negation does. */
const unlessNull =
  (name: string, fits: (value: unknown) => boolean | undefined, forNull: boolean | undefined = false): Fit =>
  (row) =>
    row[name] === null || row[name] === undefined ? forNull : fits(row[name]);

const nullProperties = (name: string): FilterProperties => ({
  one: { filter: { [name]: 'is.null' }, operators: ['is'], fits: isNull(name) },
  negation: { filter: { [name]: 'not.is.null' }, operators: ['not', 'is'] },
  further: [],
});

/** One more alternative of an `or`, where an attribute may be `null`. */
const orNull = (name: string, { nullable }: AttributeInfo): string => (nullable ? `,${name}.is.null` : '');

function booleanProperties(name: string, info: AttributeInfo): FilterProperties {
  return {
    one: { filter: { [name]: 'is.true' }, operators: ['is'], fits: unlessNull(name, (value) => value === true) },
    negation: { filter: { [name]: 'not.is.true' }, operators: ['not', 'is'] },
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

function numberProperties(
  name: string,
  info: AttributeInfo,
  values: readonly unknown[],
  turn: number,
): FilterProperties | undefined {
  const of = (value: unknown): number => Number(comparable(info, value));
  const fitting = (fits: (number: number) => boolean, forNull?: boolean): Fit =>
    unlessNull(name, (value) => (Number.isNaN(of(value)) ? undefined : fits(of(value))), forNull);
  const distinct = [...new Map(values.map((value) => [of(value), String(value)]))]
    .filter(([number]) => Number.isFinite(number))
    .toSorted(([a], [b]) => a - b);
  const [low, middle, high] = [distinct[0], distinct[Math.floor(distinct.length / 2)], distinct.at(-1)];
  if (!low || !middle || !high) return undefined;
  const chosen = new Set([low[0], middle[0]]);
  const top: Operator = turn % 2 === 0 ? 'eq' : 'gte';
  const isTop = (value: number): boolean => (top === 'eq' ? value === high[0] : value >= high[0]);
  return {
    one: {
      filter: { [name]: `in.(${low[1]},${middle[1]})` },
      operators: ['in'],
      fits: fitting((value) => chosen.has(value)),
    },
    negation: { filter: { [name]: `not.in.(${low[1]},${middle[1]})` }, operators: ['not', 'in'] },
    further: [
      {
        filter: { and: `(${name}.gt.${low[1]},${name}.lte.${high[1]},${name}.neq.${middle[1]})` },
        operators: ['and', 'gt', 'lte', 'neq'],
        fits: fitting((value) => value > low[0] && value <= high[0] && value !== middle[0]),
      },
      {
        filter: { or: `(${name}.lt.${middle[1]},${name}.${top}.${high[1]}${orNull(name, info)})` },
        operators: ['or', 'lt', top, ...(info.nullable ? (['is'] as const) : [])],
        fits: fitting((value) => value < middle[0] || isTop(value), info.nullable),
      },
    ],
  };
}

/**
 * The order of texts is not documented, so it is not known which texts are greater than another one. But those that are
 * greater and those that are less are together all the others.
 */
function textProperties(
  name: string,
  info: AttributeInfo,
  values: readonly unknown[],
  turn: number,
): FilterProperties | undefined {
  const distinct = [...new Set(values.map(String))].toSorted();
  // It is not documented for every attribute whether filters ignore case, so values that differ in case only cannot be tried.
  const usable = distinct.filter(
    (value) => plain.test(value) && !distinct.some((it) => it !== value && fold(it) === fold(value)),
  );
  const middle = usable[Math.floor(usable.length / 2)];
  if (middle === undefined) return undefined;
  const same = (value: unknown): boolean => value === middle;
  // Letters and digits only: which other characters have a meaning in a pattern is not documented.
  const [part] = info.type === 'string' ? (/[a-z\d]{2,}/i.exec(middle) ?? []) : [];
  const operand = part === undefined ? `eq.${middle}` : `ilike.*${swapCase(part)}*`;
  const operator: Operator = part === undefined ? 'eq' : 'ilike';
  return {
    one: {
      filter: { [name]: operand },
      operators: [operator],
      fits: unlessNull(name, part === undefined ? same : (value) => fold(String(value)).includes(fold(part))),
    },
    negation: { filter: { [name]: `not.${operand}` }, operators: ['not', operator] },
    further: [...comparisonsOfText(name, info, middle, turn), ...filterByUnknown(name, info, usable)],
  };
}

/**
 * A literal that the contract does not know is a value like any other: the array has to find it. Nobody knows whether filters
 * take those that arrays have sent against every document.
 */
function filterByUnknown(name: string, info: AttributeInfo, values: readonly string[]): FilterProperty[] {
  const unknown = values.find(
    (value) => info.enum !== undefined && !literalInfo(info.enum, value) && !isUndocumented(info.enum, value),
  );
  if (unknown === undefined) return [];
  const [operator, operand]: [Operator, string] = info.list ? ['cs', `{${unknown}}`] : ['eq', unknown];
  const fits = unlessNull(name, (value) => (info.list ? listed(value).includes(unknown) : value === unknown));
  return [{ filter: { [name]: `${operator}.${operand}` }, operators: [operator], fits }];
}

/** Comparisons of a text with one of its values. */
function comparisonsOfText(name: string, info: AttributeInfo, middle: string, turn: number): FilterProperty[] {
  const same = (value: unknown): boolean => value === middle;
  return turn % 2 === 0
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
      ];
}

function listProperties(name: string, info: AttributeInfo, values: readonly unknown[]): FilterProperties | undefined {
  const words = [...new Set(values.flat().map(String))].filter((word) => plain.test(word)).slice(0, 50);
  const [first] = words;
  if (first === undefined) return undefined;
  return {
    one: {
      filter: { [name]: `cs.{${first}}` },
      operators: ['cs'],
      fits: unlessNull(name, (value) => listed(value).includes(first)),
    },
    negation: { filter: { [name]: `not.cs.{${first}}` }, operators: ['not', 'cs'] },
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
      ...filterByUnknown(name, info, words),
    ],
  };
}

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The same letters in the other case. */
const swapCase = (text: string): string =>
  [...text].map((it) => (it === it.toUpperCase() ? it.toLowerCase() : it.toUpperCase())).join('');
