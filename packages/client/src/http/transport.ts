import { InputError, type OperationId, operations } from '@powerstore-api/types';
import createClient from 'openapi-fetch';
import type { Send, WireAnswer, WireRequest } from './wire.js';
import { serializeQuery } from '../query/parameters.js';
import { checkUrlLength } from './url-length.js';

/** A request and the answer to it. */
export interface Exchange {
  readonly operation: OperationId;
  readonly request: WireRequest;
  readonly answer: WireAnswer;
}

/** What a request is assembled from, by the names of the contract. */
export interface TransportInput {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the call as a whole, in place of what the client was given. */
  readonly timeout?: number | undefined;
  /** Whether a failure is final, also one that may pass. */
  readonly once?: boolean | undefined;
}

/** Sends an operation. A status is no error here. */
export type Transport = (operation: OperationId, input?: TransportInput) => Promise<Exchange>;

/** The same without retries: for whoever asks again and again anyway. */
export const withoutRetries =
  (send: Transport): Transport =>
  (operation, input) =>
    send(operation, { ...input, once: true });

// Any operation on any path: what an operation takes is typed where it is called, from `Operations`. Typed here by
// path, every call would cost the compiler the more the more sections the contract has.
type AnyOperation = {
  parameters: { path?: Readonly<Record<string, string>>; query?: Readonly<Record<string, unknown>> };
  requestBody?: { content: { 'application/json': unknown } };
  responses: Record<never, never>;
};
type AnyPaths = Record<string, Record<'get' | 'put' | 'post' | 'delete' | 'patch', AnyOperation>>;

/** What openapi-fetch makes in place of a `Request` of the platform, which costs as much as all the rest together. */
class Assembled {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;

  constructor(url: string, { method, headers, body }: { method: string; headers: Headers; body?: string }) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
  }
}

/** An answer for openapi-fetch to look at; that to the request is read elsewhere. */
const nothing = new Response(null, { status: 204 });

/**
 * The only place that knows openapi-fetch. It assembles the request; sending it and judging the answer is ours, because
 * openapi-fetch reads an error body before anybody else can, and takes an empty one for success (openapi-ts #2071).
 */
export function createTransport(baseUrl: string, send: Send): Transport {
  const client = createClient<AnyPaths>({
    baseUrl,
    querySerializer: serializeQuery,
    pathSerializer: serializePath,
    // It only ever is passed to the `fetch` below.
    Request: Assembled as unknown as typeof Request,
  });

  const assemble = (operation: OperationId, { path = {}, query = {}, headers = {}, body }: TransportInput) =>
    new Promise<Assembled>((resolve, reject) => {
      const { method, path: template } = operations[operation];
      const hand = (request: Assembled): Promise<Response> => {
        checkUrlLength(request.url);
        resolve(request);
        return Promise.resolve(nothing);
      };
      const init = { params: { path, query }, headers, fetch: hand as unknown as typeof fetch };
      client
        .request(
          method.toLowerCase() as Lowercase<typeof method>,
          template,
          body === undefined ? init : { ...init, body },
        )
        .catch(reject);
    });

  return async (operation, input = {}) => {
    const { url, method, headers: given, body } = await assemble(operation, input);
    const headers = Object.fromEntries(given);
    const { signal, timeout, once = false } = input;
    const call = { attempts: 0, unanswered: false, deadline: Number.POSITIVE_INFINITY };
    const request: WireRequest = { operation, url, method, headers, body, signal, timeout, once, call };
    return { operation, request, answer: await send(request) };
  };
}

/**
 * A path with its values, each of which has to stay one segment: `.` and `..` do not, encoded or not (WHATWG URL). A
 * colon stays one: `name:database` is how arrays document a name in place of an id.
 */
const serializePath = (template: string, path: Readonly<Record<string, unknown>>): string =>
  template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = path[name];
    if (typeof value !== 'string' || value === '' || value === '.' || value === '..') {
      throw new InputError(`${name} must be a string that is not empty, not "." and not ".."`);
    }
    return encodeURIComponent(value).replaceAll('%3A', ':');
  });
