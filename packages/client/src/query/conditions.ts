import { InputError } from '@powerstore-api/types';
import { isPlain } from '../input/options.js';

/** One attribute compared with something. */
export interface Comparison {
  readonly kind: 'comparison';
  /** An attribute or a JSON path. */
  readonly name: string;
  readonly negated: boolean;
  readonly operator: string;
  readonly operand: string | readonly string[];
}

/** Several conditions as one. */
export interface Group {
  readonly kind: 'group';
  readonly name: 'and' | 'or';
  readonly negated: boolean;
  readonly conditions: readonly Condition[];
}

export type Condition = Comparison | Group;

/**
 * The conditions of `where`, all of which must hold.
 *
 * @throws InputError for anything that is no condition: leaving it out silently would find more than was meant.
 */
export function conditionsOf(where: object): Condition[] {
  if (!isPlain(where)) throw new InputError('where: conditions must be a plain object');
  return (
    Object.entries(where)
      .flatMap(([name, value]: [string, unknown]): Condition[] => {
        if (name === 'and') return members(name, value).flatMap(conditionsOf);
        if (name === 'or')
          return [
            asOne(
              'or',
              members(name, value).map((it) => asOne('and', conditionsOf(it))),
            ),
          ];
        if (name === 'not') return [not(asOne('and', conditionsOf(member(name, value))))];
        if (!/^[\w>-]+$/.test(name)) throw new InputError(`where: ${name} is neither an attribute nor a JSON path`);
        return comparisonsOf(name, value);
      })
      // All must hold anyway.
      .flatMap((it) => (it.kind === 'group' && it.name === 'and' && !it.negated ? it.conditions : [it]))
  );
}

function comparisonsOf(name: string, value: unknown): Condition[] {
  const compare = (operator: string, operand: Comparison['operand']): Comparison[] => [
    { kind: 'comparison', name, negated: false, operator, operand },
  ];
  if (value === null) return compare('is', 'null');
  if (Array.isArray(value)) return compare('in', texts(name, value));
  if (typeof value !== 'object' || value instanceof Date) return compare('eq', textOf(name, value));
  const operators = Object.entries(value);
  if (operators.length === 0) throw new InputError(`where: ${name} has an object without an operator`);
  return operators.flatMap(([operator, operand]: [string, unknown]): Condition[] => {
    if (operator === 'not') return [not(asOne('and', comparisonsOf(name, operand)))];
    if (operator === 'is') return compare(operator, operand === null ? 'null' : textOf(name, operand));
    if (lists.has(operator)) return compare(operator, texts(name, operand));
    if (scalars.has(operator)) return compare(operator, textOf(name, operand));
    throw new InputError(`where: ${name} has ${operator}, which is not an operator`);
  });
}

const lists: ReadonlySet<string> = new Set(['in', 'cs', 'cd']);
const scalars: ReadonlySet<string> = new Set(['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'ilike']);

function texts(name: string, value: unknown): string[] {
  if (!Array.isArray(value)) throw new InputError(`where: ${name} must be compared with a list`);
  return value.map((item) => textOf(name, item));
}

/** A value as text. Times are in UTC, as arrays write them. */
function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  throw new InputError(`where: ${name} cannot be compared with ${String(value)}`);
}

const not = (condition: Condition): Condition => ({ ...condition, negated: !condition.negated });

/** Several conditions as one. An empty `or` would never hold, which the API cannot express. */
function asOne(name: 'and' | 'or', conditions: readonly Condition[]): Condition {
  const [first] = conditions;
  if (first === undefined) throw new InputError('where: or and not must have at least one condition');
  return conditions.length === 1 ? first : { kind: 'group', name, negated: false, conditions };
}

function members(name: string, value: unknown): object[] {
  if (!Array.isArray(value)) throw new InputError(`where: ${name} must be a list`);
  return value.map((item) => member(name, item));
}

function member(name: string, value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new InputError(`where: ${name} must have conditions`);
  return value;
}
