// Actions that an array accepts without carrying them out, and actions that it carries out on another session.
import type { Simulator } from '@powerstore-api/mock-server';
import type { OperationId } from '@powerstore-api/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Report, runContract } from '../src/index.js';
import { idsByName } from './helpers/sessions.js';
import { createSteppedSimulator } from './helpers/stepped-simulator.js';
import { createTamperingProxy, type PassedAnswer, type Tamper, withoutRows } from './helpers/tampering-proxy.js';

/** The suite gives an array up after a few looks, because time passes on it only with requests. */
const credentials = ({ url, username, password }: Simulator['a']) => ({ url, username, password, patience: 1 });

/** A disruptive run on a pair that has little besides its sessions. */
async function run(
  sim: Simulator,
  sessions: string[],
  tamper: Tamper,
  tell: (line: string) => void = () => undefined,
): Promise<Report | undefined> {
  const few = withoutRows('replication_session', 'remote_system');
  const passing: Tamper = async (answer) => {
    await few(answer);
    await tamper(answer);
  };
  await using a = await createTamperingProxy(sim.a.url, passing);
  await using b = await createTamperingProxy(sim.b.url, passing);
  return await runContract({
    arrays: { a: { ...credentials(sim.a), url: a.url }, b: { ...credentials(sim.b), url: b.url } },
    permit: { mode: 'disruptive', sessions },
    pace: { requestsPerSecond: undefined },
    print: () => undefined,
    tell,
  });
}

/** Actions that are swallowed, together on one session where one of them does not keep the suite from the next. */
const swallowing: { type: 'Asynchronous' | 'Metro_Active_Active'; actions: string[] }[] = [
  { type: 'Metro_Active_Active', actions: ['pause'] },
  { type: 'Metro_Active_Active', actions: ['resume'] },
  { type: 'Metro_Active_Active', actions: ['promote', 'demote', 'modify'] },
  { type: 'Asynchronous', actions: ['failover', 'start_failover_test'] },
  { type: 'Asynchronous', actions: ['reprotect'] },
  { type: 'Asynchronous', actions: ['stop_failover_test'] },
];

/** Accepts it; a job that nobody knows is another fault. */
const accepted = (answer: PassedAnswer): void => {
  if (answer.target.includes('is_async=true')) return;
  Object.assign(answer, { status: 204, text: '' });
  delete answer.headers['content-type'];
};

describe('an action that the array swallows', () => {
  let report: Report | undefined;
  beforeAll(async () => {
    await using sim = await createSteppedSimulator({
      sessions: swallowing.map(({ type, actions }) => ({
        name: actions.join(),
        ...(type === 'Metro_Active_Active' && { type }),
      })),
    });
    const ids = idsByName(sim);
    const requests = swallowing.flatMap(({ actions }) => {
      const session = ids.get(actions.join()) ?? '';
      return actions.map((action) => {
        const operation = `replication_session_${action}` as OperationId;
        sim.faults.add({ operation, session, times: 1000, effect: { status: 422 } });
        const path = `/replication_session/${session}`;
        return action === 'modify' ? `PATCH ${path}` : `POST ${path}/${action}`;
      });
    });
    report = await run(sim, [...ids.values()], (answer) => {
      const { method, target, status } = answer;
      if (status === 422 && requests.some((path) => `${method} ${target}`.startsWith(path))) accepted(answer);
    });
  });

  it.each(swallowing.flatMap(({ actions }) => actions))('is one finding that says so: %s', (action) => {
    const found = report?.findings.filter(
      ({ id, operation }) => id === 'action.ignored' && operation === `replication_session_${action}`,
    );
    expect(found, JSON.stringify(report?.findings, null, 1)).toHaveLength(1);
    const nothing = new RegExp(`^The array accepts ${action}\\b.*, and nothing changes\\.$`);
    for (const { message } of found?.flatMap(({ places }) => places) ?? []) expect(message).toMatch(nothing);
  });

  it('leads to no finding of another kind', () => {
    const others = report?.findings.filter(({ severity, id }) => severity === 'error' && id !== 'action.ignored');
    expect(others?.map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
  });
});

/** Sends an action for one session to another one. */
const misrouted = async (listed: (ids: ReadonlyMap<string, string>) => string[]) => {
  await using sim = await createSteppedSimulator({
    sessions: [
      { name: 'addressed', type: 'Metro_Active_Active' },
      { name: 'hit', type: 'Metro_Active_Active' },
    ],
  });
  const ids = idsByName(sim);
  const [addressed = '', hit = ''] = [ids.get('addressed'), ids.get('hit')];
  sim.faults.add({
    operation: 'replication_session_pause',
    session: addressed,
    times: 1000,
    effect: { status: 422 },
  });
  const sent: string[] = [];
  const login = `Basic ${btoa(`${sim.a.username}:${sim.a.password}`)}`;
  const told: string[] = [];
  const report = await run(
    sim,
    listed(ids),
    async (answer) => {
      const { method, target, status } = answer;
      if (method === 'POST' && target !== '/logout') sent.push(target);
      if (status !== 422 || !target.startsWith(`/replication_session/${addressed}/pause`)) return;
      const path = `/api/rest/replication_session/${hit}/pause`;
      const { ok } = await fetch(`${sim.a.url}${path}`, { method: 'POST', headers: { authorization: login } });
      if (ok) accepted(answer);
    },
    (line) => told.push(line),
  );
  return { report, sent, told, hit };
};

describe('an action that the array carries out on another session', () => {
  it.each<[string, (ids: ReadonlyMap<string, string>) => string[]]>([
    ['that the run may not change', (ids) => [ids.get('addressed') ?? '']],
    ['that the run may change as well', (ids) => [...ids.values()]],
  ])('%s is named, and nothing more is sent', async (_title, listed) => {
    const { report, sent, told, hit } = await misrouted(listed);
    const errors = report?.findings.filter(({ severity }) => severity === 'error');
    expect(errors?.map(({ id, message }) => `${id}: ${message}`)).toEqual([
      expect.stringMatching(
        /^action\.elsewhere: The array accepts pause on the Metro_Preferred .* in OK, leaves that session \(⟨id \d+⟩\) as it is, and carries it out on another one \(⟨id \d+⟩\), which goes from OK to Paused\.$/,
      ),
    ]);
    // The pause is the last action: not even the session that was hit gets another one.
    expect(sent.at(-1)).toMatch(/\/pause/);
    expect(report?.summary.verdict).toBe('does-not-conform');
    expect(report?.notRestored).toEqual([
      expect.stringMatching(
        /^⟨id \d+⟩: the array carried out replication_session_pause on it, which was sent to ⟨id \d+⟩$/,
      ),
    ]);
    expect(JSON.stringify(report)).not.toContain(hit);
    expect(told.join('\n')).toContain(`Not as it was before: session ${hit}: the array carried out`);
  });
});
