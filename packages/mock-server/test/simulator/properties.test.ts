// Properties that hold after any sequence of actions and outages.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSimulator,
  type FaultEffect,
  type SessionSpec,
  type Simulator,
  type TransitionMode,
} from '../../src/index.js';
import { violations } from '../helpers/contract.js';
import { type Answer, minutes, other, type Row, send, type Site, worldOf } from '../helpers/pair.js';

const sessions: SessionSpec[] = [
  { name: 'one' },
  { name: 'group', kind: 'volume_group', source: 'b', rpo: 'One_Hour' },
  { name: 'mirror', type: 'Synchronous' },
  { name: 'metro', type: 'Metro_Active_Active', witness: true },
  { name: 'metro-group', kind: 'volume_group', type: 'Metro_Active_Active', source: 'b' },
  { name: 'files', kind: 'nas_server' },
  { name: 'mirrored-files', kind: 'nas_server', type: 'Synchronous', witness: true },
];

type Step =
  | {
      do: 'act';
      site: Site;
      session: number;
      action: string;
      body: unknown;
      isAsync: boolean;
      effect?: FaultEffect | undefined;
    }
  | { do: 'protect'; site: Site; resource: string; name: string; change: string; body: Row }
  | { do: 'advance'; by: number }
  | { do: 'link'; state: 'cut' | 'heal' }
  | { do: 'power'; site: Site; state: 'on' | 'off' };

const bodies: Record<string, unknown[]> = {
  sync: [undefined],
  pause: [undefined],
  resume: [undefined],
  promote: [undefined, {}],
  demote: [undefined, {}],
  failover: [
    undefined,
    { is_planned: true, reverse: true },
    { is_planned: false },
    { is_planned: false, force: true },
    { is_planned: false, use_test_copy: true },
    { is_planned: false, reverse: true },
    { is_planned: false, failover_snapshot_id: 'none' },
  ],
  reprotect: [undefined, { discard_changes_after_failover: true }, { discard_changes_after_failover: false }],
  start_failover_test: [undefined, { snapshot_id: 'none' }],
  stop_failover_test: [undefined, { create_end_of_test_snapshot: true }, { force: true }],
  modify: [{ role: 'Metro_Preferred' }, { role: 'Source' }, { auto_failover_state: 'Enabled_For_Witness_Interaction' }],
};

const effects: FaultEffect[] = [
  { job: 'fails', text: 'on purpose', code: '0xE02010050001' },
  { status: 503, retryAfter: 1 },
  { status: 503, carriedOut: true },
  { status: 422 },
  { transport: 'reset' },
  { transport: 'reset', carriedOut: true },
  { transport: 'cut', carriedOut: true },
  { login: 'expired' },
  { login: 'new-token' },
];

const site = fc.constantFrom<Site>('a', 'b');
const act = fc.constantFrom(...Object.keys(bodies)).chain((action) =>
  fc.record<Step & { do: 'act' }>({
    do: fc.constant('act'),
    site,
    session: fc.nat({ max: 10 }),
    action: fc.constant(action),
    body: fc.constantFrom(...(bodies[action] ?? [])),
    isAsync: fc.boolean(),
    effect: fc.option(fc.constantFrom(...effects), { nil: undefined, freq: 6 }),
  }),
);
const protect = fc.record<Step & { do: 'protect' }>({
  do: fc.constant('protect'),
  site,
  resource: fc.constant('volume'),
  name: fc.constantFrom('one', 'mirror', 'metro', 'spare-a', 'spare-b'),
  change: fc.constantFrom('modify', 'configure_metro', 'end_metro'),
  body: fc.constant({}),
});
const protectGroup = fc.record<Step & { do: 'protect' }>({
  do: fc.constant('protect'),
  site,
  resource: fc.constant('volume_group'),
  name: fc.constantFrom('group', 'metro-group'),
  change: fc.constantFrom('modify', 'configure_metro', 'end_metro'),
  body: fc.constant({}),
});
const withBody = (arbitrary: fc.Arbitrary<Step & { do: 'protect' }>): fc.Arbitrary<Step> =>
  arbitrary.chain((step) =>
    fc
      .constantFrom<Row[]>(
        ...(step.change === 'modify'
          ? [
              { protection_policy_id: '' },
              { protection_policy_id: null },
              { protection_policy_id: 'name:five-minutes-array-a-to-array-b' },
              { protection_policy_id: 'name:zero-array-a-to-array-b' },
              { protection_policy_id: 'name:none' },
              { description: 'changed' },
            ]
          : step.change === 'configure_metro'
            ? [{ remote_system_id: `name:array-${other(step.site)}` }, { remote_system_id: 'name:none' }]
            : [{}, { force: true }, { [`delete_remote_${step.resource}`]: true }]),
      )
      .map((body) => ({ ...step, body })),
  );
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: act, weight: 12 },
  { arbitrary: withBody(protect), weight: 2 },
  { arbitrary: withBody(protectGroup), weight: 1 },
  {
    arbitrary: fc.record({
      do: fc.constant('advance' as const),
      by: fc.oneof(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 20 * minutes })),
    }),
    weight: 8,
  },
  { arbitrary: fc.record({ do: fc.constant('link' as const), state: fc.constantFrom('cut', 'heal') }), weight: 3 },
  {
    arbitrary: fc.record({ do: fc.constant('power' as const), site, state: fc.constantFrom('on', 'on', 'off') }),
    weight: 2,
  },
);

