// An array that nobody spoiled, on which states that pass are over before anybody looks, or last for some looks: no false alarm.
import { createSimulator, type SimulatorOptions } from '@powerstore-api/mock-server';
import { expect, it } from 'vitest';
import { runContract } from '../src/index.js';
import { idsByName } from './helpers/sessions.js';
import { createTamperingProxy, withoutRows } from './helpers/tampering-proxy.js';

/** A run that waits for something that never comes does not end in the time of a test. */
const anHour = 3_600_000;

/** One session of each type, whose kinds differ in what is done to them. */
const sessions: SimulatorOptions['sessions'] = [
  { name: 'asynchronous' },
  { name: 'nas', kind: 'nas_server' },
  { name: 'metro', type: 'Metro_Active_Active' },
];

it.each<[string, SimulatorOptions]>([
  ['are over at once', { transitions: 'immediate', release: '4.4', seed: 2 }],
  ['are over at once, of two releases', { transitions: 'immediate', arrays: { b: { release: '3.6' } }, seed: 3 }],
  ['last for one look', { transitions: { reads: 1 }, release: '4.0', seed: 4 }],
  ['last for two looks', { transitions: { reads: 2 }, release: '3.0', seed: 5 }],
])('a pair whose states on the way %s', async (_title, options) => {
  await using sim = await createSimulator({ ...options, sessions, fast: true });
  const few = withoutRows('replication_session', 'remote_system');
  await using a = await createTamperingProxy(sim.a.url, few);
  await using b = await createTamperingProxy(sim.b.url, few);
  const credentials = ({ username, password }: typeof sim.a) => ({ username, password, patience: anHour });
  const report = await runContract({
    arrays: { a: { url: a.url, ...credentials(sim.a) }, b: { url: b.url, ...credentials(sim.b) } },
    permit: { mode: 'disruptive', sessions: [...idsByName(sim).values()] },
    pace: { requestsPerSecond: undefined },
    print: () => undefined,
    tell: () => undefined,
  });
  const alarms = report?.findings.filter(({ severity }) => severity !== 'note');
  expect(alarms?.map(({ id, subject, message }) => `${id} ${subject}: ${message}`)).toEqual([]);
  expect(report?.summary).toMatchObject({ verdict: 'conforms', outcomes: { failed: 0, broken: 0, 'not-run': 0 } });
  expect(report?.notRestored).toBeUndefined();
  expect(a.requests.filter((request) => request.endsWith('/failover'))).not.toEqual([]);
});
