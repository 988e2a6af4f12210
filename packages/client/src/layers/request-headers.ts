import type { Layer } from '../http/wire.js';

/** The headers that every request carries, the login among them. */
export function requestHeaders(application: string | undefined): Layer {
  const agent = ['powerstore-api', ...(application === undefined ? [] : [application])].join(' ');
  return (request, next) => {
    const { headers } = request;
    headers['accept'] ??= 'application/json';
    headers['user-agent'] = agent;
    // As dell/python-powerstore does (`client.py`): the array can tell programs apart.
    if (application !== undefined) headers['application-type'] = application;
    return next(request);
  };
}
