// A run that changes arrays reaches every row of the state table, touches no other session, and puts everything back.
import type { Simulator } from '@powerstore-api/mock-server';
import type { OperationId, Safety } from '@powerstore-api/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Report, runContract } from '../src/index.js';
import { idsByName, readSessions, readSides, type Row } from './helpers/sessions.js';
import { createTamperingProxy, type PassedAnswer, type Tamper, withoutRows } from './helpers/tampering-proxy.js';
import { createSteppedSimulator } from './helpers/stepped-simulator.js';

const silent = { print: () => undefined, tell: () => undefined };

const errorsOf = ({ findings }: Report): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ id, message }) => `${id}: ${message}`);

const idOf = (rows: Row[], type: string, resource: string): string =>
  String(rows.find((row) => row['type'] === type && row['resource_type'] === resource)?.['id']);

interface Variation {
  mode?: Safety;
  tamper?: Tamper;
  /** How only the second array answers differently. */
  tamperB?: Tamper;
  signal?: AbortSignal;
}

/** The suite gives an array up after a few looks, because time passes on it only with requests. */
const credentials = ({ url, username, password }: Simulator['a']) => ({ url, username, password, patience: 1 });

/** Runs the suite on a pair that has little besides its sessions, through proxies that may tamper with the answers. */
async function run(
  sim: Simulator,
  sessions: string[],
  { mode = 'disruptive', tamper, tamperB = tamper, signal }: Variation = {},
): Promise<Report | undefined> {
  const few = withoutRows('replication_session', 'remote_system');
  const passing =
    (change?: Tamper): Tamper =>
    async (answer) => {
      await few(answer);
      await change?.(answer);
    };
  await using a = await createTamperingProxy(sim.a.url, passing(tamper));
  await using b = await createTamperingProxy(sim.b.url, passing(tamperB));
  const arrays = { a: { ...credentials(sim.a), url: a.url }, b: { ...credentials(sim.b), url: b.url } };
  const pace = { requestsPerSecond: undefined };
  return await runContract({ ...silent, arrays, permit: { mode, sessions }, pace, signal });
}

describe('two arrays, and sessions that are listed', () => {
  it('touches those sessions only, and leaves them as they were', async () => {
    const targets: string[] = [];
    await using sim = await createSteppedSimulator({
      onRequest: ({ method, target }) => void (method !== 'GET' && targets.push(target)),
    });
    const before = await readSides(sim);
    const [rows = []] = before;
    const sessions = [idOf(rows, 'Synchronous', 'nas_server'), idOf(rows, 'Metro_Active_Active', 'volume')];
    const report = await run(sim, sessions);
    expect(report && errorsOf(report)).toEqual([]);
    // What no source speaks of is tried, and its answer is no fault, whatever it is.
    const unsaid = report?.findings.flatMap(({ places }) => places).filter(({ id }) => id === 'action.unsaid');
    expect(unsaid?.map(({ severity }) => severity)).toContain('note');
    expect(unsaid?.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^The array refuses pause on the Metro_Preferred .* in Paused .* with 422; no source says/),
    );
    expect(targets.length).toBeGreaterThan(50);
    const others = targets.filter((target) => !sessions.some((id) => target.includes(`/replication_session/${id}`)));
    for (const target of others) expect(target).toMatch(/\/logout$/);
    const after = await readSides(sim);
    expect(after).toEqual(before);
  });

  it('sends no disruptive action in the mode non-disruptive', async () => {
    const actions = new Set<string>();
    await using sim = await createSteppedSimulator({
      release: '3.0',
      onRequest: ({ method, target }) => void (method !== 'GET' && actions.add(target.split(/[/?]/).at(-1) ?? '')),
    });
    const session = idOf(await readSessions(sim.a), 'Asynchronous', 'volume');
    const report = await run(sim, [session], { mode: 'non-disruptive' });
    expect(report && errorsOf(report)).toEqual([]);
    expect(actions).toContain('sync');
    for (const action of ['pause', 'failover', 'reprotect', 'promote', 'demote']) expect(actions).not.toContain(action);
  });
});

const isAction = ({ method, target }: PassedAnswer, id: string, action = ''): boolean =>
  method === 'POST' && target.startsWith(`/replication_session/${id}/${action}`);
const isLookAt = ({ method, target }: PassedAnswer, id: string): boolean =>
  method === 'GET' && target.startsWith(`/replication_session/${id}`);

const accept = (answer: PassedAnswer): void => {
  Object.assign(answer, { status: 204, text: '' });
  delete answer.headers['content-type'];
};

/** Shows a session in another state. */
const inState = (answer: PassedAnswer, state: string): void => {
  answer.text = answer.text.replaceAll(/"state":"\w+"/g, `"state":"${state}"`);
};

interface Case {
  title: string;
  finding: string;
  message: RegExp;
  subject: RegExp;
  /** The action that the array refuses in every state. */
  refused?: OperationId;
  tamper?: (id: string) => Tamper;
}

