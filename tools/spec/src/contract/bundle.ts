import { relative } from 'node:path';
import { bundle, createConfig, getLineColLocation, type NormalizedProblem } from '@redocly/openapi-core';
import { CannotRunError } from './cannot-run-error.ts';
import type { Document } from './document.ts';
import { openContract, rejectBrokenYaml } from './open-contract.ts';

/**
 * Reads the entry document and everything it references into one document without outside references.
 *
 * @throws CannotRunError if a file cannot be read, or a reference leads nowhere.
 */
export async function bundleDocument(entry: string): Promise<Document> {
  const resolver = await openContract(entry);
  const result = await bundle({ ref: entry, config: await createConfig({}), externalRefResolver: resolver });
  await rejectBrokenYaml(resolver);
  const problem = result.problems.find(({ severity }) => severity === 'error');
  if (problem) {
    const message = problem.message.replace(/\.?$/, '.');
    throw new CannotRunError(`${place(problem)}: ${message} Run \`powerstore-spec lint\` to see every problem.`);
  }
  return result.bundle.parsed as Document;
}

function place({ location: [location] }: NormalizedProblem): string {
  if (!location) return 'the contract';
  const { source, start } = getLineColLocation(location);
  return `${relative(process.cwd(), source.absoluteRef)}:${start.line}:${start.col}`;
}
