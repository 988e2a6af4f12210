// The parts of an OpenAPI document that are compared.
import { get, split } from '@sagold/json-pointer';
import { placeAt } from '../contract/place.js';

export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  properties?: Record<string, SchemaObject>;
  items?: SchemaObject;
  anyOf?: SchemaObject[];
  oneOf?: SchemaObject[];
  allOf?: SchemaObject[];
  'x-nullable'?: boolean;
  'x-added'?: string;
  'x-added_value'?: Record<string, string[]>;
  'x-display_enum_text'?: Record<string, string>;
}

export interface ParameterObject {
  $ref?: string;
  name?: string;
  in?: string;
  required?: boolean;
  schema?: SchemaObject;
}

export interface BodyObject {
  $ref?: string;
  required?: boolean;
  content?: Record<string, { schema?: SchemaObject }>;
}

export interface OperationObject {
  operationId?: string;
  description?: string;
  parameters?: ParameterObject[];
  requestBody?: BodyObject;
  responses?: Record<string, BodyObject>;
  'x-added'?: string;
}

export interface ApiDocument {
  info?: { version?: string };
  components?: { schemas?: Record<string, SchemaObject> };
  paths?: Record<string, Record<string, unknown>>;
}

/** A part of a document, and its place: a JSON pointer without the `#/`. */
export interface Located<T> {
  value: T;
  place: string;
}

/** The most references in a row, so that references in a circle come to an end. */
const maxReferencesInChain = 20;

/** The part that a reference leads to. A reference to another document leads to an empty object. */
export function resolveRef<T extends { $ref?: string }>(
  document: ApiDocument,
  { value, place }: Located<T>,
): Located<T> {
  requireObject(value, place);
  let found: Located<T> = { value, place };
  for (let steps = 0; found.value.$ref !== undefined && steps < maxReferencesInChain; steps += 1) {
    const { $ref } = found.value as { $ref: unknown };
    if (typeof $ref !== 'string') throw new Error(`the $ref at #/${found.place} is no text`);
    if (!$ref.startsWith('#/')) return { value: {} as T, place: found.place };
    found = { value: (get(document, $ref) ?? {}) as T, place: placeAt(...split($ref)) };
    requireObject(found.value, found.place);
  }
  return found;
}

/** Documents of others may be malformed in any place. */
export function requireObject(value: unknown, place: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`the part at #/${place} is no object`);
}

export function requireList(value: unknown, place: string): void {
  if (!Array.isArray(value)) throw new Error(`the part at #/${place} is no list`);
}
