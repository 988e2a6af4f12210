// What changes an array: every row of the state table is reached, nothing else is touched, and all is put back.
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runContract, type Mode, type Report } from '@powerstore-api/contract-tests';
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { describe, expect, it } from 'vitest';
import { createSpoilingProxy, type Spoil } from './spoiling-proxy.js';

const silent = { print: () => undefined, tell: () => undefined };

const errorsOf = ({ findings }: Report): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ id, what }) => `${id}: ${what}`);

type Row = Record<string, unknown>;

async function sessionsOf({ url, username, password }: Simulator['a']): Promise<Row[]> {
  const select = 'id,state,role,type,resource_type,failover_test_in_progress';
  const response = await fetch(`${url}/api/rest/replication_session?select=${select}&order=id&limit=200`, {
    headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` },
  });
  return (await response.json()) as Row[];
}

const idOf = (rows: Row[], type: string, resource: string): string =>
  String(rows.find((row) => row['type'] === type && row['resource_type'] === resource)?.['id']);

// That of today is run by the command line, in cli.test.ts.
describe('the embedded simulator', { timeout: 180_000 }, () => {
  it.each(['1.0', '2.0', '3.0', '4.0'])('conforms as release %s, and reaches what that has', async (version) => {
    const report = await runContract({ ...silent, version });
    expect(report && errorsOf(report)).toEqual([]);
    expect(report?.summary.verdict).toBe('conforms');
    const missed = report?.coverage.filter(
      ({ item, attainable, by }) => item.startsWith('transition') && attainable && by.length === 0,
    );
    expect(missed).toEqual([]);
  });
});

/** The others go on synchronizing by themselves meanwhile. */
const atRest = (row: Record<string, unknown>) => ({
  ...row,
  state: row['state'] === 'Synchronizing' ? 'OK' : row['state'],
});

describe('two arrays, and sessions that are listed', () => {
  it('touches those sessions only, and leaves them as they were', async () => {
    const targets: string[] = [];
    await using sim = await createSimulator({
      clock: { speed: 60 },
      onExchange: ({ method, target }) => void (method !== 'GET' && targets.push(target)),
    });
    const before = [await sessionsOf(sim.a), await sessionsOf(sim.b)];
    const rows = before[0] ?? [];
    const sessions = [idOf(rows, 'Synchronous', 'nas_server'), idOf(rows, 'Metro_Active_Active', 'volume')];
    const report = await run(sim, sessions);
    expect(report && errorsOf(report)).toEqual([]);
    expect(targets.length).toBeGreaterThan(50);
    const others = targets.filter((target) => !sessions.some((id) => target.includes(`/replication_session/${id}`)));
    for (const target of others) expect(target).toMatch(/\/logout$/);
    const after = [await sessionsOf(sim.a), await sessionsOf(sim.b)];
    expect(after.map((list) => list.map(atRest))).toEqual(before.map((list) => list.map(atRest)));
  });

  it('does only what disrupts nobody where no more is allowed', async () => {
    const actions = new Set<string>();
    await using sim = await createSimulator({
      clock: { speed: 60 },
      onExchange: ({ method, target }) => void (method !== 'GET' && actions.add(target.split(/[/?]/).at(-1) ?? '')),
    });
    const session = idOf(await sessionsOf(sim.a), 'Asynchronous', 'volume');
    const report = await run(sim, [session], { mode: 'non-disruptive' });
    expect(report && errorsOf(report)).toEqual([]);
    for (const action of ['pause', 'failover', 'reprotect', 'promote', 'demote']) expect(actions).not.toContain(action);
  });
});

interface Variation {
  mode?: Mode;
  spoil?: Spoil;
}

/** Runs the suite on a simulator whose time passes quickly, B through a proxy where it is to lie. */
async function run(
  sim: Simulator,
  sessions: string[],
  { mode = 'disruptive', spoil }: Variation = {},
): Promise<Report | undefined> {
  await using a = await createSpoilingProxy(sim.a.url, spoil ?? (() => undefined));
  await using b = await createSpoilingProxy(sim.b.url, spoil ?? (() => undefined));
  const arrays = {
    a: { ...credentials(sim.a), ...(spoil && { url: a.url }) },
    b: { ...credentials(sim.b), ...(spoil && { url: b.url }) },
  };
  return await runContract({ ...silent, arrays, permit: { mode, sessions }, pace: { requestsPerSecond: undefined } });
}

/** An array that takes longer to begin than it may take to answer is one that ignores an action. */
const credentials = ({ url, username, password }: Simulator['a']) => ({ url, username, password, timeout: 3000 });

describe('what is spoiled is found', () => {
  const cases: [title: string, finding: string, spoil: Spoil][] = [
    [
      'a possible action that is refused',
      'action.refused',
      (answer) => {
        if (answer.method !== 'POST' || !answer.target.includes('/demote') || answer.status >= 300) return;
        Object.assign(answer, { status: 422, text: '{"messages":[{"code":"0xE02010020001"}]}' });
        answer.headers['content-type'] = 'application/json';
      },
    ],
    [
      'an impossible action that is accepted',
      'action.accepted',
      (answer) => {
        if (answer.method !== 'POST' || !answer.target.includes('/promote') || answer.status !== 422) return;
        Object.assign(answer, { status: 204, text: '' });
        delete answer.headers['content-type'];
      },
    ],
    [
      'an end state that is another one',
      'action.state',
      (answer) => {
        answer.text = answer.text.replaceAll('"state":"Paused"', '"state":"Fractured"');
      },
    ],
    [
      'sides that have the same role',
      'pair.roles',
      (answer) => {
        answer.text = answer.text.replaceAll('Metro_Non_Preferred', 'Metro_Preferred');
      },
    ],
    [
      'sides that do not refer to each other',
      'pair.crossed',
      (answer) => {
        if (answer.method === 'GET')
          answer.text = answer.text.replaceAll(/"remote_resource_id":"[^"]*"/g, '"remote_resource_id":"7"');
      },
    ],
  ];

  it.each(cases)('%s', async (_title, finding, spoil) => {
    await using sim = await createSimulator({
      clock: { speed: 60 },
      sessions: [{ name: 'm', type: 'Metro_Active_Active' }],
    });
    const session = idOf(await sessionsOf(sim.a), 'Metro_Active_Active', 'volume');
    const report = await run(sim, [session], { spoil });
    expect(report?.findings.map(({ id }) => id)).toContain(finding);
  });

  it('a refused action that changes something', async () => {
    await using sim = await createSimulator({
      clock: { speed: 60 },
      sessions: [{ name: 'm', type: 'Metro_Active_Active' }],
    });
    const session = idOf(await sessionsOf(sim.a), 'Metro_Active_Active', 'volume');
    const report = await run(sim, [session], {
      spoil: ({ method, status }) => {
        if (method === 'POST' && status === 422) sim.link.cut();
      },
    });
    expect(report?.findings.map(({ id }) => id)).toContain('action.changed');
  });

  it('a job that does not end as its action did', async () => {
    await using sim = await createSimulator({
      clock: { speed: 60 },
      sessions: [{ name: 'm', type: 'Metro_Active_Active' }],
    });
    const session = idOf(await sessionsOf(sim.a), 'Metro_Active_Active', 'volume');
    const report = await run(sim, [session], {
      spoil: (answer) => {
        if (answer.target.startsWith('/job/')) answer.text = answer.text.replaceAll('"Completed"', '"Failed"');
      },
    });
    expect(report?.findings.map(({ id }) => id)).toContain('action.job');
  });

  it('a session that the other array does not have, and one that is in another state there', async () => {
    await using sim = await createSimulator({ clock: 'manual', sessions: [{ name: 'one' }, { name: 'two' }] });
    const [missing, other] = (await sessionsOf(sim.a)).map(({ id }) => id);
    await using b = await createSpoilingProxy(sim.b.url, (answer) => {
      if (!answer.target.startsWith('/replication_session?') || answer.status >= 300) return;
      const rows = (JSON.parse(answer.text) as Row[]).filter(({ id }) => id !== missing);
      answer.text = JSON.stringify(
        rows.map((row) => (row['id'] === other && 'state' in row ? { ...row, state: 'Paused' } : row)),
      );
    });
    const report = await runContract({
      ...silent,
      arrays: { a: credentials(sim.a), b: { ...credentials(sim.b), url: b.url } },
      pace: { requestsPerSecond: undefined },
    });
    const found = report?.findings.map(({ id }) => id);
    expect(found).toContain('pair.missing');
    expect(found).toContain('pair.states');
  });

  it('an action that is accepted and comes to nothing', async () => {
    await using sim = await createSimulator({
      clock: { speed: 60 },
      sessions: [{ name: 'm', type: 'Metro_Active_Active' }],
    });
    const session = idOf(await sessionsOf(sim.a), 'Metro_Active_Active', 'volume');
    // Refused by the simulator, so that nothing happens, and answered as if it had.
    sim.faults.add({ operation: 'replication_session_pause', times: 1000, effect: { status: 422 } });
    const report = await run(sim, [session], {
      spoil: (answer) => {
        if (!answer.target.includes('/pause') || answer.status !== 422) return;
        Object.assign(answer, { status: 204, text: '' });
        delete answer.headers['content-type'];
      },
    });
    expect(report?.findings.map(({ id }) => id)).toContain('action.ignored');
  });

  it('a session that cannot be put back is named first, and nothing conforms', async () => {
    await using sim = await createSimulator({
      clock: { speed: 60 },
      sessions: [{ name: 'm', type: 'Metro_Active_Active' }],
    });
    const session = idOf(await sessionsOf(sim.a), 'Metro_Active_Active', 'volume');
    sim.faults.add({ operation: 'replication_session_resume', times: 1000, effect: { status: 422 } });
    const report = await run(sim, [session]);
    expect(report?.summary.verdict).toBe('does-not-conform');
    expect(report?.notRestored).toHaveLength(1);
    expect(report?.notRestored?.[0]).toMatch(/^⟨id \d+⟩: replication_session_resume is refused with 422/);
    expect(JSON.stringify(report)).not.toContain(session);
  });
});

it('puts everything back when it is interrupted', async () => {
  const seen = new EventEmitter();
  const isDisturbed = once(seen, 'pause');
  await using sim = await createSimulator({
    clock: { speed: 60 },
    sessions: [{ name: 'm', type: 'Metro_Active_Active' }],
    onExchange: ({ target }) => void (target.includes('/pause') && seen.emit('pause')),
  });
  const before = [await sessionsOf(sim.a), await sessionsOf(sim.b)];
  const session = idOf(before[0] ?? [], 'Metro_Active_Active', 'volume');
  const { url } = sim.a;
  const options = {
    arrays: { a: { ...credentials(sim.a), url }, b: { ...credentials(sim.b), url: sim.b.url } },
    permit: { mode: 'disruptive', sessions: [session] },
    pace: { requestsPerSecond: 200 },
  };
  const child = spawn(process.execPath, [
    fileURLToPath(new URL('contract-process.mjs', import.meta.url)),
    JSON.stringify(options),
  ]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await isDisturbed;
  child.kill('SIGINT');
  expect(await ended, err).toBe(0);
  expect(err).toContain('what was changed is put back first');
  expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    verdict: 'no-verdict',
    lost: 'stopped by Ctrl-C',
  });
  expect([await sessionsOf(sim.a), await sessionsOf(sim.b)]).toEqual(before);
});