const onTheWay = new Set([
  'Initializing',
  'Pausing',
  'Resuming',
  'Modify_Role_In_Progress',
  'Failing_Over',
  'Failing_Over_For_DR',
  'Reprotecting',
  'Switching_To_Metro_Sync',
  'Switching_To_Synchronous',
  'Deleting',
]);

const opposite: Record<string, string> = {
  Source: 'Destination',
  Destination: 'Source',
  Metro_Preferred: 'Metro_Non_Preferred',
  Metro_Non_Preferred: 'Metro_Preferred',
};

/** Sends a request, and holds the answer against the contract. */
async function request(
  sim: Simulator,
  at: Site,
  method: string,
  path: string,
  target: string,
  body?: unknown,
): Promise<Answer> {
  const answer = await send(sim, at, method, target, body);
  expect({ request: `${method} ${target}`, wrong: violations(method, path, answer) }).toEqual({
    request: `${method} ${target}`,
    wrong: [],
  });
  return answer;
}

async function rowsOf(sim: Simulator, at: Site): Promise<Map<string, Row>> {
  const answer = await request(sim, at, 'GET', '/replication_session', '/replication_session?select=*');
  return new Map((answer.json as Row[]).map((row) => [String(row['id']), row]));
}

/** Carries out a step. A refused one must not change anything. */
async function carryOut(sim: Simulator, ids: readonly string[], step: Step): Promise<number | string | undefined> {
  switch (step.do) {
    case 'advance':
      sim.clock.advance(step.by);
      return undefined;
    case 'link':
      sim.link[step.state]();
      return undefined;
    case 'power':
      await sim[step.site].power(step.state);
      return undefined;
    case 'act': {
      if (!sim[step.site].powered) return undefined;
      const id = String(ids[step.session % ids.length]);
      const path = step.action === 'modify' ? '/replication_session/{id}' : `/replication_session/{id}/${step.action}`;
      const before = worldOf(sim);
      if (step.effect) sim.faults.add({ session: id, effect: step.effect });
      const target = `${path.replace('{id}', id)}${step.isAsync ? '?is_async=true' : ''}`;
      const method = step.action === 'modify' ? 'PATCH' : 'POST';
      if (step.effect && ('transport' in step.effect || 'login' in step.effect)) {
        const answer = await send(sim, step.site, method, target, step.body).catch(() => undefined);
        sim.faults.clear();
        return answer?.status ?? 'no answer';
      }
      const { status } = await request(sim, step.site, method, path, target, step.body);
      sim.faults.clear();
      const isAccepted =
        status < 300 || (step.effect !== undefined && ('job' in step.effect || 'carriedOut' in step.effect));
      expect([status, isAccepted || worldOf(sim) === before]).toEqual([status, true]);
      expect(status >= 500).toBe(step.effect !== undefined && 'status' in step.effect && step.effect.status === 503);
      return status;
    }
    default: {
      if (!sim[step.site].powered) return undefined;
      const before = worldOf(sim);
      const path = step.change === 'modify' ? `/${step.resource}/{id}` : `/${step.resource}/{id}/${step.change}`;
      const method = step.change === 'modify' ? 'PATCH' : 'POST';
      const { status } = await request(
        sim,
        step.site,
        method,
        path,
        path.replace('{id}', `name:${step.name}`),
        step.body,
      );
      expect([status, status < 300 || worldOf(sim) === before]).toEqual([status, true]);
      expect(status).toBeLessThan(500);
      return status;
    }
  }
}

/** An attribute on one array, and the attribute with the same value on the other one. */
const counterparts = [
  ['local_resource_id', 'remote_resource_id'],
  ['remote_resource_id', 'local_resource_id'],
  ...['type', 'resource_type', 'data_connection_state', 'parent_replication_session_id'].map((name) => [name, name]),
] as [string, string][];

/** Properties that hold at any time. */
async function always(sim: Simulator): Promise<void> {
  const [a, b] = [
    sim.a.powered ? await rowsOf(sim, 'a') : new Map<string, Row>(),
    sim.b.powered ? await rowsOf(sim, 'b') : new Map<string, Row>(),
  ];
  const wrong: unknown[] = [];
  for (const row of [...a.values(), ...b.values()]) {
    const { progress_percentage: progress, role, state } = row;
    if (progress === null) continue;
    if (!(Number(progress) >= 0 && Number(progress) <= 100 && role === 'Source' && state !== 'OK')) wrong.push(row);
  }
  for (const [id, onA] of a) {
    const onB = b.get(id);
    if (!onB) continue;
    for (const [name, counterpart] of counterparts)
      if (onA[name] !== onB[counterpart])
        wrong.push({ id, [name]: onA[name], [`${counterpart} on b`]: onB[counterpart] });
  }
  expect(wrong).toEqual([]);
}

