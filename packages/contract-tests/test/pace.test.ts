// The load on an array: one request at a time, at the configured rate, and none more when the array is in trouble.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulator } from '@powerstore-api/mock-server';
import { expect, it } from 'vitest';
import { runContract } from '../src/index.js';
import { ArraySession } from '../src/array/http/array-session.js';
import { toTargets } from '../src/array/target/target.js';
import { createTamperingProxy } from './helpers/tampering-proxy.js';

async function listening(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const target = (url: string) => ({ url, username: 'monitor', password: 'x' });

const askAtOnce = (arraySession: ArraySession) =>
  Promise.all(Array.from({ length: 8 }, () => arraySession.send('cluster_collection_query')));

it('simultaneous requests arrive one after the other', async () => {
  const sent: number[] = [];
  await using array = await listening((_request, response) => {
    sent.push(arraySession.requests);
    response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
  });
  const { a } = toTargets({ a: target(array.url) }, { pace: { requestsPerSecond: undefined } });
  const arraySession = new ArraySession(a, globalThis.fetch);
  await askAtOnce(arraySession);
  // When one arrives, no other has been sent.
  expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

it('simultaneous requests keep to the request rate', async () => {
  const arrivals: number[] = [];
  await using array = await listening((_request, response) => {
    arrivals.push(performance.now());
    response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
  });
  const { a } = toTargets({ a: target(array.url) }, { pace: { requestsPerSecond: 20 } });
  const arraySession = new ArraySession(a, globalThis.fetch);
  const begun = performance.now();
  await askAtOnce(arraySession);
  expect(arrivals).toHaveLength(8);
  // A turn is 50 ms, and a timer may be a millisecond early. Later than this each of them may be.
  for (const [turn, arrival] of arrivals.entries()) expect(arrival - begun).toBeGreaterThan(turn * 49 - 1);
});

it('the suite leaves an array alone that stays busy', async () => {
  await using sim = await createSimulator({ clock: 'manual', fast: true });
  let busy = 0;
  await using proxy = await createTamperingProxy(sim.a.url, (answer) => {
    if (!answer.target.startsWith('/volume?') || answer.method !== 'GET') return;
    busy += 1;
    Object.assign(answer, { status: 503, text: '{"messages":[{"severity":"Error","message_l10n":"Later."}]}' });
  });
  const { username, password } = sim.a;
  const report = await runContract({
    arrays: { a: { url: proxy.url, username, password } },
    pace: { requestsPerSecond: undefined },
    print: () => undefined,
    tell: () => undefined,
  });
  expect(report?.summary.verdict).toBe('no-verdict');
  expect(report?.endedEarly).toContain('the array was busy (503) 3 times in a row, so the suite leaves it alone');
  // One at the first look, which then asks without a query, and three in a row.
  expect(busy).toBe(4);
  // Nothing but the logout comes after it.
  const last = proxy.requests.lastIndexOf('GET /api/rest/volume');
  expect(proxy.requests.slice(last + 1)).toEqual(['POST /api/rest/logout']);
});

it('a run begins no further check when its time is over, and says so', async () => {
  await using sim = await createSimulator({ clock: 'manual', fast: true });
  const lines: string[] = [];
  const { url, username, password } = sim.a;
  const report = await runContract({
    arrays: { a: { url, username, password } },
    pace: { requestsPerSecond: undefined },
    budget: 1,
    print: (line) => lines.push(line),
    tell: () => undefined,
  });
  const outcomes = new Set(report?.checks.map(({ outcome }) => outcome));
  expect(outcomes.has('not-run')).toBe(true);
  expect(report?.summary.outcomes['not-run']).toBeGreaterThan(50);
  expect(lines.join('\n')).toContain('Conforms to the contract, as far as there was time.');
  expect(report?.checks.find(({ outcome }) => outcome === 'not-run')?.reason).toBe('the time of the run was over');
});
