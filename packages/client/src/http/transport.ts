import { InputError, isInputError, type OperationId, operations } from '@powerstore-api/types';
import createClient from 'openapi-fetch';
import { isPowerStoreError } from '../errors/guards.js';
import type { Send, WireAnswer, WireRequest } from './wire.js';
import { serializeQuery } from '../query/parameters.js';
import { checkUrlLength } from './url-length.js';

/** A request and the answer to it. */
export interface Exchange {
  readonly operation: OperationId;
  readonly request: WireRequest;
  readonly answer: WireAnswer;
}

/** The parts of a request, by the names of the contract. */
export interface TransportInput {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call, in place of the `timeout` of the client. */
  readonly timeout?: number | undefined;
  /** Whether the request is never sent again. */
  readonly once?: boolean | undefined;
  /** Called when the first byte is sent. */
  readonly onSend?: (() => void) | undefined;
}

export interface Transport {
  /** Sends an operation. An error status does not reject. */
  (operation: OperationId, input?: TransportInput): Promise<Exchange>;
  /** Aborts when the client is closed, with the error of calls after that. */
  readonly closing?: AbortSignal | undefined;
}

/** The same without retries, for polling. */
export const withoutRetries =
  (send: Transport): Transport =>
  (operation, input) =>
    send(operation, { ...input, once: true });

// Any operation on any path: callers are typed from `Operations`. Typed here by path, every call would cost the compiler
// more with every section of the contract.
type AnyOperation = {
  parameters: { path?: Readonly<Record<string, string>>; query?: Readonly<Record<string, unknown>> };
  requestBody?: { content: { 'application/json': unknown } };
  responses: Record<never, never>;
};
type AnyPaths = Record<string, Record<'get' | 'put' | 'post' | 'delete' | 'patch', AnyOperation>>;

/** openapi-fetch makes these in place of a `Request` of the platform, which costs as much as all the rest together. */
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

/** The answer that openapi-fetch gets. The client reads the real answer itself. */
const nothing = new Response(null, { status: 204 });

/**
 * The only module that knows openapi-fetch, which assembles the request. This module sends it and hands over the answer,
 * because openapi-fetch reads an error body itself, and takes an empty one for success (openapi-ts #2071).
 */
export function createTransport(baseUrl: string, send: Send, closing?: AbortSignal): Transport {
  const client = createClient<AnyPaths>({
    baseUrl,
    querySerializer: serializeQuery,
    pathSerializer: serializePath,
    // openapi-fetch only passes it to the `fetch` below.
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
        .catch((error: unknown) =>
          reject(isInputError(error) || isPowerStoreError(error) ? error : unfit(operation, error)),
        );
    });

  const transport: Transport = async (operation, input = {}) => {
    const { url, method, headers: given, body } = await assemble(operation, input);
    const headers = Object.fromEntries(given);
    const { signal, timeout, once = false, onSend } = input;
    const call = { attempts: 0, unanswered: false, deadline: Number.POSITIVE_INFINITY, waitsFor: '', onSend };
    const request: WireRequest = { operation, url, method, headers, body, signal, timeout, once, call };
    return { operation, request, answer: await send(request) };
  };
  return Object.assign(transport, { closing });
}

/** The platform's own errors of a value that cannot be sent repeat it, which may be a secret. */
const unfit = (operation: OperationId, error: unknown): InputError =>
  new InputError(
    error instanceof URIError
      ? `${operation}: an id or a query has half of a character in it (a lone surrogate)`
      : `${operation}: headers take no control characters, and a body must be JSON`,
  );

/**
 * A path with its values. Each value must be one segment, which `.` and `..` are not, encoded or not (WHATWG URL). A colon
 * is not encoded: arrays document `name:database` for a name in place of an id.
 */
const serializePath = (template: string, path: Readonly<Record<string, unknown>>): string =>
  template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = path[name];
    if (typeof value !== 'string' || value === '' || value === '.' || value === '..') {
      throw new InputError(`${name} must be a non-empty string other than "." and ".."`);
    }
    return encodeURIComponent(value).replaceAll('%3A', ':');
  });
