import { type OperationId, operations } from '@powerstore-api/types';
import createClient from 'openapi-fetch';
import type { Fetch } from './middleware.js';
import { serializeQuery } from './query.js';
import { checkUrlLength } from './query/url-length.js';

/** A request and the answer to it. */
export interface Exchange {
  readonly operation: OperationId;
  readonly request: Request;
  readonly response: Response;
}

/** What a request is assembled from, by the names of the contract. */
export interface TransportInput {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** Sends an operation. A status is no error here. */
export type Transport = (operation: OperationId, input?: TransportInput) => Promise<Exchange>;

// Any operation on any path: what an operation takes is typed where it is called, from `Operations`. Typed here by
// path, every call would cost the compiler the more the more sections the contract has.
type AnyOperation = {
  parameters: { path?: Readonly<Record<string, string>>; query?: Readonly<Record<string, unknown>> };
  requestBody?: { content: { 'application/json': unknown } };
  responses: Record<never, never>;
};
type AnyPaths = Record<string, Record<'get' | 'put' | 'post' | 'delete' | 'patch', AnyOperation>>;

/**
 * The only place that knows openapi-fetch. It assembles the request; sending it and judging the answer is ours, because
 * openapi-fetch reads an error body before anybody else can, and takes an empty one for success (openapi-ts #2071).
 */
export function createTransport(baseUrl: string, send: Fetch): Transport {
  // An array does not redirect. What follows a redirect would carry the token to wherever it leads.
  const client = createClient<AnyPaths>({
    baseUrl,
    querySerializer: serializeQuery,
    pathSerializer: serializePath,
    redirect: 'manual',
  });

  const assemble = (operation: OperationId, { path = {}, query = {}, headers = {}, body, signal }: TransportInput) =>
    new Promise<Request>((resolve, reject) => {
      const { method, path: template } = operations[operation];
      checkPath(template, path);
      const hand = (request: Request): Promise<Response> => {
        checkUrlLength(request.url);
        resolve(request);
        return Promise.resolve(new Response(null, { status: 204 }));
      };
      // A Request listens to its signal for as long as it is not collected. Behind `any` the caller's own signal has no
      // listeners, so it can serve thousands of calls without Node's warning of a leak.
      const own = signal === undefined ? null : AbortSignal.any([signal]);
      const init = { params: { path, query }, headers, fetch: hand, signal: own };
      client
        .request(
          method.toLowerCase() as Lowercase<typeof method>,
          template,
          body === undefined ? init : { ...init, body },
        )
        .catch(reject);
    });

  return async (operation, input = {}) => {
    const request = await assemble(operation, input);
    return { operation, request, response: await send(request) };
  };
}

/** A path with its values. A colon stays one: `name:database` is how arrays document a name in place of an id. */
const serializePath = (template: string, path: Readonly<Record<string, unknown>>): string =>
  template.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(path[name])).replaceAll('%3A', ':'),
  );

/** Every `{name}` of a path needs a value that stays one segment: `.` and `..` do not, encoded or not (WHATWG URL). */
function checkPath(template: string, path: Readonly<Record<string, unknown>>): void {
  for (const [, name = ''] of template.matchAll(/\{([^}]+)\}/g)) {
    const value = path[name];
    if (typeof value !== 'string' || value === '' || value === '.' || value === '..') {
      throw new TypeError(`${name} has to be a string that is not empty, not "." and not ".."`);
    }
  }
}
