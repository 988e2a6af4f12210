import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { array as arrayOf, assert, asyncProperty, constantFrom } from 'fast-check';
import { expect, test } from 'vitest';
import { isNetworkError, isOutcomeUnknownError, isPowerStoreError, type PowerStore } from '../src/index.js';
import { connect } from '../src/node/index.js';
import { password, username } from './helpers/fake-array.js';
import { type ProxyAnswer, proxyServer } from './helpers/proxy.js';

/** How the array, or a gateway before it, treats a request: whether it carries it out, and what becomes of the answer. */
type ArrayFault =
  | 'answers'
  | 'is silent after it'
  | 'closes after it'
  | 'resets after it'
  | 'half an answer after it'
  | 'resets without it'
  | 401
  | 500
  | 502
  | 503
  | 504;

const proxyAnswer = constantFrom<ProxyAnswer>(
  ...([
    'tunnel',
    'tunnel',
    'tunnel',
    'nothing',
    'close',
    'reset',
    'half a line, then close',
    'tunnel, then close',
  ] as const),
  407,
  502,
  503,
);
const arrayFault = constantFrom<ArrayFault>(
  ...(['answers', 'answers', 'answers', 'is silent after it', 'closes after it', 'resets after it'] as const),
  ...(['half an answer after it', 'resets without it', 401, 500, 502, 503, 504] as const),
);

const count = (counts: Map<string, number>, path: string): unknown => counts.set(path, (counts.get(path) ?? 0) + 1);
const answer = (response: ServerResponse, status: number, text: string): unknown =>
  response.writeHead(status, { 'Set-Cookie': 'auth_cookie=x', Connection: 'close' }).end(text);

/** An array that counts how often it was asked for a write, and how often it has carried it out. */
async function faultyArray() {
  const received = new Map<string, number>();
  const carriedOut = new Map<string, number>();
  const it = { faults: [] as ArrayFault[], silent: () => {}, received, carriedOut, port: 0 };
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const { method, url = '', socket, headers } = request;
      let fault = it.faults.shift() ?? 'answers';
      // After a 401 to its password the client logs in no more.
      if (fault === 401 && headers.authorization !== undefined) fault = 'answers';
      if (method === 'POST' && typeof fault !== 'number') count(received, url);
      if (fault === 'resets without it') return socket.resetAndDestroy();
      if (fault === 401 || fault === 500 || fault === 503) return answer(response, fault, '{"messages":[]}');
      if (method === 'POST') count(carriedOut, url);
      if (fault === 'is silent after it') return it.silent();
      if (fault === 'closes after it') return socket.destroy();
      if (fault === 'resets after it') return socket.resetAndDestroy();
      if (fault === 'half an answer after it')
        return response.writeHead(200, { 'Content-Length': 100 }).write('[', () => socket.destroy());
      if (fault !== 'answers') return answer(response, fault, '<html>');
      if (method === 'POST') return answer(response, 200, '{}');
      return answer(response, 200, url.includes('software') ? '[{"release_version":"4.4.0.0"}]' : '[]');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  it.port = (server.address() as AddressInfo).port;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(it, { [Symbol.asyncDispose]: close });
}

/** What became of a write, for whoever called. */
type Outcome = 'done' | 'unknown' | 'not sent' | 'refused' | 'aborted';

/** How often the array may have carried out the write then. */
const allowed: Readonly<Record<Outcome, readonly number[]>> = {
  done: [1],
  unknown: [0, 1],
  'not sent': [0],
  refused: [0],
  aborted: [0, 1],
};

async function pause(array: PowerStore, id: string, signal: AbortSignal): Promise<Outcome> {
  try {
    await array.replicationSessions.pause(id, { signal });
    return 'done';
  } catch (error) {
    if (isOutcomeUnknownError(error)) return 'unknown';
    if (isNetworkError(error)) return 'not sent';
    if (isPowerStoreError(error)) return 'refused';
    if (error === signal.reason) return 'aborted';
    throw error;
  }
}

test('200 schedules of faults: no write is carried out twice, and none after an error that says "not sent"', async () => {
  await using array = await faultyArray();
  await using proxy = await proxyServer();
  const seen = new Set<Outcome>();
  let calls = 0;

  const holds = async (tunnels: readonly ProxyAnswer[], faults: readonly ArrayFault[]): Promise<void> => {
    const client = await connect({
      url: `http://127.0.0.1:${array.port}`,
      username,
      password,
      proxy: proxy.url,
      retry: { retries: 2, pause: 1, longestPause: 2 },
    });
    await client.release();
    const before = proxy.connections();
    const left = [...tunnels];
    array.faults = [...faults];
    const ended: [path: string, outcome: Outcome][] = [];
    while (left.length > 0 || array.faults.length > 0) {
      const controller = new AbortController();
      const abort = (): void => controller.abort(new Error('enough'));
      array.silent = abort;
      proxy.answer = () => {
        const next = left.shift() ?? 'tunnel';
        if (next === 'nothing') setImmediate(abort);
        return next;
      };
      calls += 1;
      const id = `session-${calls}`;
      const path = `/api/rest/replication_session/${id}/pause`;
      ended.push([path, await pause(client, id, controller.signal)]);
      // A new login may still wait for its answer.
      proxy.hangUp();
    }
    // A write, the new logins after 401, and the attempts of each of these: none beyond.
    expect(proxy.connections() - before).toBeLessThanOrEqual(tunnels.length + faults.length + 3 * ended.length);
    await client.close();
    const wrong = ended.filter(([path, outcome]) => {
      seen.add(outcome);
      const [asked, done] = [array.received.get(path) ?? 0, array.carriedOut.get(path) ?? 0];
      return asked > 1 || !allowed[outcome].includes(done) || (outcome === 'not sent' && asked > 0);
    });
    expect(wrong).toEqual([]);
  };

  await assert(asyncProperty(arrayOf(proxyAnswer, { maxLength: 6 }), arrayOf(arrayFault, { maxLength: 6 }), holds), {
    numRuns: 200,
    seed: 20_261_128,
    endOnFailure: true,
  });
  // The schedules led to all of these.
  expect([...seen].toSorted()).toEqual(['aborted', 'done', 'not sent', 'refused', 'unknown']);
}, 600_000);
