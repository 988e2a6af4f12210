// The items of the contract that a run can see.
import type { EnumName, OperationId, Resource } from '@powerstore-api/types';

export type Dimension = 'status' | 'property' | 'literal' | 'operator' | 'transition';

/** One thing to see, such as `status logout 204`, `property volume.name`, `literal ReplicationState.OK`, `operator eq`. */
export type Item = `${Dimension} ${string}`;

/** The query language: operators that compare, and those that combine and negate. */
export const operators = [
  'eq',
  'neq',
  'gt',
  'gte',
  'lt',
  'lte',
  'ilike',
  'in',
  'cs',
  'cd',
  'is',
  'not',
  'and',
  'or',
] as const;

export type Operator = (typeof operators)[number];

export const statusItem = (operationId: OperationId, status: number): Item => `status ${operationId} ${status}`;
export const propertyItem = (resource: Resource, name: string): Item => `property ${resource}.${name}`;
export const literalItem = (enumName: EnumName, literal: string): Item => `literal ${enumName}.${literal}`;
export const operatorItem = (operator: Operator): Item => `operator ${operator}`;
/** A row of the state table, by its number in it. */
export const transitionItem = (operationId: OperationId, row: number): Item => `transition ${operationId} ${row}`;
