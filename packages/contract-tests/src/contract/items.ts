// The items of the contract that a run can see.
import type { EnumName, OperationId, Resource } from '@powerstore-api/types';
import type { QueryForm } from './query-forms.js';

export type Dimension = 'status' | 'property' | 'literal' | 'form' | 'transition';

/** One thing to see, such as `status logout 204`, `property volume.name`, `literal ReplicationState.OK`, `form eq within or`. */
export type Item = `${Dimension} ${string}`;

export const statusItem = (operationId: OperationId, status: number): Item => `status ${operationId} ${status}`;
export const propertyItem = (resource: Resource, name: string): Item => `property ${resource}.${name}`;
export const literalItem = (enumName: EnumName, literal: string): Item => `literal ${enumName}.${literal}`;
/** A form of query. */
export const formItem = (form: QueryForm): Item => `form ${form}`;
/** A row of the state table, by its number in it. */
export const transitionItem = (operationId: OperationId, row: number): Item => `transition ${operationId} ${row}`;
