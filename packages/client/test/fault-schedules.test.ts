import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
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

const proxyAnswer = fc.constantFrom<ProxyAnswer>(
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
const arrayFault = fc.constantFrom<ArrayFault>(
  ...(['answers', 'answers', 'answers', 'is silent after it', 'closes after it', 'resets after it'] as const),
  ...(['half an answer after it', 'resets without it', 401, 500, 502, 503, 504] as const),
);

/** An array that counts how often it was asked for a write, and how often it has carried it out. */
async function faultyArray() {
  const received = new Map<string, number>();
  const carriedOut = new Map<string, number>();
  const count = (counts: Map<string, number>, path: string): unknown => counts.set(path, (counts.get(path) ?? 0) + 1);
  const it = { faults: [] as ArrayFault[], silent: () => {}, received, carriedOut, port: 0 };
  const answer = (response: ServerResponse, status: number, text: string): unknown =>
    response.writeHead(status, { 'Set-Cookie': 'auth_cookie=x', Connection: 'close' }).end(text);
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

async function pause(array: PowerStore, id: string, signal: AbortSignal): Promise<Outcome> {
  try {
    await array.replicationSessions.pause(id, { signal });
    return 'done';
  } catch (error) {
    if (isOutcomeUnknownError(error)) return 'unknown';
    if (isNetworkError(error)) return 'not sent';
    if (isPowerStoreError(error)) return 'refused';
    expect(error).toBe(signal.reason);
    return 'aborted';
  }
}

test('200 schedules of faults: no write is carried out twice, and none after an error that says "not sent"', async () => {
  await using array = await faultyArray();
  await using proxy = await proxyServer();
  const seen = new Map<Outcome, number>();
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
    for (const [path, outcome] of ended) {
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      const [asked, done] = [array.received.get(path) ?? 0, array.carriedOut.get(path) ?? 0];
      expect([path, done <= 1, asked <= 1]).toEqual([path, true, true]);
      if (outcome === 'done') expect([path, done]).toEqual([path, 1]);
      if (outcome === 'not sent') expect([path, asked]).toEqual([path, 0]);
      if (outcome === 'refused') expect([path, done]).toEqual([path, 0]);
    }
  };

  await fc.assert(
    fc.asyncProperty(fc.array(proxyAnswer, { maxLength: 6 }), fc.array(arrayFault, { maxLength: 6 }), holds),
    { numRuns: 200, seed: 20_261_128, endOnFailure: true },
  );
  // The schedules led to all of these.
  expect([...seen.keys()].toSorted()).toEqual(['aborted', 'done', 'not sent', 'refused', 'unknown']);
}, 600_000);
