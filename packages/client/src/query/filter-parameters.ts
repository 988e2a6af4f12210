import type { Comparison, Condition } from './conditions.js';

/**
 * Conditions as parameters of a query. Each condition is a parameter of its own, unless another one has the same name, such
 * as `size=gte.1` and `size=lt.5`: those go into an `and=(…)`. It is not documented how an array reads a repeated
 * parameter.
 */
export function filterParameters(conditions: readonly Condition[]): Readonly<Record<string, string>> {
  const names = conditions.map(parameterName);
  const isAlone = (name: string): boolean => name !== 'and' && names.indexOf(name) === names.lastIndexOf(name);
  const alone = conditions.filter((condition) => isAlone(parameterName(condition)));
  const others = conditions.filter((condition) => !isAlone(parameterName(condition)));
  return Object.fromEntries([
    ...alone.map((condition) => [parameterName(condition), parameterValue(condition)]),
    ...(others.length === 0 ? [] : [['and', list(others)]]),
  ]);
}

const parameterName = (condition: Condition): string =>
  condition.kind === 'comparison' ? condition.name : `${not(condition)}${condition.name}`;

const parameterValue = (condition: Condition): string =>
  condition.kind === 'comparison' ? comparisonText(condition, (text) => text) : list(condition.conditions);

/** `(state.eq.OK,or(role.eq.Source,type.is.null))` */
const list = (conditions: readonly Condition[]): string => `(${conditions.map(inGroup).join(',')})`;

const inGroup = (condition: Condition): string =>
  condition.kind === 'comparison'
    ? `${condition.name}.${comparisonText(condition, quoted)}`
    : `${not(condition)}${condition.name}${list(condition.conditions)}`;

/** `not.eq.OK`. A single value takes the rest of its parameter, so it needs no quotes; values in a list do. */
function comparisonText(comparison: Comparison, scalar: (text: string) => string): string {
  const { operator, operand } = comparison;
  return `${not(comparison)}${operator}.${typeof operand === 'string' ? scalar(operand) : listText(operator, operand)}`;
}

const listText = (operator: string, operand: readonly string[]): string =>
  operator === 'in' ? `(${operand.map(quoted).join(',')})` : `{${operand.map(quoted).join(',')}}`;

const not = ({ negated }: Condition): string => (negated ? 'not.' : '');

/**
 * A value in a list. Quotes keep reserved characters (PostgREST, "Reserved characters"), an empty value and the word NULL
 * from being read as syntax.
 */
const quoted = (text: string): string =>
  /^$|^null$|[\s,.:(){}"\\]/i.test(text) ? `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"` : text;
