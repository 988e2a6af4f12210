import autocannon from 'autocannon';
import { percentile } from '../statistics.js';

/** The result of a load on a server. */
export interface Load {
  /** How many were answered. */
  requests: number;
  /** Requests per second. */
  rate: number;
  /** Milliseconds until the answer was there: for half of the requests, and for all but one in a hundred. */
  p50: number;
  p99: number;
}

export interface Target {
  /** Path and query of the request. */
  url: string;
  headers: Record<string, string>;
}

/** Sends as many requests as the server answers, for so many seconds. */
export const loadFor = (target: Target, seconds: number): Promise<Load> =>
  run({ ...target, connections: 10, duration: seconds });

/** So many requests, one after the other. */
export const oneByOne = (target: Target, amount: number): Promise<Load> => run({ ...target, connections: 1, amount });

async function run(options: autocannon.Options): Promise<Load> {
  const times: number[] = [];
  const started = performance.now();
  const { errors, timeouts, non2xx } = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(options, (error, result) => (error ? reject(error as Error) : resolve(result)));
    // Autocannon's own histogram knows whole milliseconds only.
    instance.on('response', (_client, _status, _bytes, time) => times.push(time));
  });
  const seconds = (performance.now() - started) / 1000;
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${options.url}: ${errors} errors, ${timeouts} timeouts, ${non2xx} answers that are no success`);
  return {
    requests: times.length,
    rate: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

const basic = { authorization: `Basic ${Buffer.from('admin:Password123!').toString('base64')}` };

/** Logs in and returns what the requests to come carry: the cookie of the login session. */
export async function logIn(url: string): Promise<Record<string, string>> {
  const response = await get(`${url}/login_session`, basic);
  const [cookie = ''] = response.headers.get('set-cookie')?.split(';') ?? [];
  return { cookie };
}

/** One request, with Basic where nothing else is given. */
export async function get(url: string, headers: Record<string, string> = basic): Promise<Response> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}: ${await response.text()}`);
  return response;
}
