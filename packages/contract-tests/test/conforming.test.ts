// What is as the contract says raises no alarm, on any release, and is only read.
import { createMockServer, createSimulator } from '@powerstore-api/mock-server';
import { operations } from '@powerstore-api/types';
import { describe, expect, it } from 'vitest';
import { run } from './in-process.js';
import { createSpoilingProxy } from './spoiling-proxy.js';

/** Some nine hundred requests, each of which the static mock checks against the contract. */
const patience = 300_000;

describe.each(['1.0', '2.0', '3.0', '3.6', '4.0', '4.4'])('an array of release %s', (version) => {
  it('conforms, and all is seen of it that can be seen by reading', async () => {
    await using simulator = await createSimulator({ release: version, fast: true, clock: 'manual' });
    const { report } = await run(simulator.a);
    expect(report.findings).toEqual([]);
    expect(report.summary).toMatchObject({ verdict: 'conforms', outcomes: { failed: 0, broken: 0, 'not-run': 0 } });
    const unseen = report.coverage.filter(({ attainable, by }) => attainable && by.length === 0);
    expect(unseen.map(({ item }) => item)).toEqual([]);
  });
});

it('the static mock conforms, is only read, and no login session is left behind', { timeout: patience }, async () => {
  await using mock = await createMockServer();
  const sessions = { opened: 0, ended: 0 };
  await using proxy = await createSpoilingProxy(mock.url, ({ target, status, headers }) => {
    if (headers['set-cookie']?.length) sessions.opened += 1;
    if (target === '/logout' && status === 204) sessions.ended += 1;
  });
  const { report } = await run(mock, { through: proxy.url });
  // One of its examples has a literal that SDKs know, and no document.
  expect(report.findings.map(({ id, what }) => `${id} ${what}`)).toEqual([
    'literal.unknown ReplicatedResourceType has no literal string',
  ]);
  expect(report.summary.verdict).toBe('conforms');
  const writes = new Set(proxy.requests.filter((request) => !request.startsWith('GET ')));
  expect(writes).toEqual(new Set(['POST /api/rest/logout']));
  expect(sessions).toEqual({ opened: 1, ended: 1 });
});

it('what changes while it is read raises no alarm', async () => {
  await using simulator = await createSimulator({ fast: true, clock: { speed: 60 } });
  const { report } = await run(simulator.a);
  expect(report.findings).toEqual([]);
});

it('of a collection that is larger than may be read, a part is looked at', async () => {
  await using simulator = await createSimulator({ fast: true, clock: 'manual' });
  const limits: number[] = [];
  await using proxy = await createSpoilingProxy(simulator.a.url, ({ target }) => {
    const limit = /^\/volume\?.*order=id&limit=(\d+)/.exec(target)?.[1];
    if (limit !== undefined) limits.push(Number(limit));
  });
  const { report } = await run(simulator.a, { through: proxy.url, rows: 3 });
  expect(report.findings).toEqual([]);
  expect(Math.max(...limits)).toBe(3);
  // Nothing that changes something is part of what can be seen by reading.
  const writes = report.coverage.filter(({ item, attainable }) => {
    const [, operationId = ''] = item.split(' ');
    return attainable && Object.entries(operations).some(([id, { safety }]) => id === operationId && safety !== 'read');
  });
  expect(writes).toEqual([]);
});