/** Faults of a metro session. Each leads to a finding of its own kind. */
const cases: Case[] = [
  {
    title: 'a possible action that is refused',
    finding: 'action.refused',
    message: /^The array refuses demote .* with 422\.$/,
    subject: /^demote@Metro_Preferred\/Paused\(OK\) Metro_Active_Active\/volume$/,
    refused: 'replication_session_demote',
  },
  {
    title: 'an impossible action that is accepted',
    finding: 'action.accepted',
    message: /^The array accepts promote .* with 204, and nothing changes\.$/,
    subject: /^promote@Metro_Preferred\/OK Metro_Active_Active\/volume$/,
    tamper: (id) => (answer) => {
      if (isAction(answer, id, 'promote') && answer.status === 422) accept(answer);
    },
  },
  {
    title: 'an end state that is another one',
    finding: 'action.state',
    message: /leads pause .* to Fractured as .*, not to Paused/,
    subject: /^pause@Metro_Preferred\/OK Metro_Active_Active\/volume → Paused$/,
    tamper: (id) => (answer) => {
      if (isLookAt(answer, id) && answer.text.includes('"state":"Paused"')) inState(answer, 'Fractured');
    },
  },
  {
    title: 'a refused action that changes something',
    finding: 'action.changed',
    message: /^The array refuses .*, and changes the session nevertheless\.$/,
    subject: /^\w+@Metro_Preferred\/OK Metro_Active_Active\/volume$/,
    tamper: (id) => {
      let isChanged = false;
      return (answer) => {
        if (isAction(answer, id) && answer.status === 422) isChanged = true;
        if (!isLookAt(answer, id) || !isChanged) return;
        isChanged = false;
        inState(answer, 'Error');
      };
    },
  },
  {
    title: 'an action that is accepted and comes to nothing',
    finding: 'action.ignored',
    message: /^The array accepts pause .*, and nothing changes\.$/,
    subject: /^pause@Metro_Preferred\/OK Metro_Active_Active\/volume → Paused$/,
    // The array does nothing, and answers as if it had.
    refused: 'replication_session_pause',
    tamper: (id) => (answer) => {
      if (isAction(answer, id, 'pause') && answer.status === 422) accept(answer);
    },
  },
  {
    title: 'a job that does not end as its action did',
    finding: 'action.job',
    message: /^The job of replication_session_\w+ does not end as completed at 100 percent\.$/,
    subject: /^replication_session_\w+ completed$/,
    tamper: (id) => {
      const jobs = new Set<unknown>();
      return (answer) => {
        if (isAction(answer, id) && answer.status === 202) jobs.add((JSON.parse(answer.text) as Row)['id']);
        if (jobs.has(/^\/job\/([^?]+)/.exec(answer.target)?.[1]))
          answer.text = answer.text.replaceAll('"Completed"', '"Failed"');
      };
    },
  },
];

describe('a run on tampered answers', () => {
  let sim: Simulator;
  let ids: ReadonlyMap<string, string>;
  let report: Report | undefined;
  const stuck: Case = {
    title: 'a session that cannot be put back',
    finding: 'action.refused',
    message: /^The array refuses resume .* with 422\.$/,
    subject: /^resume@Metro_Preferred\/Paused\(OK\) Metro_Active_Active\/volume$/,
    refused: 'replication_session_resume',
  };

  // The suite walks through one session after the other, so each of them can have a fault of its own.
  beforeAll(async () => {
    const all = [...cases, stuck];
    sim = await createSteppedSimulator({
      sessions: all.map(({ title: name }) => ({ name, type: 'Metro_Active_Active' })),
    });
    const tampers: Tamper[] = [];
    ids = idsByName(sim);
    for (const { title, refused, tamper } of all) {
      const session = ids.get(title) ?? '';
      if (refused) sim.faults.add({ operation: refused, session, times: 1000, effect: { status: 422 } });
      if (tamper) tampers.push(tamper(session));
    }
    report = await run(sim, [...ids.values()], {
      async tamper(answer) {
        for (const tamper of tampers) await tamper(answer);
      },
    });
    return () => sim.close();
  });

  it.each([...cases, stuck].map((one) => [one.title, one] as const))('%s', (_title, { finding, message, subject }) => {
    const found = report?.findings.flatMap(({ places }) => places).filter(({ id }) => id === finding);
    expect(found?.map((one) => one.message)).toContainEqual(expect.stringMatching(message));
    expect(found?.map((one) => one.subject)).toContainEqual(expect.stringMatching(subject));
  });

  it('names the sessions that it could not put back, and does not conform', () => {
    expect(report?.summary.verdict).toBe('does-not-conform');
    // The sessions that refuse an action, and no other.
    expect(report?.notRestored).toEqual(
      ['demote', 'pause', 'resume'].map((action) => {
        const why = `^⟨id \\d+⟩: the array refuses replication_session_${action} with 422$`;
        return expect.stringMatching(new RegExp(why)) as string;
      }),
    );
    for (const id of ids.values()) expect(JSON.stringify(report)).not.toContain(id);
  });
});

