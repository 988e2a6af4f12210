// An array's own API document: Swagger 2.0 or OpenAPI 3.x, JSON or YAML, from a file or one address.
import { readFile, stat } from 'node:fs/promises';
import { NetworkError, nodeFetch, type TlsOptions } from '@powerstore-api/client/node';
import { upgrade } from '@scalar/openapi-upgrader';
import { parse } from 'yaml';
import { CannotRunError } from '../array/target.js';
import type { ApiDocument } from './schema-view.js';

/** An API document as OpenAPI 3.1, and how it was before that. */
export interface TheirDocument {
  document: ApiDocument;
  isSwagger: boolean;
}

/** Bytes a document may have: those of arrays have some 10 MB. */
const limit = 64 * 1024 * 1024;

/**
 * Reads a document. Nothing is asked for but what is named: references to other documents are not followed.
 *
 * @throws CannotRunError when it cannot be read, is too large, or is no API document.
 */
export async function readApiDocument(from: string, tls?: TlsOptions): Promise<TheirDocument> {
  const text = /^https?:\/\//.test(from) ? await download(from, tls) : await readLocal(from);
  const parsed = parseText(text, from);
  const { swagger, openapi } = parsed as { swagger?: unknown; openapi?: unknown };
  const isSwagger = String(swagger) === '2.0';
  if (!isSwagger && !/^3\.[01]/.test(String(openapi)))
    throw new CannotRunError(`${from} is no API document: it is neither swagger 2.0 nor openapi 3.0 or 3.1.`);
  try {
    return { document: upgrade(parsed, '3.1') as ApiDocument, isSwagger };
  } catch (error) {
    throw new CannotRunError(`${from} cannot be understood: ${(error as Error).message}. Is it complete?`);
  }
}

async function readLocal(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > limit) throw tooLarge(file);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof CannotRunError) throw error;
    throw new CannotRunError(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Name a file or an address.`,
    );
  }
}

const tooLarge = (from: string): CannotRunError =>
  new CannotRunError(`${from} is larger than ${limit / 1024 / 1024} MB, which no API document is.`);

async function download(url: string, tls: TlsOptions | undefined): Promise<string> {
  const fetch = nodeFetch({ ...(tls && { tls }) });
  try {
    const response = await fetch(url, {
      method: 'GET',
      headers: { accept: 'application/json, application/yaml' },
      redirect: 'manual',
      signal: AbortSignal.timeout(120_000),
    });
    if (response.status !== 200)
      throw new CannotRunError(
        `${url} is answered with ${response.status}. Name the address of the document itself, or download it and name the file.`,
      );
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > limit) throw tooLarge(url);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  } catch (error) {
    if (error instanceof CannotRunError) throw error;
    const { message, hint } = new NetworkError({ method: 'GET', url }, error);
    throw new CannotRunError([message, hint].filter(Boolean).join('. '));
  } finally {
    await fetch.close();
  }
}

function parseText(text: string, from: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text);
  } catch (error) {
    throw new CannotRunError(`${from} is neither JSON nor YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  throw new CannotRunError(`${from} is no API document: it is no object.`);
}
