// Synchronizations that are over before anybody looks: the session is OK before and after.
import { createSimulator } from '@powerstore-api/mock-server';
import { expect, it } from 'vitest';
import { runContract } from '../src/index.js';
import { idsByName } from './helpers/sessions.js';
import { createTamperingProxy, withoutRows } from './helpers/tampering-proxy.js';

it('a synchronization that is over before the first look is no fault', async () => {
  await using sim = await createSimulator({
    fast: true,
    transitions: 'immediate',
    sessions: [{ name: 'quick' }],
  });
  const few = withoutRows('replication_session', 'remote_system');
  await using a = await createTamperingProxy(sim.a.url, few);
  await using b = await createTamperingProxy(sim.b.url, few);
  const credentials = ({ username, password }: typeof sim.a) => ({ username, password, patience: 1 });
  const report = await runContract({
    arrays: { a: { url: a.url, ...credentials(sim.a) }, b: { url: b.url, ...credentials(sim.b) } },
    permit: { mode: 'non-disruptive', sessions: [...idsByName(sim).values()] },
    pace: { requestsPerSecond: undefined },
    print: () => undefined,
    tell: () => undefined,
  });
  expect(a.requests.filter((request) => request.endsWith('/sync'))).not.toEqual([]);
  expect(report?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report?.checks.find(({ check }) => check === 'lifecycle.Asynchronous.volume')?.outcome).toBe('passed');
});
