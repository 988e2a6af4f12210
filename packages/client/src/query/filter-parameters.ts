import type { Comparison, Condition } from './conditions.js';

/**
 * Conditions as the parameters of a query. Each is a parameter of its own where it can be; what would have the name of
 * another one, such as the second of `size=gte.1` and `size=lt.5`, goes into an `and=(…)`, because what an array makes of
 * a parameter that comes twice is not documented.
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

/** `not.eq.OK`. A value that stands alone takes the rest of its parameter, whatever is in it; others have to be quoted. */
function comparisonText(comparison: Comparison, scalar: (text: string) => string): string {
  const { operator, operand } = comparison;
  return `${not(comparison)}${operator}.${typeof operand === 'string' ? scalar(operand) : listText(operator, operand)}`;
}

const listText = (operator: string, operand: readonly string[]): string =>
  operator === 'in' ? `(${operand.map(quoted).join(',')})` : `{${operand.map(quoted).join(',')}}`;

const not = ({ negated }: Condition): string => (negated ? 'not.' : '');

/**
 * A value among others. Nothing can be told from what stands around it by characters that mean something there
 * (PostgREST, "Reserved characters"), by no characters at all, or, as an element of a list, by the word NULL.
 */
const quoted = (text: string): string =>
  /^$|^null$|[\s,.:(){}"\\]/i.test(text) ? `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"` : text;
