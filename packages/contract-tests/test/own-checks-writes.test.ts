// A check of a team's own can change nothing that the run may not change, and learns no secret.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { operations } from '@powerstore-api/types';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type Check,
  type CheckContext,
  defineCheck,
  type Permit,
  type Report,
  renderers,
  runContract,
} from '../src/index.js';
import { startPowerstoreContract } from './helpers/command-line.js';

let sim: Simulator;
let requests: string[] = [];

beforeAll(async () => {
  sim = await createSimulator({
    fast: true,
    // The release with the fewest checks.
    release: '1.0',
    clock: 'manual',
    onRequest: ({ method, target }) => requests.push(`${method} ${target.replace(/^.api.rest|[?].*/g, '')}`),
  });
});
afterAll(() => sim.close());
afterEach(() => (requests = []));

/** The requests that were no reads, apart from the logout checks. */
const writes = (): string[] => requests.filter((line) => !line.startsWith('GET ') && line !== 'POST /logout');

const id = (): string => sim.save().sessions[0]?.id ?? '';

/** Runs one check of a team's own, and returns the report and the check's own part of it. */
async function runOwn(
  run: Check['run'],
  permit?: Permit & { sessions: readonly string[] },
): Promise<{ report: Report; own: Report['checks'][number] }> {
  const { url, username, password } = sim.a;
  const report = await runContract({
    arrays: { a: { url, username, password } },
    pace: { requestsPerSecond: undefined, rows: 1 },
    checks: [defineCheck({ id: 'ours.check', title: 'ours', run })],
    ...(permit && { permit }),
  });
  const own = report?.checks.find(({ check }) => check === 'ours.check');
  if (!report || !own) throw new Error('the check was not carried out');
  return { report, own };
}

/** Everything that can be reached from a value: its parts, and what the functions in it hold as properties. */
function partsOf(value: unknown, seen = new Set<unknown>()): Set<unknown> {
  if (seen.has(value)) return seen;
  seen.add(value);
  if (value instanceof Headers) for (const part of [...value].flat()) partsOf(part, seen);
  if (value instanceof AbortSignal) return seen;
  if ((typeof value === 'object' || typeof value === 'function') && value !== null)
    for (const key of Reflect.ownKeys(value)) partsOf(Reflect.get(value, key), seen);
  return seen;
}

