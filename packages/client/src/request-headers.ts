import type { Middleware } from './middleware.js';

/** The headers that every request carries, the login among them. */
export function requestHeaders(application: string | undefined): Middleware {
  return (request, next) => {
    if (!request.headers.has('Accept')) request.headers.set('Accept', 'application/json');
    // As dell/python-powerstore does it (`client.py`): the array can tell its users apart.
    if (application !== undefined) request.headers.set('Application-Type', application);
    return next(request);
  };
}
