/**
 * How a request becomes an answer: `fetch`, called with a `Request`. A status is no error here.
 *
 * @example
 * ```ts
 * const logged: Fetch = async (request) => {
 *   const response = await fetch(request);
 *   console.log(request.method, request.url, response.status);
 *   return response;
 * };
 * ```
 */
export type Fetch = (request: Request) => Promise<Response>;

/** One layer around `fetch`. It may change the request, the answer, or call `next` again. */
export type Middleware = (request: Request, next: Fetch) => Promise<Response>;

/** Puts layers around `fetch`, the first one outermost. */
export function compose(layers: readonly Middleware[], fetch: Fetch): Fetch {
  return layers.reduceRight<Fetch>((next, layer) => held((request) => layer(request, next)), held(fetch));
}

const requests = new WeakMap<object, Request[]>();

/**
 * Node follows the signal of a `Request` by a weak reference to the `Request`. Once it is collected, which can be right
 * after `fetch` was called, an abort goes nowhere (undici, `lib/web/fetch/request.js`). So it is held until the answer
 * is there, and with the body for as long as that comes in.
 */
function held(send: Fetch): Fetch {
  return async (request) => {
    const response = await send(request);
    if (response.body !== null) requests.set(response.body, [...(requests.get(response.body) ?? []), request]);
    return response;
  };
}