describe('a check of a team', () => {
  it('gets no secret, and nothing that it can change', async () => {
    let context: CheckContext | undefined;
    const answers: unknown[] = [];
    await runOwn(async (given) => {
      context = given;
      answers.push(await given.ask('login_session_collection_query', { as: 'session' }));
      answers.push(await given.ask('cluster_collection_query'));
    });
    const secrets = [sim.a.password, 'auth_cookie', 'dell-emc-token'];
    const texts = [...partsOf(context), ...partsOf(answers)].filter((part) => typeof part === 'string');
    expect(texts).toContain(sim.a.url);
    expect(texts.filter((text) => secrets.some((secret) => text.toLowerCase().includes(secret)))).toEqual([]);
    const open = [...partsOf(context), ...answers.flatMap((part) => [...partsOf(part)])].filter(
      (part) =>
        typeof part === 'object' &&
        !(part instanceof Headers) &&
        !(part instanceof AbortSignal) &&
        !Object.isFrozen(part),
    );
    expect(open).toEqual([]);
  });

  const pause = 'replication_session_pause';
  const headerNames = ['x-http-method-override', 'X-HTTP-Method', 'x-method-override', 'x-original-url', 'host'];
  const tricks: [string, Check['run']][] = [
    [
      'changes the permit',
      async ({ target, ask }) => {
        Reflect.set(target.permit, 'mode', 'disruptive');
        Reflect.set(target.permit, 'sessions', 'all');
        await ask(pause, { id: id() });
      },
    ],
    ['asks for it', async ({ ask }) => void (await ask(pause, { id: id() }))],
    [
      'calls it something else',
      async ({ ask }) => {
        const operation = operations.cluster_collection_query as { method: string; path: string };
        const { method, path } = operation;
        try {
          Object.assign(operation, { method: 'POST', path: `/replication_session/${id()}/pause` });
          await ask('cluster_collection_query');
        } finally {
          Object.assign(operation, { method, path });
        }
        throw new Error('only a read was sent.');
      },
    ],
    [
      'makes an operation of its own',
      async ({ ask }) => {
        const table = operations as Record<string, unknown>;
        table['ours'] = { method: 'DELETE', path: '/volume/{id}', safety: 'read-only', statuses: [] };
        try {
          await ask('ours' as 'cluster_collection_query', { id: '1' });
        } finally {
          delete table['ours'];
        }
      },
    ],
    [
      'climbs out of its path',
      async ({ ask }) => void (await ask('volume_modify', { id: '../login_session', body: {} })),
    ],
    ...headerNames.map((name): [string, Check['run']] => [
      `sets ${name}`,
      async ({ ask }) => void (await ask('cluster_collection_query', { headers: { [name]: 'POST' } })),
    ]),
    [
      'defines a header on the way',
      async ({ ask }) =>
        void (await ask('cluster_collection_query', { headers: { accept: 'x\r\nx-http-method-override: POST' } })),
    ],
  ];

  it('sends nothing that changes the array, whatever it tries', async () => {
    const { url, username, password } = sim.a;
    const report = await runContract({
      arrays: { a: { url, username, password } },
      pace: { requestsPerSecond: undefined, rows: 1 },
      checks: tricks.map(([title, run]) => defineCheck({ id: `ours.${title}`, title, run })),
    });
    expect(writes()).toEqual([]);
    const ends = report?.checks.filter(({ check }) => check.startsWith('ours.')) ?? [];
    expect(ends.filter(({ outcome }) => outcome !== 'broken')).toEqual([]);
    const reasons = ends.map(({ title, reason = '' }) => reason.replace(`ours.${title} broke: `, ''));
    const readOnly = 'replication_session_pause is disruptive, and the run is read-only. Nothing was sent.';
    expect(reasons).toEqual([
      readOnly,
      readOnly,
      'only a read was sent.',
      'The contract has no such operation. Nothing was sent.',
      'volume_modify is disruptive, and the run is read-only. Nothing was sent.',
      ...headerNames.map((name) =>
        expect.stringContaining(`The header ${name.toLowerCase()} is not among those that a check may set: accept, `),
      ),
      expect.stringContaining('is an invalid header value'),
    ]);
    expect(report?.summary.verdict).toBe('does-not-conform');
  });

  it('may set the headers of the contract', async () => {
    const { own, report } = await runOwn(async ({ ask, expectStatus }) => {
      expectStatus(
        await ask('volume_collection_query', { headers: { Range: '0-0', 'DELL-VISIBILITY': 'Internal' } }),
        [200, 206],
      );
    });
    expect([own.outcome, own.findings, report.summary.verdict]).toEqual(['passed', [], 'conforms']);
  });

  it('that keeps its means sends nothing after the run', async () => {
    let kept: CheckContext | undefined;
    await runOwn(async (context) => void (kept = context));
    await expect(kept?.ask('cluster_collection_query')).rejects.toThrow('The run has ended. Nothing was sent.');
  });

  it.each<[string, (url: string, headers: Record<string, string>) => Promise<unknown>]>([
    ['fetch', (url, headers) => fetch(url, { method: 'POST', headers })],
    [
      'node:http',
      (url, headers) =>
        new Promise((resolve, reject) => {
          httpRequest(url, { method: 'POST', headers }, (answer) => answer.resume().once('end', resolve))
            .once('error', reject)
            .end();
        }),
    ],
  ])('that sends a write by %s, past the run, leaves the run without a verdict', async (_how, post) => {
    const { own, report } = await runOwn(async ({ target: { url } }) => {
      await post(`${url}/api/rest/replication_session/${id()}/sync`, {
        authorization: `Basic ${btoa(`${sim.a.username}:${sim.a.password}`)}`,
      });
    });
    expect(writes()).toEqual([`POST /replication_session/${id()}/sync`]);
    const sent = 'POST /replication_session/{id}/sync';
    expect([own.outcome, own.reason]).toEqual(['broken', `ours.check sent ${sent}, which the run may not send`]);
    expect([report.summary.verdict, report.endedEarly]).toEqual(['no-verdict', expect.stringContaining(sent)]);
    expect(JSON.stringify(report)).not.toContain(id());
    for (const render of Object.values(renderers))
      expect(render(report)).toContain('requests that the run may not send');
  });

  it('cannot ask about one session and change another', async () => {
    const [one = '', two = ''] = sim.save().sessions.map((session) => session.id);
    const { report } = await runOwn(
      async ({ ask }) => {
        const ids = [one, two];
        await ask('replication_session_sync', {
          get id() {
            return ids.shift() ?? two;
          },
        });
      },
      { mode: 'non-disruptive', sessions: [one] },
    );
    expect(writes().filter((line) => !line.includes(one))).toEqual([]);
    expect(report.summary.verdict).toBe('conforms');
  });

  it('that deceives the gate does not deceive the record of what went out', async () => {
    const [one = '', two = ''] = sim.save().sessions.map((session) => session.id);
    const { report } = await runOwn(
      async ({ ask }) => {
        const { includes } = Array.prototype;
        Reflect.set(Array.prototype, 'includes', () => true);
        try {
          await ask('replication_session_sync', { id: two });
        } finally {
          Reflect.set(Array.prototype, 'includes', includes);
        }
      },
      { mode: 'non-disruptive', sessions: [one] },
    );
    expect(writes()).toContain(`POST /replication_session/${two}/sync`);
    expect(report.summary.verdict).toBe('no-verdict');
  });

  it('ends a command with 2 where it sent a write', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'powerstore-own-writes-'));
    try {
      const file = join(folder, 'ours.mjs');
      await writeFile(
        file,
        `export const check = { id: 'ours.check', title: 'ours', run: async ({ target: { url } }) => {
          await fetch(url + '/api/rest/replication_session/1/sync', { method: 'POST' });
        } };`,
      );
      const { url, username, password } = sim.a;
      const { code, out } = await startPowerstoreContract(['--check-modules', file, '--rows', '1'], {
        POWERSTORE_URL: url,
        POWERSTORE_USERNAME: username,
        POWERSTORE_PASSWORD: password,
        POWERSTORE_REQUESTS_PER_SECOND: '100',
      }).ended;
      expect([code, out]).toEqual([
        2,
        expect.stringContaining('No verdict: the array got requests that the run may not send'),
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
