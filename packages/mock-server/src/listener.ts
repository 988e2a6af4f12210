import { type IncomingMessage, type RequestListener, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorAnswer, Refusal } from './errors.js';
import type { Answer, MockRequest } from './http.js';

const basePath = '/api/rest';
const largestBody = 1024 * 1024;

/** One request and its answer, for a log. */
export interface Exchange {
  method: string;
  /** Path and query as they were sent. */
  target: string;
  status: number;
  /** Milliseconds until the answer was written. */
  duration: number;
}

/** Between `node:http` and the mock: reads and parses a request, writes an answer, and never leaves one hanging. */
export const createListener =
  (handle: (request: MockRequest) => Promise<Answer>, log: (exchange: Exchange) => void): RequestListener =>
  async (incoming, outgoing) => {
    const started = performance.now();
    const { method = 'GET', url: target = '/' } = incoming;
    const { status, headers, body } = await answer(incoming, handle);
    const text = body === undefined ? undefined : JSON.stringify(body);
    outgoing.writeHead(status, STATUS_CODES[status], {
      ...headers,
      ...(status !== 204 && { 'content-length': Buffer.byteLength(text ?? '') }),
    });
    outgoing.end(text);
    try {
      log({ method, target, status, duration: performance.now() - started });
    } catch (error) {
      // The answer is out; whoever listens for it must not take the server down.
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  };

async function answer(incoming: IncomingMessage, handle: (request: MockRequest) => Promise<Answer>): Promise<Answer> {
  try {
    return await handle(await read(incoming));
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    return errorAnswer(500, `The mock failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function read(incoming: IncomingMessage): Promise<MockRequest> {
  const { pathname, searchParams } = readTarget(incoming.url ?? '/');
  if (!pathname.startsWith(`${basePath}/`)) throw new Refusal(errorAnswer(404, `The API is below ${basePath}.`));
  if (pathname.endsWith('/'))
    throw new Refusal(errorAnswer(404, `There is no path ${pathname}, with a slash at its end.`));
  const request: MockRequest = {
    method: incoming.method ?? 'GET',
    path: pathname.slice(basePath.length),
    query: Object.fromEntries(
      [...new Set(searchParams.keys())].map((name) => [name, single(searchParams.getAll(name))]),
    ),
    headers: Object.fromEntries(
      Object.entries(incoming.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
      ),
    ),
  };
  const text = await readBody(incoming);
  if (text === '') return request;
  const { 'content-type': mediaType = 'application/json' } = request.headers;
  if (!isJson(mediaType))
    throw new Refusal(errorAnswer(415, `Only application/json is understood, and not ${mediaType}.`));
  return { ...request, body: parseObject(text) };
}

function parseObject(text: string): object {
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
function readTarget(target: string): URL {
  try {
    const url = new URL(`http://mock${target}`);
    decodeURIComponent(url.pathname);
    return url;
  } catch {
    throw new Refusal(errorAnswer(400, `${target} cannot be read as a path and a query.`));
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to the end in any case: the connection goes on after it.
    if (size <= largestBody) chunks.push(chunk);
  }
  if (size > largestBody) throw new Refusal(errorAnswer(400, `The body is larger than ${largestBody} bytes.`));
  return Buffer.concat(chunks).toString('utf8');
}

const single = (values: string[]): string | string[] => (values.length === 1 ? (values[0] ?? '') : values);

const isJson = (mediaType: string): boolean => /^application\/json\s*(;|$)/i.test(mediaType);