/** Properties that hold once both arrays reach each other and time has passed. */
async function inTheEnd(sim: Simulator): Promise<void> {
  sim.faults.clear();
  await sim.a.power('on');
  await sim.b.power('on');
  sim.link.heal();
  // With transitions by reads it is reading that ends them, and with a clock time.
  for (let round = 0; round < 8; round += 1) {
    sim.clock.advance(5000);
    await rowsOf(sim, 'a');
    await rowsOf(sim, 'b');
  }
  const [a, b] = [await rowsOf(sim, 'a'), await rowsOf(sim, 'b')];
  expect([...a.keys()].toSorted()).toEqual([...b.keys()].toSorted());
  const wrong: string[] = [];
  for (const [id, onA] of a) {
    const onB = b.get(id) ?? {};
    const pair = [String(onA['state']), String(onB['state'])];
    const holding: Record<string, boolean> = {
      'opposite roles': onB['role'] === opposite[String(onA['role'])],
      'nothing on the way': !pair.some((state) => onTheWay.has(state)),
      'a connection': onA['data_connection_state'] === 'OK',
      // The two sides differ only where one of them has been paused alone.
      'the same state': pair[0] === pair[1] || pair.some((state) => /^(Partial_)?Paused$|^Partial/.test(state)),
      'the resource as the system has it':
        pair[0] !== 'OK' ||
        onA['resource_type'] === 'nas_server' ||
        [onA, onB].every((row) => row['local_resource_state'] === 'System_Defined'),
    };
    for (const [what, holds] of Object.entries(holding))
      if (!holds) wrong.push(`${String(onA['resource_type'])} ${pair.join(' / ')}: not ${what}`);
  }
  expect(wrong).toEqual([]);
  for (const at of ['a', 'b'] as const) {
    const answer = await request(sim, at, 'GET', '/volume', '/volume?select=*&type=eq.Primary');
    for (const volume of answer.json as Row[]) {
      const own = [...(at === 'a' ? a : b).values()].filter((row) => row['local_resource_id'] === volume['id']);
      if (own.some(({ role }) => role === 'Destination')) expect(volume['is_replication_destination']).toBe(true);
      if (own.some(({ role }) => role === 'Source')) expect(volume['is_replication_destination']).toBe(false);
    }
    const jobs = await request(sim, at, 'GET', '/job', '/job?select=*&phase=eq.In_Progress');
    expect(jobs.json).toEqual([]);
  }
}

interface Course {
  seed: number;
  transitions: TransitionMode;
  steps: Step[];
}

const courses = (length: number): fc.Arbitrary<Course> =>
  fc.record({
    seed: fc.nat({ max: 1000 }),
    transitions: fc.constantFrom<TransitionMode>('timed', 'timed', 'immediate', { reads: 1 }),
    steps: fc.array(anyStep, { minLength: 1, maxLength: length, size: 'max' }),
  });

async function run({ seed, transitions, steps }: Course, fast = true): Promise<string> {
  await using sim = await createSimulator({ clock: 'manual', fast, seed, transitions, sessions });
  const ids = [...(await rowsOf(sim, 'a')).keys()];
  const statuses: unknown[] = [];
  for (const each of steps) {
    statuses.push(await carryOut(sim, ids, each));
    await always(sim);
  }
  await inTheEnd(sim);
  return JSON.stringify({ statuses, ...sim.save() });
}

/** Fixed, so that a run can be repeated; `SIM_SEED` chooses another one. */
const seed = Number(process.env['SIM_SEED'] ?? 2026);

/** Runs a property, and reports its counterexample. */
const holds = (length: number, numRuns: number, predicate: (course: Course) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(courses(length), predicate), { seed, numRuns });

describe('whatever is done', () => {
  it('a refusal changes nothing, answers fit the contract, and every transition ends', async () => {
    const found = holds(24, Number(process.env['SIM_RUNS'] ?? 60), async (course) => {
      await run(course);
    });
    await expect(found).resolves.toBeUndefined();
  });

  it('comes out the same again', async () => {
    const found = holds(16, 12, async (course) => {
      expect(await run(course)).toBe(await run(course));
    });
    await expect(found).resolves.toBeUndefined();
  });

  it('is checked against the contract on the way as well, without one answer of 500', async () => {
    const found = holds(12, 6, async (course) => {
      await run(course, false);
    });
    await expect(found).resolves.toBeUndefined();
  });
});
