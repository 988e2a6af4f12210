// An array's own API document: Swagger 2.0 or OpenAPI 3.x, JSON or YAML, from a file or one address.
import { stat } from 'node:fs/promises';
import { NetworkError, nodeFetch, type TlsOptions } from '@powerstore-api/client/node';
import { printableLines, readTextFile, yamlMessage } from '@powerstore-api/settings';
import { InputError } from '@powerstore-api/types';
import { upgrade } from '@scalar/openapi-upgrader';
import { parse } from 'yaml';
import { mapTexts } from '../array/secrecy/map-texts.js';
import { CannotRunError } from '../array/target/target.js';
import type { ApiDocument } from './openapi.js';

/** An API document that has been read. */
export interface ReadDocument {
  /** As OpenAPI 3.1. */
  document: ApiDocument;
  /** Whether it was Swagger 2.0. */
  isSwagger: boolean;
}

/** What to do with a document that is malformed. */
export const checkIt = 'Check it with a validator of OpenAPI, such as "npx @redocly/cli lint".';

/** The size of the largest document that is read. Those of arrays have about 10 MB. */
const maxMegabytes = 64;
const maxBytes = maxMegabytes * 1024 * 1024;

/** A download of 10 MB takes its time. */
const downloadTimeoutMs = 120_000;

/**
 * Reads a document from a file or an address. It does not follow references to other documents.
 *
 * @throws InputError where it cannot be read, is too large, or is not an API document.
 * @throws CannotRunError where the server of the address does not answer.
 */
export async function readApiDocument(from: string, tls?: TlsOptions): Promise<ReadDocument> {
  const text = /^https?:\/\//.test(from) ? await download(from, tls) : await readLocal(from);
  const parsed = withPrintableTexts(parseText(text, from), from);
  const { swagger, openapi } = parsed as { swagger?: unknown; openapi?: unknown };
  const isSwagger = String(swagger) === '2.0';
  if (!isSwagger && !/^3\.[01]/.test(String(openapi)))
    throw new InputError(`${from} is not an API document: it is neither swagger 2.0 nor openapi 3.0 or 3.1.`);
  const { paths } = parsed as { paths?: unknown };
  if (typeof paths !== 'object' || paths === null || Array.isArray(paths))
    throw new InputError(`${from} describes no API: it has no paths.`);
  try {
    return { document: upgrade(parsed, '3.1') as ApiDocument, isSwagger };
  } catch (error) {
    // The words of the upgrader name its code, and nothing of the document.
    throw new InputError(
      `${from} cannot be upgraded to OpenAPI 3.1: a part of it has another form than its version has. ${checkIt}`,
      { cause: error },
    );
  }
}

async function readLocal(file: string): Promise<string> {
  // A file without a size cannot be read either, and the reading says why.
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (size > maxBytes) throw tooLarge(file);
  return readTextFile(file, { what: 'API document', remedy: 'Name a file or an address.' });
}

const tooLarge = (from: string): InputError =>
  new InputError(`${from} is larger than ${maxMegabytes} MB. No API document of an array is; name another one.`);

async function download(url: string, tls: TlsOptions | undefined): Promise<string> {
  // The address is not repeated: errors of `fetch` would.
  if (!URL.canParse(url)) throw new InputError('The address of the document is not a URL. Correct it, or name a file.');
  const { username, password } = new URL(url);
  if (username !== '' || password !== '')
    throw new InputError(
      'The address of the document holds credentials. Download it by another tool, and name the file.',
    );
  const fetch = nodeFetch({ ...(tls && { tls }) });
  try {
    const response = await fetch(url, {
      method: 'GET',
      headers: { accept: 'application/json, application/yaml' },
      redirect: 'manual',
      signal: AbortSignal.timeout(downloadTimeoutMs),
    });
    if (response.status !== 200)
      throw new InputError(
        `The server answers ${url} with ${response.status}. Name the address of the document itself, or download it and name the file.`,
      );
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(url);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { message, hint } = new NetworkError({ method: 'GET', url }, error);
    throw new CannotRunError([message, hint].filter(Boolean).join('. '));
  } finally {
    await fetch.close();
  }
}

/** Anybody may have written it, and its names are printed. */
function withPrintableTexts(parsed: Record<string, unknown>, from: string): Record<string, unknown> {
  try {
    return mapTexts(parsed, printableLines);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`${from} is nested too deeply, or a part of it contains itself. Is it a valid API document?`);
  }
}

function parseText(text: string, from: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    // Warnings, such as of a key that is a list, would go to standard error past everything.
    parsed = text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text, { logLevel: 'error' });
  } catch (error) {
    throw new InputError(
      `${from} is neither JSON nor YAML: ${yamlMessage((error as Error).message.split('\n')[0] ?? '')}`,
    );
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  throw new InputError(`${from} is not an API document: it is not an object.`);
}