it('finds each contradiction between the two arrays of a pair', async () => {
  await using sim = await createSteppedSimulator({
    sessions: [
      { name: 'missing', type: 'Synchronous' },
      { name: 'other state', kind: 'volume_group', rpo: 'One_Day' },
      { name: 'same role', type: 'Metro_Active_Active' },
      { name: 'not crossed' },
    ],
  });
  const names = new Map([...idsByName(sim)].map(([name, id]) => [id, name]));
  const change = (row: Row): Row | undefined => {
    const name = names.get(String(row['id']));
    if (name === 'missing') return undefined;
    if (name === 'other state') return 'state' in row ? { ...row, state: 'Paused' } : row;
    if (name === 'same role') return 'role' in row ? { ...row, role: 'Metro_Preferred' } : row;
    return 'remote_resource_id' in row ? { ...row, remote_resource_id: '7' } : row;
  };
  const report = await run(sim, [], {
    mode: 'read-only',
    tamperB(answer) {
      if (!answer.target.startsWith('/replication_session?') || answer.status >= 300) return;
      const rows = (JSON.parse(answer.text) as Row[]).map(change).filter((row) => row !== undefined);
      answer.text = JSON.stringify(rows);
    },
  });
  const found = report?.findings.flatMap(({ places }) => places).filter(({ id }) => id.startsWith('pair.'));
  expect(found?.map(({ subject }) => subject).toSorted()).toEqual([
    'Metro_Preferred/Metro_Preferred Metro_Active_Active/volume',
    'OK/Paused Asynchronous/volume_group',
    'Synchronous/volume on a',
    'local_resource_id Asynchronous/volume',
  ]);
  expect(found?.map(({ id, message }) => `${id}: ${message}`).toSorted()).toEqual([
    'pair.crossed: The two sides of a session (Asynchronous/volume) do not refer to each other: local_resource_id of array a is not remote_resource_id of array b.',
    'pair.missing: Only array a has a session (Synchronous/volume) that both arrays must have.',
    'pair.roles: The two sides of a session (Metro_Active_Active/volume) have the roles Metro_Preferred and Metro_Preferred.',
    'pair.states: The two sides of a session (Asynchronous/volume_group) are in the states OK and Paused.',
  ]);
});

it('takes a list that cannot be read for no empty one', async () => {
  await using sim = await createSteppedSimulator({ sessions: [{ name: 'erp' }] });
  const report = await run(sim, [], {
    mode: 'read-only',
    tamperB(answer) {
      if (!answer.target.startsWith('/replication_session?')) return;
      Object.assign(answer, { status: 200, text: '{"rows":[]}' });
    },
  });
  expect(report?.findings.filter(({ id }) => id.startsWith('pair.'))).toEqual([]);
  expect(report?.checks.find(({ check }) => check === 'pair.symmetric')).toMatchObject({
    outcome: 'failed',
    findings: [{ id: 'body.schema' }],
  });
});

it('stops before the next request when it is told to, and puts everything back', async () => {
  const controller = new AbortController();
  const targets: string[] = [];
  await using sim = await createSteppedSimulator({
    sessions: [{ name: 'm', type: 'Metro_Active_Active' }],
    onRequest({ method, target }) {
      if (controller.signal.aborted) targets.push(`${method} ${target.replace(/\?.*/, '')}`);
      if (target.includes('/pause')) controller.abort();
    },
  });
  const before = await readSides(sim);
  const session = idsByName(sim).get('m') ?? '';
  const report = await run(sim, [session], { signal: controller.signal });
  expect(report).toMatchObject({ endedEarly: 'interrupted', summary: { verdict: 'no-verdict' } });
  expect(report?.notRestored).toBeUndefined();
  expect(report?.checks.at(-1)).toMatchObject({
    check: 'lifecycle.Metro_Active_Active.volume',
    outcome: 'not-run',
    reason: 'interrupted',
  });
  // It only reads the session, and resumes it.
  const path = `/api/rest/replication_session/${session}`;
  expect(new Set(targets)).toEqual(new Set([`GET ${path}`, `POST ${path}/resume`, 'POST /api/rest/logout']));
  expect(await readSides(sim)).toEqual(before);
});

it('does not begin when it was told to stop before', async () => {
  let requests = 0;
  await using sim = await createSteppedSimulator({ sessions: [{ name: 'm' }], onRequest: () => void (requests += 1) });
  const stopping = run(sim, [...idsByName(sim).values()], { signal: AbortSignal.abort('it is late') });
  await expect(stopping).rejects.toThrow('The run was stopped before it began: it is late.');
  expect(requests).toBe(0);
});
