// Comparisons of an attribute with values that were just read from the array.
import { type AttributeInfo, literalInfo } from '@powerstore-api/types';
import type { Row } from '../../array/rows/rows.js';
import { isUndocumented } from '../../contract/contract.js';
import type { Operator } from '../../contract/query-forms.js';
import { comparable, fold } from './comparable.js';
import type { Fit, Term } from './condition.js';
import type { Random } from './random.js';

/** A value that needs no quotes in a group or a list. */
const plain = /^[^\s",(){}\\*](?:[^",(){}\\*]*[^\s",(){}\\*])?$/;

/** The part of a comparison that depends on its operator. */
type Comparison = Pick<Term, 'operations' | 'fits'>;

export interface TermOptions {
  attribute: string;
  info: AttributeInfo;
  operator: Operator;
  /** The word of the group around it. */
  within?: 'and' | 'or' | undefined;
  negated?: boolean;
}

/** A comparison with values of the rows; nothing where no row has a value to try. */
export function termOf(
  { attribute, info, operator, within, negated = false }: TermOptions,
  rows: readonly Row[],
  random: Random,
): Term | undefined {
  const values = rows.map((row) => row[attribute]).filter((value) => value !== null && value !== undefined);
  const found =
    operator === 'is'
      ? comparisonWithWord(attribute, info, values, random)
      : info.list
        ? comparisonOfList(attribute, info, operator, values, random)
        : info.type === 'boolean'
          ? comparisonOfBoolean(attribute, operator, values, random)
          : info.type === 'integer' || info.type === 'date-time'
            ? comparisonOfNumber(attribute, info, operator, values, random)
            : comparisonOfText(attribute, info, operator, values, random, negated ? undefined : within);
  return found && { kind: 'term', attribute, operator, negated, ...found };
}

/** `neq` may be a negation, which may fit `null`. Nothing is known of an attribute that the array left out. */
const unlessNull =
  (name: string, fits: (value: unknown) => Fit, forNull: Fit = false): Term['fits'] =>
  (row) =>
    row[name] === null ? forNull : row[name] === undefined ? undefined : fits(row[name]);

/** `is.null`, `is.true` and `is.false`. */
function comparisonWithWord(
  name: string,
  info: AttributeInfo,
  values: readonly unknown[],
  random: Random,
): Comparison | undefined {
  const isBoolean = info.type === 'boolean' && !info.list;
  const word = random.pick([
    ...(isBoolean && values.length > 0 ? ['true', 'false'] : []),
    ...(info.nullable ? ['null'] : []),
  ]);
  if (word === undefined) return undefined;
  return {
    operations: [`is.${word}`],
    fits:
      word === 'null'
        ? (row) => (row[name] === undefined ? undefined : row[name] === null)
        : unlessNull(name, (value) => String(value) === word),
  };
}

function comparisonOfBoolean(
  name: string,
  operator: Operator,
  values: readonly unknown[],
  random: Random,
): Comparison | undefined {
  const word = values.length === 0 ? undefined : random.pick(['true', 'false']);
  if (word === undefined) return undefined;
  const same = (value: unknown): boolean => String(value) === word;
  return {
    operations: [`${operator}.${word}`],
    fits: operator === 'neq' ? unlessNull(name, (value) => !same(value), undefined) : unlessNull(name, same),
  };
}

function comparisonOfNumber(
  name: string,
  info: AttributeInfo,
  operator: Operator,
  values: readonly unknown[],
  random: Random,
): Comparison | undefined {
  const numberOf = (value: unknown): number => Number(comparable(info, value));
  const distinct = [...new Map(values.map((value) => [numberOf(value), String(value)]))]
    .filter(([number]) => Number.isFinite(number))
    .toSorted(([a], [b]) => a - b);
  const fitting = (fits: (number: number) => boolean, forNull: Fit = false): Term['fits'] =>
    unlessNull(name, (value) => (Number.isNaN(numberOf(value)) ? undefined : fits(numberOf(value))), forNull);
  const chosen = random.some(distinct, operator === 'in' ? random.between(1, 3) : 1);
  const [first] = chosen;
  if (!first) return undefined;
  const [number, text] = first;
  if (operator === 'in')
    return {
      operations: [`in.(${chosen.map(([, it]) => it).join(',')})`],
      fits: fitting((value) => chosen.some(([it]) => it === value)),
    };
  return {
    operations: [`${operator}.${text}`],
    fits: fitting((value) => numberFits(operator, value, number), operator === 'neq' ? undefined : false),
  };
}

function numberFits(operator: Operator, value: number, operand: number): boolean {
  switch (operator) {
    case 'neq':
      return value !== operand;
    case 'gt':
      return value > operand;
    case 'gte':
      return value >= operand;
    case 'lt':
      return value < operand;
    case 'lte':
      return value <= operand;
    default:
      return value === operand;
  }
}

function comparisonOfText(
  name: string,
  info: AttributeInfo,
  operator: Operator,
  values: readonly unknown[],
  random: Random,
  within: 'and' | 'or' | undefined,
): Comparison | undefined {
  const usable = usableTexts(info, values);
  const chosen = random.some(preferUnknown(info, operator, usable), operator === 'in' ? random.between(1, 3) : 1);
  const [text] = chosen;
  if (text === undefined) return undefined;
  const same = (value: unknown): boolean => chosen.includes(String(value));
  switch (operator) {
    case 'ilike':
      return patternOf(name, text, random);
    case 'in':
      return { operations: [`in.(${chosen.join(',')})`], fits: unlessNull(name, same) };
    case 'eq':
      return { operations: [`eq.${text}`], fits: unlessNull(name, same) };
    case 'neq':
      return { operations: [`neq.${text}`], fits: unlessNull(name, (value) => !same(value), undefined) };
    default:
      return orderedText(name, operator, text, within);
  }
}

/**
 * The order of texts is not documented, so it is not known which texts are greater than another one. But the text itself is
 * neither greater nor less, and those that are greater and those that are less are together all the others.
 */
function orderedText(name: string, operator: Operator, text: string, within: 'and' | 'or' | undefined): Comparison {
  const orEqual = operator === 'gte' || operator === 'lte';
  const same = (value: unknown): boolean => value === text;
  if (within === 'or')
    return orEqual
      ? { operations: [`gte.${text}`, `lte.${text}`], fits: unlessNull(name, () => true) }
      : { operations: [`gt.${text}`, `lt.${text}`], fits: unlessNull(name, (value) => !same(value)) };
  if (within === 'and' && orEqual) return { operations: [`gte.${text}`, `lte.${text}`], fits: unlessNull(name, same) };
  return {
    operations: [`${operator}.${text}`],
    fits: unlessNull(name, (value) => (same(value) ? orEqual : undefined)),
  };
}

/** Letters and digits only: which other characters have a meaning in a pattern is not documented. */
function patternOf(name: string, text: string, random: Random): Comparison | undefined {
  const parts = text.match(/[a-z\d]{2,}/gi) ?? [];
  const part = random.pick(parts);
  if (part === undefined) return undefined;
  const folded = fold(part);
  const swapped = swapCase(part);
  const patterns: (readonly [pattern: string, matches: (value: string) => boolean])[] = [
    [`*${swapped}*`, (value) => value.includes(folded)],
  ];
  if (text.startsWith(part)) patterns.push([`${swapped}*`, (value) => value.startsWith(folded)]);
  if (text.endsWith(part)) patterns.push([`*${swapped}`, (value) => value.endsWith(folded)]);
  const [pattern, matches] = random.pick(patterns) ?? [];
  if (pattern === undefined || !matches) return undefined;
  return { operations: [`ilike.${pattern}`], fits: unlessNull(name, (value) => matches(fold(String(value)))) };
}

function comparisonOfList(
  name: string,
  info: AttributeInfo,
  operator: Operator,
  values: readonly unknown[],
  random: Random,
): Comparison | undefined {
  const words = [...new Set(values.flat().map(String))].filter((word) => plain.test(word) && !isOnlySeen(info, word));
  if (operator === 'cs') {
    const [word] = random.some(preferUnknown(info, operator, words), 1);
    if (word === undefined) return undefined;
    return { operations: [`cs.{${word}}`], fits: unlessNull(name, (value) => listed(value).includes(word)) };
  }
  if (words.length === 0) return undefined;
  const chosen = random.some(words, random.between(1, Math.min(50, words.length)));
  return {
    operations: [`cd.{${chosen.join(',')}}`],
    fits: unlessNull(name, (value) => listed(value).every((it) => chosen.includes(it))),
  };
}

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/**
 * It is not documented for every attribute whether filters ignore case, so values that differ in case only cannot be tried.
 */
function usableTexts(info: AttributeInfo, values: readonly unknown[]): string[] {
  const distinct = [...new Set(values.map(String))].toSorted();
  const count = new Map<string, number>();
  for (const value of distinct) count.set(fold(value), (count.get(fold(value)) ?? 0) + 1);
  return distinct.filter((value) => plain.test(value) && count.get(fold(value)) === 1 && !isOnlySeen(info, value));
}

/** Nobody knows whether filters take the literals that arrays have sent against every document. */
const isOnlySeen = (info: AttributeInfo, value: string): boolean =>
  info.enum !== undefined && isUndocumented(info.enum, value);

/** A literal that the contract does not know is a value like any other: the array has to find it. */
function preferUnknown(info: AttributeInfo, operator: Operator, values: readonly string[]): readonly string[] {
  if (info.enum === undefined || (operator !== 'eq' && operator !== 'cs')) return values;
  const { enum: name } = info;
  const unknown = values.filter((value) => !literalInfo(name, value));
  return unknown.length > 0 ? unknown : values;
}

/** The same letters in the other case. */
const swapCase = (text: string): string =>
  [...text].map((it) => (it === it.toUpperCase() ? it.toLowerCase() : it.toUpperCase())).join('');
