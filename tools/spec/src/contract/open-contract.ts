import { relative } from 'node:path';
import { BaseResolver, type Document, isPlainObject, ResolveError, YamlParseError } from '@redocly/openapi-core';
import { CannotRunError, reasonOf } from './cannot-run-error.ts';

const remedy = 'Name the entry document of the contract with --spec, such as spec/powerstore.yaml.';

/**
 * Reads the entry document, and returns the resolver that keeps it for the next reader.
 *
 * @throws CannotRunError if the file cannot be read, or is not an OpenAPI 3.1 document in YAML.
 */
export async function openContract(entry: string): Promise<BaseResolver> {
  const resolver = new BaseResolver();
  if (isOpenApi31(await readDocument(resolver, entry))) return resolver;
  throw new CannotRunError(
    `${relative(process.cwd(), entry)} is not an OpenAPI 3.1 document: it does not say openapi: 3.1.x. ${remedy}`,
  );
}

/**
 * Reads one file of the contract.
 *
 * @throws CannotRunError if it cannot be read, or is not YAML.
 */
export async function readDocument(resolver: BaseResolver, file: string): Promise<unknown> {
  const document = await resolver.resolveDocument(null, file, true).catch((error: unknown) => error);
  if (document instanceof YamlParseError) throw brokenYaml(document);
  if (document instanceof ResolveError) {
    const { originalError } = document;
    const reason = originalError.message.includes('received a folder') ? 'it is a folder' : reasonOf(originalError);
    throw new CannotRunError(`${relative(process.cwd(), file)} cannot be read: ${reason}. ${remedy}`);
  }
  return (document as Document).parsed;
}

/**
 * Redocly reports a referenced file that is not YAML as a reference that leads nowhere. This names the file and the line.
 *
 * @throws CannotRunError for the first such file.
 */
export async function rejectBrokenYaml({ cache }: BaseResolver): Promise<void> {
  for (const file of await Promise.allSettled(cache.values())) {
    if (file.status === 'rejected' && file.reason instanceof YamlParseError) throw brokenYaml(file.reason);
  }
}

function brokenYaml({ source, line, col, message }: YamlParseError): CannotRunError {
  const place = `${relative(process.cwd(), source.absoluteRef)}:${line}:${col}`;
  const reason = message.replace(/ in ".*" \(\d+:\d+\)$/, '');
  return new CannotRunError(
    `${place}: this is not valid YAML: ${reason}. Correct it at or just above this line, then run the command again.`,
  );
}

const isOpenApi31 = (document: unknown): boolean =>
  isPlainObject(document) && typeof document['openapi'] === 'string' && document['openapi'].startsWith('3.1.');
