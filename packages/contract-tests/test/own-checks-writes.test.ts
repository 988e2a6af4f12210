// A check of a team's own can change nothing that the run may not change, and learns no secret.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from '@powerstore-api/mock-server';
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
import { createSteppedSimulator } from './helpers/stepped-simulator.js';

let sim: Simulator;
let requests: string[] = [];

beforeAll(async () => {
  sim = await createSteppedSimulator({
    // The release with the fewest checks.
    release: '1.0',
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

/** Sends a request with node:http, which takes any path and any header. */
const send = (url: string, path: string, options: RequestOptions): Promise<unknown> =>
  new Promise((resolve, reject) => {
    httpRequest(url, { path, ...options }, (answer) => answer.resume().once('end', resolve))
      .once('error', reject)
      .end();
  });

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
    [
      'misspells an operation',
      async ({ ask }) => void (await ask('volume_modifi' as 'volume_modify', { id: '1', body: {} })),
    ],
    ...headerNames.map((name): [string, Check['run']] => [
      `sets ${name}`,
      async ({ ask }) => void (await ask('cluster_collection_query', { headers: { [name]: 'POST' } })),
    ]),
    ['sets _method', async ({ ask }) => void (await ask('cluster_collection_query', { query: { _method: 'POST' } }))],
    ['climbs out of a list', async ({ ask }) => void (await ask('volume_instance_query', { id: '..' }))],
    ['forgets the id', async ({ ask }) => void (await ask('volume_instance_query'))],
    ['sends a body with a GET', async ({ ask }) => void (await ask('cluster_collection_query', { body: {} }))],
    [
      'gives headers as Headers',
      async ({ ask }) => {
        const headers = new Headers({ accept: 'x' }) as unknown as Record<string, string>;
        await ask('cluster_collection_query', { headers });
      },
    ],
    ['misspells an option', async ({ ask }) => void (await ask('cluster_collection_query', { heders: {} } as object))],
    [
      'misspells a sender',
      async ({ ask }) => void (await ask('cluster_collection_query', { as: 'anonymus' } as object)),
    ],
    ['logs out', async ({ ask }) => void (await ask('logout'))],
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
      'The contract has no operation ours (`operations` of @powerstore-api/types has all). Nothing was sent.',
      'volume_modify is disruptive, and the run is read-only. Nothing was sent.',
      'The contract has no operation volume_modifi (did you mean volume_modify?). Nothing was sent.',
      ...headerNames.map((name) =>
        expect.stringContaining(`The header ${name.toLowerCase()} is not among those that a check may set: accept, `),
      ),
      'The parameter _method could make another request of this one. Nothing was sent.',
      "volume_instance_query needs an id, not '..'. Nothing was sent.",
      "volume_instance_query needs an id, not ''. Nothing was sent.",
      'A GET has no body. Nothing was sent.',
      'ask.headers must be a plain object of texts, not Headers.',
      'ask.heders is not known. Did you mean headers?',
      'ask.as must be session or anonymous or an object, not a text. Did you mean anonymous?',
      'A logout would end the login session of the run. Nothing was sent.',
      expect.stringContaining('is an invalid header value'),
    ]);
    expect(ends.find(({ check }) => check === 'ours.logs out')).toMatchObject({ requests: 0 });
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

  const sync = '/replication_session/{id}/sync';
  type Send = (url: string, path: string, headers: Record<string, string>) => Promise<unknown>;

  it.each<[string, Send, string]>([
    ['fetch', (url, path, headers) => fetch(url + path, { method: 'POST', headers }), `POST ${sync}`],
    ['node:http', (url, path, headers) => send(url, path, { method: 'POST', headers }), `POST ${sync}`],
    [
      'another name of the host',
      (url, path, headers) => fetch(url.replace('127.0.0.1', 'localhost') + path, { method: 'POST', headers }),
      `POST ${sync}`,
    ],
    [
      'the name of another host',
      (url, path, headers) => send(url, path, { method: 'POST', headers: { ...headers, host: 'other.example' } }),
      `POST ${sync}`,
    ],
    ['two slashes', (url, path, headers) => send(url, `/${path}`, { method: 'POST', headers }), `POST ${sync}`],
    [
      'percent signs',
      (url, path, headers) => send(url, path.replace('rest', 'r%65st'), { method: 'POST', headers }),
      `POST ${sync}`,
    ],
    [
      'the address as the path',
      (url, path, headers) => send(url, `http://other.example${path}`, { method: 'POST', headers }),
      `POST ${sync}`,
    ],
    [
      'another path',
      (url, _path, headers) => fetch(`${url}/gui/volume`, { method: 'POST', headers }),
      'POST outside of the contract',
    ],
    [
      'a method in a header',
      (url, path, headers) => fetch(url + path, { headers: { ...headers, 'X-HTTP-Method-Override': 'POST' } }),
      'GET with a method in a header outside of the contract',
    ],
  ])('that sends a write by %s, past the run, leaves the run without a verdict', async (_how, post, sent) => {
    const { own, report } = await runOwn(async ({ target: { url } }) => {
      await post(url, `/api/rest/replication_session/${id()}/sync`, {
        authorization: `Basic ${btoa(`${sim.a.username}:${sim.a.password}`)}`,
      });
    });
    expect([own.outcome, own.reason]).toEqual(['broken', `ours.check sent ${sent}, which the run may not send`]);
    expect([report.summary.verdict, report.endedEarly]).toEqual(['no-verdict', expect.stringContaining(sent)]);
    expect(JSON.stringify(report)).not.toContain(id());
    for (const render of Object.values(renderers))
      expect(render(report)).toContain('requests that the run may not send');
  });

  it('may send a write to another server, and control a simulator', async () => {
    const server = createServer((_, answer) => answer.end());
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { own, report } = await runOwn(async ({ target: { url } }) => {
      await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, { method: 'POST' });
      await fetch(`${url}/__sim/faults`, { method: 'DELETE' });
    });
    server.close();
    expect([own.outcome, report.summary.verdict]).toEqual(['passed', 'conforms']);
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

  it.each([
    ['it sent a write', '', 'POST', 'No verdict: the array got requests that the run may not send'],
    ['its module sent one while it loaded', 'POST', '', 'A module of checks sent POST /replication_session/{id}/sync'],
  ])('ends a command with 2 where %s', async (_when, atLoad, inCheck, message) => {
    const folder = await mkdtemp(join(tmpdir(), 'powerstore-own-writes-'));
    try {
      const { url, username, password } = sim.a;
      const file = join(folder, 'ours.mjs');
      const post = `await fetch('${url}/api/rest/replication_session/1/sync', { method: 'POST' });`;
      await writeFile(
        file,
        `${atLoad.replace('POST', post)}
        export const check = { id: 'ours.check', title: 'ours', run: async () => { ${inCheck.replace('POST', post)} } };`,
      );
      const { code, out, err } = await startPowerstoreContract(['--check-modules', file, '--rows', '1'], {
        POWERSTORE_URL: url,
        POWERSTORE_USERNAME: username,
        POWERSTORE_PASSWORD: password,
        POWERSTORE_REQUESTS_PER_SECOND: '100',
      }).ended;
      expect([code, out + err]).toEqual([2, expect.stringContaining(message)]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
