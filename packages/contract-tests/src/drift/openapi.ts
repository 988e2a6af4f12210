// As much of an OpenAPI document as is compared.
import { get, join, split } from '@sagold/json-pointer';

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
  paths?: Record<string, Record<string, unknown>>;
}

/** A part of a document, and its place: a JSON pointer without the `#/`. */
export interface Located<T> {
  value: T;
  place: string;
}

/** A key as one segment of a place. */
export const segment = (key: string): string => join([key]).slice(1);

/** The most references in a row, so that references in a circle come to an end. */
const longestChain = 20;

/** The part that a reference leads to. A reference to another document leads to an empty object. */
export function resolveRef<T extends { $ref?: string }>(
  document: ApiDocument,
  { value, place }: Located<T>,
): Located<T> {
  let found: Located<T> = { value, place };
  for (let steps = 0; found.value.$ref !== undefined && steps < longestChain; steps += 1) {
    const { $ref } = found.value;
    if (!$ref.startsWith('#/')) return { value: {} as T, place: found.place };
    found = { value: (get(document, $ref) ?? {}) as T, place: join(split($ref)).slice(1) };
  }
  return found;
}
