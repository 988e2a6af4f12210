import { createRequire } from 'node:module';

interface Media {
  examples?: Record<string, { $ref: string }>;
}

interface PathItem {
  parameters?: { $ref?: string }[];
  get?: { responses: Record<string, { content?: Record<string, Media> }> };
}

interface ContractDocument {
  paths: Record<string, PathItem>;
  components: {
    examples: Record<string, { value: unknown }>;
    parameters: Record<string, { 'x-by_name'?: boolean }>;
  };
  /** Resource → release → the operations that it added. */
  'x-operations': Record<string, Record<string, string>>;
}

// Importing JSON as a module still prints a warning on Node 20 and 22.
const read = createRequire(import.meta.url) as (name: string) => ContractDocument;

/** The bundled contract, with types for the keys that this package reads. Loaded once, on first use. */
export const contractDocument = (): ContractDocument => read('@powerstore-api/types/openapi.json');

/** The values of the examples for `GET` on this path with status 200, in the order of the contract. */
export function examplesOf(path: string): unknown[] {
  const media = contractDocument().paths[path]?.get?.responses['200']?.content?.['application/json'];
  return Object.values(media?.examples ?? {}).map(
    ({ $ref }) => contractDocument().components.examples[nameOf($ref)]?.value,
  );
}

/** Whether `name:` and its name can address an instance of a resource. */
export const takesName = (resource: string): boolean =>
  (contractDocument().paths[`/${resource}/{id}`]?.parameters ?? []).some(
    ({ $ref = '' }) => contractDocument().components.parameters[nameOf($ref)]?.['x-by_name'],
  );

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
