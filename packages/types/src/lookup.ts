// Looks up names in the tables that come from an array, a file or a user.
import { attributes, relatedAttributes } from './generated/attributes.js';
import { literals } from './generated/literals.js';
import { operations } from './generated/operations.js';
import type { AttributeInfo, LiteralInfo, OperationId, RelatedResource, Resource } from './tables.js';

type Table<Info> = Readonly<Record<string, Readonly<Record<string, Info>>>>;

const find = <Info>(table: Table<Info>, key: string, name: string): Info | undefined =>
  Object.hasOwn(table, key) && Object.hasOwn(table[key] ?? {}, name) ? table[key]?.[name] : undefined;

/** Whether the contract has an operation of this name. */
export const isOperation = (name: string): name is OperationId => Object.hasOwn(operations, name);

/** Whether the contract has operations on a resource of this name. */
export const isResource = (name: string): name is Resource => Object.hasOwn(attributes, name);

/** Whether other resources embed a resource of this name. */
export const isRelatedResource = (name: string): name is RelatedResource => Object.hasOwn(relatedAttributes, name);

/**
 * The facts about an attribute of a resource, embedded resources included; `undefined` if the contract has no such attribute.
 *
 * @example
 * ```ts
 * attributeInfo('replication_session', 'state')?.enum; // ReplicationState
 * ```
 */
export const attributeInfo = (resource: string, name: string): AttributeInfo | undefined =>
  find<AttributeInfo>(isResource(resource) ? attributes : relatedAttributes, resource, name);

/**
 * The facts about a literal; `undefined` if the enum does not have it.
 *
 * @example
 * ```ts
 * literalInfo('ReplicationState', 'Fractured')?.added; // 3.0.0.0
 * ```
 */
export const literalInfo = (enumName: string, literal: string): LiteralInfo | undefined =>
  find<LiteralInfo>(literals, enumName, literal);
