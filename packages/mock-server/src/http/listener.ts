import { type IncomingMessage, type RequestListener, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { parse as parseQuery } from 'node:querystring';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { errorAnswer, Refusal } from './errors.js';
import type { Answer, MockRequest, Trouble } from './messages.js';

const basePath = '/api/rest';
const largestBody = 1024 * 1024;

/** One request and its answer, for a log. */
export interface Exchange {
  method: string;
  /** Path and query as they were sent. */
  target: string;
  status: number;
  /** What happened to the connection on purpose: the answer did not arrive as it should have. */
  trouble?: 'reset' | 'stall' | 'cut' | 'slow';
  /** Milliseconds until the answer was written. */
  duration: number;
}

/**
 * Between `node:http` and the mock: reads and parses a request, writes an answer, and never leaves one hanging. What
 * `adapt` makes of it is what is answered, errors included.
 */
export const createListener =
  (
    handle: (request: MockRequest) => Answer | Promise<Answer>,
    log?: (exchange: Exchange) => void,
    adapt: (answer: Answer) => Answer = (it) => it,
  ): RequestListener =>
  async (incoming, outgoing) => {
    const started = performance.now();
    const { method = 'GET', url: target = '/' } = incoming;
    const result = adapt(await answer(incoming, handle));
    write(outgoing, result);
    if (!log) return;
    try {
      const { status, trouble } = result;
      const duration = performance.now() - started;
      log({ method, target, status, duration, ...(trouble && { trouble: trouble.kind }) });
    } catch (error) {
      // The answer is out; whoever listens for it must not take the server down.
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  };

/** Writes an answer as JSON, or does to it what a network may. */
export function write(outgoing: ServerResponse, { status, headers, body, trouble }: Answer): void {
  const text = body === undefined ? undefined : JSON.stringify(body);
  if (trouble && trouble.kind !== 'slow')
    return spoil(outgoing, trouble, () => writeHead(outgoing, status, headers, text), text);
  const send = (): void => {
    writeHead(outgoing, status, headers, text);
    outgoing.end(text);
  };
  if (trouble) setTimeout(send, trouble.delay ?? 1000).unref();
  else send();
}

function writeHead(outgoing: ServerResponse, status: number, headers: Record<string, string>, text = ''): void {
  if (status !== 204) headers = { ...headers, 'content-length': String(Buffer.byteLength(text)) };
  outgoing.writeHead(status, STATUS_CODES[status], headers);
}

function spoil(outgoing: ServerResponse, { kind }: Trouble, head: () => void, text = ''): void {
  const { socket } = outgoing;
  if (kind === 'stall' || !socket) return;
  // Of an answer without a body there is no half: nothing arrives.
  if (kind === 'cut' && text !== '') {
    head();
    outgoing.write(text.slice(0, Math.ceil(text.length / 2)), () => socket.destroy());
    return;
  }
  reset(socket);
}

/** Ends a connection as if the other machine was gone. Node resets none that is encrypted; there it is cut off. */
export function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

async function answer(
  incoming: IncomingMessage,
  handle: (request: MockRequest) => Answer | Promise<Answer>,
): Promise<Answer> {
  try {
    const request = readHead(incoming);
    const hasBody =
      incoming.headers['content-length'] !== undefined || incoming.headers['transfer-encoding'] !== undefined;
    return await handle(hasBody ? withBody(request, await readBody(incoming)) : request);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    return errorAnswer(500, `The mock failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readHead({ method = 'GET', url = '/', headers }: IncomingMessage): MockRequest {
  const [pathname, search] = readTarget(url);
  if (!pathname.startsWith(`${basePath}/`)) throw new Refusal(errorAnswer(404, `The API is below ${basePath}.`));
  if (pathname.endsWith('/'))
    throw new Refusal(errorAnswer(404, `There is no path ${pathname}, with a slash at its end.`));
  return {
    method,
    target: url,
    path: pathname.slice(basePath.length),
    query: parseQuery(search, '&', '=', { maxKeys: 0 }) as Record<string, string | string[]>,
    headers: single(headers),
  };
}

function withBody(request: MockRequest, text: string): MockRequest {
  if (text === '') return request;
  const { 'content-type': mediaType = 'application/json' } = request.headers;
  if (!isJson(mediaType))
    throw new Refusal(errorAnswer(415, `Only application/json is understood, and not ${mediaType}.`));
  return { ...request, body: parseObject(text) };
}

/** Of all that Node reads only `set-cookie` is a list, which old Python SDKs send with a request. */
function single(headers: IncomingMessage['headers']): Record<string, string> {
  const { 'set-cookie': cookies, ...others } = headers;
  return (cookies === undefined ? headers : { ...others, 'set-cookie': cookies.join(', ') }) as Record<string, string>;
}

/** Reads a body as the object it has to be. */
export function parseObject(text: string): object {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new Refusal(errorAnswer(400, `The body is no JSON: ${(error as SyntaxError).message}`, '0xE04040010005'));
  }
  if (typeof body === 'object' && body !== null) return body;
  throw new Refusal(errorAnswer(400, 'The body has to be a JSON object.', '0xE04040030001'));
}

/** What is no HTTP, and what Node refuses by itself, is answered in PowerStore's shape as well. */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return;
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const body = JSON.stringify(errorAnswer(status, `This is no HTTP request that can be read (${error.code}).`).body);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** Path and query; what a URL cannot be, or cannot be decoded, is the mistake of who sent it. */
function readTarget(target: string): [path: string, search: string] {
  const end = target.indexOf('?');
  const path = end === -1 ? target : target.slice(0, end);
  const search = end === -1 ? '' : target.slice(end + 1);
  // Paths that need no second look, as nearly all are.
  if (/^\/[\w\-/:.]*$/.test(path) && !path.includes('//') && !path.includes('/.')) return [path, search];
  try {
    const { pathname } = new URL(`http://mock${path}`);
    decodeURIComponent(pathname);
    return [pathname, search];
  } catch {
    throw new Refusal(errorAnswer(400, `${target} cannot be read as a path and a query.`));
  }
}

/**
 * The whole body as text.
 *
 * @throws Refusal with 400 where it has more bytes than allowed.
 */
export async function readBody(incoming: IncomingMessage, largest = largestBody): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to the end in any case: the connection goes on after it.
    if (size <= largest) chunks.push(chunk);
  }
  if (size > largest) throw new Refusal(errorAnswer(400, `The body is larger than ${largest} bytes.`));
  return Buffer.concat(chunks).toString('utf8');
}

const isJson = (mediaType: string): boolean => /^application\/json\s*(;|$)/i.test(mediaType);
