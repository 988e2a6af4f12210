import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { bundleDocument } from './contract/bundle.ts';
import { CannotRunError, reasonOf } from './contract/cannot-run-error.ts';
import { emitAssumptionDocs, emitAssumptions } from './emit/assumptions.ts';
import { emitAttributes } from './emit/attributes.ts';
import { emitContractRelease } from './emit/contract-release.ts';
import { emitDocs } from './emit/docs.ts';
import { emitEnums, emitLiterals } from './emit/enums.ts';
import { emitErrorCodes, emitErrorDocs } from './emit/error-codes.ts';
import { emitFiles } from './emit/files.ts';
import { emitLifecycle, emitLifecycleSources } from './emit/lifecycle.ts';
import { emitOpenapiTypes } from './emit/openapi-types.ts';
import { emitOperations } from './emit/operations.ts';
import { emitResourceTypes } from './emit/resource-types.ts';
import { publishedDocument } from './emit/published-document.ts';
import { emitSimulated } from './emit/simulated.ts';
import { emitSources } from './emit/sources.ts';
import { emitWriteConditions } from './emit/write-conditions.ts';

/** Every generated file: name, relative to the package → content. */
export async function generateFiles(entry: string): Promise<Map<string, string>> {
  const document = await bundleDocument(entry);
  return new Map([
    ['openapi.json', json(publishedDocument(document))],
    // What our own packages read.
    ['contract.json', json(document)],
    ['src/generated/openapi.ts', await emitOpenapiTypes(document)],
    ['src/generated/contract-release.ts', emitContractRelease(document)],
    ['src/generated/operations.ts', emitOperations(document)],
    ['src/generated/lifecycle.ts', emitLifecycle(document)],
    ['src/generated/lifecycle-sources.ts', emitLifecycleSources(document)],
    ['src/generated/error-codes.ts', emitErrorCodes(document)],
    ['src/generated/enums.ts', emitEnums(document)],
    ['src/generated/literals.ts', emitLiterals(document)],
    ['src/generated/attributes.ts', emitAttributes(document)],
    ['src/generated/resource-types.ts', emitResourceTypes(document)],
    ['src/generated/sources.ts', emitSources(document)],
    ['src/generated/write-conditions.ts', emitWriteConditions(document)],
    ['src/generated/assumptions.ts', emitAssumptions(document)],
    ['src/generated/files.ts', await emitFiles(entry)],
    ['docs/simulated.md', emitSimulated(document)],
    ['docs/errors.md', emitErrorDocs(document)],
    ['docs/assumptions.md', emitAssumptionDocs(document)],
    ['docs/replication_session.md', emitDocs(document, 'replication_session')],
  ]);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * The committed files that differ from what the contract says, missing ones included.
 *
 * @throws CannotRunError if one cannot be read.
 */
export async function staleFiles(folder: string, files: Map<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const [name, content] of files) {
    const file = resolve(folder, name);
    if ((await readIfPresent(file)) !== content) stale.push(file);
  }
  return stale;
}

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const cause = error as NodeJS.ErrnoException;
    if (cause.code === 'ENOENT') return undefined;
    throw new CannotRunError(
      `${relative(process.cwd(), file)} cannot be read: ${reasonOf(cause)}. Remove it, then run \`npm run generate\`.`,
    );
  }
}
