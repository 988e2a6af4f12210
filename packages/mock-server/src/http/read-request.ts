// From what node:http has of a request to one as the mock works on it.
import type { IncomingMessage } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import { parse as parseContentType } from 'content-type';
import { HttpError } from './errors.js';
import type { Request } from './request.js';

const basePath = '/api/rest';
const largestBodyBytes = 1024 * 1024;

/** Reads a request to its end. One that cannot be understood says so itself, and is answered as any other. */
export async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url: target = '/', headers } = incoming;
  const sent = { method, target, headers: single(headers) };
  try {
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

/** Of all that Node reads only `set-cookie` is a list, which old Python SDKs send with a request. */
function single(headers: IncomingMessage['headers']): Record<string, string> {
  const { 'set-cookie': cookies, ...others } = headers;
  return (cookies === undefined ? headers : { ...others, 'set-cookie': cookies.join(', ') }) as Record<string, string>;
}

/** The path below `/api/rest`, and the query. */
function readTarget(target: string): [path: string, search: string] {
  const end = target.indexOf('?');
  const path = decodable(end === -1 ? target : target.slice(0, end), target);
  if (!path.startsWith(`${basePath}/`)) throw new HttpError(404, `The API is below ${basePath}.`);
  if (path.endsWith('/')) throw new HttpError(404, `There is no path ${path}, with a slash at its end.`);
  return [path.slice(basePath.length), end === -1 ? '' : target.slice(end + 1)];
}

/** What a URL cannot be, or cannot be decoded, is the mistake of the client. */
function decodable(path: string, target: string): string {
  // Paths that need no second look, as nearly all are.
  if (/^\/[\w\-/:.]*$/.test(path) && !path.includes('//') && !path.includes('/.')) return path;
  try {
    const { pathname } = new URL(`http://mock${path}`);
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    throw new HttpError(400, `${target} cannot be read as a path and a query.`);
  }
}

function withBody(request: Request, text: string): Request {
  if (text === '') return request;
  const { 'content-type': mediaType = 'application/json' } = request.headers;
  if (parseContentType(mediaType).type !== 'application/json')
    throw new HttpError(415, `Only application/json is understood, and not ${mediaType}.`);
  return { ...request, body: parseObject(text) };
}

/** Reads a body as the object it has to be. */
export function parseObject(text: string): object {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new HttpError(400, `The body is no JSON: ${(error as SyntaxError).message}`, '0xE04040010005');
  }
  if (typeof body === 'object' && body !== null) return body;
  throw new HttpError(400, 'The body has to be a JSON object.', '0xE04040030001');
}

/**
 * The whole body as text.
 *
 * @throws HttpError with 400 where it has more bytes than allowed.
 */
export async function readBody(incoming: IncomingMessage, largestBytes = largestBodyBytes): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to the end in any case: the connection goes on after it.
    if (size <= largestBytes) chunks.push(chunk);
  }
  if (size > largestBytes) throw new HttpError(400, `The body is larger than ${largestBytes} bytes.`);
  return Buffer.concat(chunks).toString('utf8');
}
