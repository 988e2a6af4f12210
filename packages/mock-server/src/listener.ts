import { type IncomingMessage, type RequestListener, STATUS_CODES } from 'node:http';
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
    log({ method, target, status, duration: performance.now() - started });
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
  if (!isJson(request.headers['content-type'] ?? 'application/json')) return { ...request, body: text };
  try {
    return { ...request, body: JSON.parse(text) };
  } catch (error) {
    throw new Refusal(errorAnswer(400, `The body is no JSON: ${(error as SyntaxError).message}`, '0xE04040010005'));
  }
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
    if (size > largestBody) throw new Refusal(errorAnswer(400, `The body is larger than ${largestBody} bytes.`));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const single = (values: string[]): string | string[] => (values.length === 1 ? (values[0] ?? '') : values);

const isJson = (mediaType: string): boolean => /^application\/json\b/i.test(mediaType);
