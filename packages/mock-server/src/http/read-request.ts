// Reads a request of node:http.
import type { IncomingMessage } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import { errorCodes } from '@powerstore-api/types';
import { parse as parseContentType } from 'content-type';
import { HttpError } from './errors.js';
import type { Request } from './request.js';

const basePath = '/api/rest';
const largestBodyBytes = 1024 * 1024;

/** Reads a request to its end. If it cannot be understood, the result has the answer to it as its `problem`. */
export async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url: target = '/', headers } = incoming;
  const sent = { method, target, headers: single(headers) };
  try {
    if (headers.host === undefined && incoming.httpVersion === '1.1')
      throw new HttpError(400, 'The request has no Host header, which HTTP/1.1 demands.');
    const [path, search] = readTarget(target);
    const query = parseQuery(search, '&', '=', { maxKeys: 0 }) as Record<string, string | string[]>;
    const request = { ...sent, path, query };
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    return hasBody ? withBody(request, await readBody(incoming)) : request;
  } catch (error) {
    if (error instanceof HttpError) return { ...sent, path: '', query: {}, problem: error.answer };
    throw error;
  }
}

/** Joins `set-cookie`, the only header that Node keeps as a list. Old Python SDKs send it with requests. */
function single(headers: IncomingMessage['headers']): Record<string, string> {
  const { 'set-cookie': cookies, ...others } = headers;
  return (cookies === undefined ? headers : { ...others, 'set-cookie': cookies.join(', ') }) as Record<string, string>;
}

/** The path below `/api/rest`, and the query. A server has to take a whole URL for a path, too (RFC 9112, section 3.2.2). */
function readTarget(given: string): [path: string, search: string] {
  const target = given.replace(/^https?:\/\/[^/?]*/i, '');
  const end = target.indexOf('?');
  const path = decodable(end === -1 ? target : target.slice(0, end), target);
  if (!path.startsWith(`${basePath}/`)) throw new HttpError(404, `The API starts at ${basePath}.`);
  if (path.endsWith('/')) throw new HttpError(404, `There is no path ${path}. Remove the slash at its end.`);
  return [path.slice(basePath.length), end === -1 ? '' : target.slice(end + 1)];
}

/** The normalized path, if it can be decoded. */
function decodable(path: string, target: string): string {
  // Nearly every path is plain and needs no parsing.
  if (/^\/[\w\-/:.]*$/.test(path) && !path.includes('//') && !path.includes('/.')) return path;
  try {
    const { pathname } = new URL(`http://mock${path}`);
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    throw new HttpError(400, `${target} is not a valid path and query.`);
  }
}

function withBody(request: Request, text: string): Request {
  if (text === '') return request;
  const { 'content-type': mediaType = 'application/json', 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding !== 'identity') throw new HttpError(415, `Send the body without Content-Encoding; it was ${encoding}.`);
  if (parseContentType(mediaType).type !== 'application/json')
    throw new HttpError(
      415,
      `The Content-Type has to be application/json, but it is ${mediaType === '' ? 'empty' : mediaType}.`,
    );
  return { ...request, body: parseObject(text) };
}

/** Parses a body, which has to be a JSON object. */
export function parseObject(text: string): object {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new HttpError(
      400,
      `The body is not JSON: ${(error as SyntaxError).message}`,
      errorCodes.invalid_request.code,
    );
  }
  if (typeof body === 'object' && body !== null) return body;
  throw new HttpError(400, 'The body has to be a JSON object.', errorCodes.unknown_property.code);
}

/**
 * Reads the whole body as text.
 *
 * @throws HttpError with 400 if it is larger than allowed.
 */
export async function readBody(incoming: IncomingMessage, largestBytes = largestBodyBytes): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to the end even if it is too large, so that the connection can carry the next request.
    if (size <= largestBytes) chunks.push(chunk);
  }
  if (size > largestBytes) throw new HttpError(400, `The body is larger than ${largestBytes} bytes.`);
  return Buffer.concat(chunks).toString('utf8');
}
