import { createRequire } from 'node:module';

interface Media {
  examples?: Record<string, { $ref: string }>;
}

interface ContractDocument {
  paths: Record<string, { get?: { responses: Record<string, { content?: Record<string, Media> }> } }>;
  components: { examples: Record<string, { value: unknown }> };
}

// Importing JSON as a module still prints a warning on Node 20 and 22.
const read = createRequire(import.meta.url) as (name: string) => ContractDocument;

/** The bundled contract; of its many keys, those this package reads by itself. */
export const contractDocument = read('@powerstore-api/types/openapi.json');

/** The values of the examples a `GET` on this path answers 200 with, in the order of the contract. */
export function examplesOf(path: string): unknown[] {
  const media = contractDocument.paths[path]?.get?.responses['200']?.content?.['application/json'];
  return Object.values(media?.examples ?? {}).map(
    ({ $ref }) => contractDocument.components.examples[$ref.slice($ref.lastIndexOf('/') + 1)]?.value,
  );
}
