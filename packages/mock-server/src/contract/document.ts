import { createRequire } from 'node:module';
import type { OperationId } from '@powerstore-api/types';

interface Media {
  examples?: Record<string, { $ref: string }>;
}

interface PathItem {
  parameters?: { $ref?: string }[];
  get?: { responses: Record<string, { content?: Record<string, Media> }> };
}

interface BodySchema {
  $ref?: string;
  type?: string | string[];
  anyOf?: BodySchema[];
  required?: string[];
  properties?: Record<string, BodySchema>;
}

interface Writing {
  operationId: OperationId;
  requestBody?: { content: { 'application/json': { schema: BodySchema } } };
}

interface ContractDocument {
  paths: Record<string, PathItem>;
  components: {
    examples: Record<string, { value: unknown }>;
    schemas: Record<string, BodySchema>;
  };
  /** Resource → release → the operations that it added. */
  'x-operations': Record<string, Record<string, string>>;
}

// Importing JSON as a module still prints a warning on Node 20 and 22.
const read = createRequire(import.meta.url) as (name: string) => ContractDocument;

/** The bundled contract, with types for the keys that this package reads. Loaded once, on first use. */
export const contractDocument = (): ContractDocument => read('@powerstore-api/types/contract.json');

/** The values of the examples for `GET` on this path with status 200, in the order of the contract. */
export function examplesOf(path: string): unknown[] {
  const media = contractDocument().paths[path]?.get?.responses['200']?.content?.['application/json'];
  return Object.values(media?.examples ?? {}).map(
    ({ $ref }) => contractDocument().components.examples[nameOf($ref)]?.value,
  );
}

/** Operation → the fields of its body for which `null` means nothing: optional ones that the contract does not call nullable. */
const fieldsWithoutNull = new Map<OperationId, readonly string[]>();

/** The fields of the body of an operation that are absent if they are `null`. */
export function absentIfNull(operationId: OperationId): readonly string[] {
  if (fieldsWithoutNull.size === 0) {
    for (const item of Object.values(contractDocument().paths))
      for (const operation of Object.values(item) as Partial<Writing>[])
        if (operation.operationId !== undefined)
          fieldsWithoutNull.set(operation.operationId, optionalFields(operation));
  }
  return fieldsWithoutNull.get(operationId) ?? [];
}

function optionalFields({ requestBody }: Partial<Writing>): readonly string[] {
  if (!requestBody) return [];
  const { properties = {}, required = [] } = resolved(requestBody.content['application/json'].schema);
  return Object.keys(properties).filter((name) => !required.includes(name) && !isNullable(properties[name] ?? {}));
}

const resolved = (schema: BodySchema): BodySchema =>
  schema.$ref === undefined ? schema : (contractDocument().components.schemas[nameOf(schema.$ref)] ?? {});

function isNullable(schema: BodySchema): boolean {
  const { type, anyOf = [] } = resolved(schema);
  return [type].flat().includes('null') || anyOf.some(isNullable);
}

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
