// Synchronizations that may be over before anybody looks: the session is OK before and after.
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { expect, it } from 'vitest';
import { type Report, runContract } from '../src/index.js';
import { idsByName } from './helpers/sessions.js';
import { createSteppedSimulator } from './helpers/stepped-simulator.js';
import { createTamperingProxy, type Tamper, withoutRows } from './helpers/tampering-proxy.js';

const sessions = [{ name: 'erp', rpo: 'One_Day' }] as const;

async function run(
  sim: Simulator,
  tamperA: Tamper = () => undefined,
): Promise<{ report: Report | undefined; requests: string[] }> {
  const few = withoutRows('replication_session', 'remote_system');
  await using a = await createTamperingProxy(sim.a.url, async (answer) => {
    await few(answer);
    await tamperA(answer);
  });
  await using b = await createTamperingProxy(sim.b.url, few);
  const credentials = ({ username, password }: typeof sim.a) => ({ username, password, patience: 1 });
  const report = await runContract({
    arrays: { a: { url: a.url, ...credentials(sim.a) }, b: { url: b.url, ...credentials(sim.b) } },
    permit: { mode: 'non-disruptive', sessions: [...idsByName(sim).values()] },
    pace: { requestsPerSecond: undefined },
    print: () => undefined,
    tell: () => undefined,
  });
  return { report, requests: a.requests };
}

const errors = (report: Report | undefined) => report?.findings.filter(({ severity }) => severity === 'error');

it('one that is over before the first look is no fault', async () => {
  await using sim = await createSimulator({ fast: true, transitions: 'immediate', sessions: [...sessions] });
  const { report, requests } = await run(sim);
  expect(requests.filter((request) => request.endsWith('/sync'))).not.toEqual([]);
  expect(errors(report)).toEqual([]);
  expect(report?.checks.find(({ check }) => check === 'lifecycle.Asynchronous.volume')?.outcome).toBe('passed');
});

it('one that the array accepts and leaves undone is found', async () => {
  await using sim = await createSteppedSimulator({ sessions: [...sessions] });
  sim.faults.add({ array: 'a', operation: 'replication_session_sync', times: 1000, effect: { status: 422 } });
  const { report } = await run(sim, (answer) => {
    if (!/\/sync(\?|$)/.test(answer.target) || answer.status !== 422) return;
    Object.assign(answer, { status: 204, text: '' });
    delete answer.headers['content-type'];
  });
  expect(errors(report)).toMatchObject([
    {
      id: 'action.ignored',
      operation: 'replication_session_sync',
      subject: 'sync@Source/OK Asynchronous/volume → OK',
      message: 'The array accepts sync on the Source of a session (Asynchronous/volume) in OK, and nothing changes.',
    },
  ]);
});

it('one that begins between the looks at the two sides is no fault', async () => {
  await using sim = await createSimulator({ fast: true, transitions: 'immediate', sessions: [...sessions] });
  let looks = 0;
  const { report } = await run(sim, (answer) => {
    if (!/^\/replication_session\/.*state/.test(answer.target) || answer.method !== 'GET') return;
    looks += 1;
    if (looks === 1) answer.text = answer.text.replace('"state":"OK"', '"state":"Synchronizing"');
  });
  expect(looks).toBeGreaterThan(1);
  expect(errors(report)).toEqual([]);
  expect(report?.summary.verdict).toBe('conforms');
  expect(report?.notRestored).toBeUndefined();
});

it('one for which the array refuses an action, and that is over at the next look, is no fault', async () => {
  await using sim = await createSimulator({ fast: true, transitions: 'immediate', sessions: [...sessions] });
  sim.faults.add({ operation: 'replication_session_sync', array: 'a', effect: { status: 422 } });
  const { report, requests } = await run(sim);
  expect(sim.faults.unused()).toEqual([]);
  expect(requests.filter((request) => request.endsWith('/sync')).length).toBeGreaterThan(1);
  expect(errors(report)).toEqual([]);
});
