// Filters: comparisons, and groups of them. A condition knows the rows that fit it.
import type { Row } from '../../array/rows/rows.js';
import type { Operator } from '../../contract/query-forms.js';

/** Whether a row fits; `undefined` where no document says so, as for `null` under a negation. */
export type Fit = boolean | undefined;

/** A comparison of an attribute. */
export interface Term {
  kind: 'term';
  attribute: string;
  operator: Operator;
  negated: boolean;
  /**
   * Operators with their operands, such as `gt.5`. Several of them are alternatives of an `or`, or parts of an `and`, that only
   * together say which rows fit.
   */
  operations: readonly string[];
  fits: (row: Row) => Fit;
}

export interface Group {
  kind: 'group';
  word: 'and' | 'or';
  negated: boolean;
  conditions: readonly Condition[];
}

export type Condition = Term | Group;

const not = (fit: Fit): Fit => (fit === undefined ? undefined : !fit);

/** `isNegated` where a negation is around it. */
function fitsCondition(condition: Condition, row: Row, isNegated = false): Fit {
  const negated = isNegated || condition.negated;
  if (condition.kind === 'term') {
    // No filter fits `null`, except that for it. It is not documented whether a negation does.
    if (negated && row[condition.attribute] === null && condition.operations[0] !== 'is.null') return undefined;
    return condition.negated ? not(condition.fits(row)) : condition.fits(row);
  }
  const fits = new Set(condition.conditions.map((it) => fitsCondition(it, row, negated)));
  const decisive = condition.word === 'or';
  const together = fits.has(decisive) ? decisive : fits.has(undefined) ? undefined : !decisive;
  return condition.negated ? not(together) : together;
}

/** A row has to fit all conditions of a query. */
export const fitsAll = (conditions: readonly Condition[], row: Row): Fit =>
  fitsCondition({ kind: 'group', word: 'and', negated: false, conditions }, row);

const prefix = ({ negated }: Condition): string => (negated ? 'not.' : '');

/** The parameter of a query: its name and its value. */
export const parameterOf = (condition: Condition): [name: string, value: string] =>
  condition.kind === 'term'
    ? [condition.attribute, `${prefix(condition)}${condition.operations.join()}`]
    : [`${prefix(condition)}${condition.word}`, `(${condition.conditions.map(inGroup).join(',')})`];

const inGroup = (condition: Condition): string =>
  condition.kind === 'term'
    ? condition.operations.map((it) => `${condition.attribute}.${prefix(condition)}${it}`).join(',')
    : `${prefix(condition)}${condition.word}(${condition.conditions.map(inGroup).join(',')})`;

/** The operator; that of `is` with its operand, which is no value of the array. */
const operatorIn = (operation: string): string =>
  operation.startsWith('is.') ? operation : operation.slice(0, operation.indexOf('.'));

/** The condition without the values of the array: `size=not.gt`, `and=(size.gt,name.eq)`. */
export const shapeOfCondition = (condition: Condition): string =>
  condition.kind === 'term'
    ? `${condition.attribute}=${prefix(condition)}${condition.operations.map(operatorIn).join()}`
    : `${prefix(condition)}${condition.word}=(${condition.conditions.map(shapeInGroup).join(',')})`;

const shapeInGroup = (condition: Condition): string =>
  condition.kind === 'term'
    ? condition.operations.map((it) => `${condition.attribute}.${prefix(condition)}${operatorIn(it)}`).join(',')
    : `${prefix(condition)}${condition.word}(${condition.conditions.map(shapeInGroup).join(',')})`;

export const termsIn = (conditions: readonly Condition[]): Term[] =>
  conditions.flatMap((it) => (it.kind === 'term' ? [it] : termsIn(it.conditions)));

/** Operators that `id` does not have, so that no simplest query has them with it. */
const notOfId: ReadonlySet<Operator> = new Set<Operator>(['cs', 'cd', 'is']);

/** The condition with another name for the attributes of these operators: which they are says nothing about a fault. */
export const withoutAttributes = (condition: Condition, name: string): Condition =>
  condition.kind === 'group'
    ? { ...condition, conditions: condition.conditions.map((it) => withoutAttributes(it, name)) }
    : notOfId.has(condition.operator)
      ? { ...condition, attribute: name }
      : condition;
