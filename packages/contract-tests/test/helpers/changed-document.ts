// API documents that tests derive from the contract and then change, compared with the contract.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readApiDocument } from '../../src/drift/api-document.js';
import { compareDocuments, type DocumentComparison } from '../../src/drift/compare.js';
import type { ApiDocument } from '../../src/drift/openapi.js';

export const contract = createRequire(import.meta.url)('@powerstore-api/types/contract.json') as ApiDocument;

/** A folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'powerstore-drift-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

export async function writeTemporary(content: string): Promise<string> {
  const name = join(await temporaryFolder(), 'document');
  await writeFile(name, content);
  return name;
}

/** Changes something of the document: `undefined` takes it away, a function makes something else of it. */
export function change(document: object, keys: string, value: unknown): void {
  const path = keys.split(' ');
  const last = String(path.pop());
  const parent = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
  const holder = parent as Record<string, unknown>;
  if (typeof value === 'function') holder[last] = (value as (before: unknown) => unknown)(holder[last]);
  else if (value === undefined) delete holder[last];
  else holder[last] = value;
}

export async function compare(
  document: object,
  write: (json: object) => string = JSON.stringify,
): Promise<DocumentComparison> {
  const { document: theirs } = await readApiDocument(await writeTemporary(write(document)));
  return compareDocuments(contract, theirs);
}
