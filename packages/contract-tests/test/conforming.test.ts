// What is as the contract says raises no alarm, on any release, and is only read.
import { createSimulator } from '@powerstore-api/mock-server';
import { operations } from '@powerstore-api/types';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../src/index.js';
import { run } from './helpers/in-process.js';
import { createTamperingProxy } from './helpers/tampering-proxy.js';
import { createSteppedSimulator } from './helpers/stepped-simulator.js';

describe.each(['1.0', '2.0', '3.0', '3.6', '4.0', '4.4'])('an array of release %s', (version) => {
  it('conforms, and all is seen of it that can be seen by reading', async () => {
    await using simulator = await createSimulator({ release: version, fast: true, clock: 'manual' });
    const { report } = await run(simulator.a);
    expect(report.findings).toEqual([]);
    expect(report.summary).toMatchObject({ verdict: 'conforms', outcomes: { failed: 0, broken: 0, 'not-run': 0 } });
    const unseen = report.coverage.filter(({ attainable, by }) => attainable && by.length === 0);
    // Only literals are accepted and not seen: an array shows those of the states that it is in.
    expect(unseen.filter(({ acceptedBy }) => !acceptedBy).map(({ item }) => item)).toEqual([]);
    expect(new Set(unseen.map(({ item }) => item.split(' ')[0]))).toEqual(new Set(['literal']));
  });
});

it('what changes while it is read raises no alarm', async () => {
  await using simulator = await createSteppedSimulator();
  const { report } = await run(simulator.a);
  expect(report.findings).toEqual([]);
  expect(simulator.journal.filter(({ kind, array }) => kind === 'state' && array === 'a').length).toBeGreaterThan(20);
});

describe('an array with a collection that is larger than may be read', () => {
  const limits: number[] = [];
  const sessions = { opened: 0, ended: 0 };
  let requests: readonly string[] = [];
  let report: Report;

  beforeAll(async () => {
    await using simulator = await createSimulator({ fast: true, clock: 'manual' });
    await using proxy = await createTamperingProxy(simulator.a.url, ({ target, status, headers }) => {
      const limit = /^\/volume\?.*order=id&limit=(\d+)/.exec(target)?.[1];
      if (limit !== undefined) limits.push(Number(limit));
      if (headers['set-cookie']?.length) sessions.opened += 1;
      if (target === '/logout' && status === 204) sessions.ended += 1;
    });
    ({ report } = await run(simulator.a, { through: proxy.url, rows: 3 }));
    ({ requests } = proxy);
  });

  it('is looked at in part, and conforms', () => {
    expect(report.findings).toEqual([]);
    expect(report.summary.verdict).toBe('conforms');
    expect(Math.max(...limits)).toBe(3);
    // Nothing that changes something is part of what can be seen by reading.
    const writes = report.coverage.filter(({ item, attainable }) => {
      const [, operationId = ''] = item.split(' ');
      return (
        attainable &&
        Object.entries(operations).some(([id, { safety }]) => id === operationId && safety !== 'read-only')
      );
    });
    expect(writes).toEqual([]);
  });

  it('is only read, and no login session is left behind', () => {
    expect(new Set(requests.filter((request) => !request.startsWith('GET ')))).toEqual(
      new Set(['POST /api/rest/logout']),
    );
    // The second one shows that its token belongs to it.
    expect(sessions).toEqual({ opened: 2, ended: 2 });
  });
});
