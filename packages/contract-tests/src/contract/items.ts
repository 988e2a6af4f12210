// What there is to be seen of the contract.
import type { OperationId } from '@powerstore-api/types';

export type Dimension = 'status' | 'property' | 'literal' | 'operator' | 'transition';

/** One thing to see, such as `status logout 204`, `property volume.name`, `literal ReplicationState.OK`, `operator eq`. */
export type Item = `${Dimension} ${string}`;

export const statusItem = (operationId: OperationId, status: number): Item => `status ${operationId} ${status}`;
export const propertyItem = (resource: string, name: string): Item => `property ${resource}.${name}`;
export const literalItem = (enumName: string, literal: string): Item => `literal ${enumName}.${literal}`;
export const operatorItem = (operator: string): Item => `operator ${operator}`;
/** A row of the state table, by its number in it. */
export const transitionItem = (operationId: OperationId, row: number): Item => `transition ${operationId} ${row}`;

/** The query language: operators of comparisons, and what combines and turns them round. */
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
