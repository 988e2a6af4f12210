import { BaseResolver, bundle, createConfig } from '@redocly/openapi-core';
import type { Document } from './document.ts';

/** Reads the entry document and everything it references into one document without outside references. */
export async function bundleDocument(entry: string): Promise<Document> {
  const result = await bundle({
    ref: entry,
    config: await createConfig({}),
    externalRefResolver: new BaseResolver(),
  });
  const problem = result.problems.find(({ severity }) => severity === 'error');
  if (problem) throw new Error(`${entry} cannot be bundled: ${problem.message}`);
  return result.bundle.parsed as Document;
}
