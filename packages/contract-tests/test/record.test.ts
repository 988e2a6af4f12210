// Recordings: they do not tell whose arrays they are, their references still match, and a simulator can start with them.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockServer, createSimulator, type Recording } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareWithRecording } from '../src/record/parity.js';
import { readArrays, recordingOf } from '../src/record/record.js';
import { type ArrayTarget, toTargets } from '../src/array/target/target.js';
import { powerstoreContract } from './helpers/command-line.js';
import { lacking } from './helpers/lacking.js';
import { createTamperingProxy, type Tamper } from './helpers/tampering-proxy.js';

const login = ({ url, username, password }: ArrayTarget): ArrayTarget => ({ url, username, password });
const pace = { requestsPerSecond: undefined };

const allRecorded = [
  'replication_session',
  'remote_system',
  'replication_rule',
  'policy',
  'volume',
  'volume_group',
  'host_volume_mapping',
  'job',
  'software_installed',
  'cluster',
];

type Rows = Record<string, { id: string; [name: string]: unknown }[]>;

describe('a recording of a pair', () => {
  it('takes only reads, tells nothing about its owner, keeps its references, and the simulator answers like it', async () => {
    const methods: string[] = [];
    await using simulator = await createSimulator({
      clock: 'manual',
      fast: true,
      release: '4.0',
      onRequest: ({ method, target }) => methods.push(method === 'GET' ? method : `${method} ${target}`),
    });
    const { a, b } = simulator;
    const read = await readArrays(toTargets({ a: login(a), b: login(b) }, { pace }));
    expect([...new Set(methods)].toSorted()).toEqual(['GET', 'POST /api/rest/logout']);
    const recording = recordingOf(read);

    const text = JSON.stringify(recording);
    const secrets = [a, b].flatMap(({ name, username, password }) => [name, username, password]);
    const world = simulator.save();
    for (const { serial, rows } of world.arrays.filter(({ site }) => site !== 'c')) {
      secrets.push(serial);
      for (const list of Object.values(rows))
        for (const { id, name, wwn, management_address: address } of list)
          for (const secret of [id, name, wwn, address])
            // A short text, such as the id of a cluster, is part of other words as well.
            if (typeof secret === 'string' && secret.length > 3) secrets.push(secret);
    }
    expect(secrets.length).toBeGreaterThan(100);
    for (const secret of new Set(secrets)) expect(text).not.toContain(JSON.stringify(secret));

    const before = read.a?.resources as Rows;
    const after = recording.arrays.a.resources as Rows;
    for (const [resource, rows] of Object.entries(before)) {
      expect(new Set(after[resource]?.map(({ id }) => id)).size, resource).toBe(rows.length);
    }
    // References lead to the same rows as before.
    for (const [index, session] of (before['replication_session'] ?? []).entries()) {
      const anonymized = after['replication_session']?.[index];
      expect(anonymized).toMatchObject({
        state: session['state'],
        role: session['role'],
        type_l10n: session['type_l10n'],
      });
      const at = (rows: Rows, id: unknown) => rows['remote_system']?.findIndex((row) => row.id === id);
      expect(at(after, anonymized?.['remote_system_id'])).toBe(at(before, session['remote_system_id']));
    }
    const [one, other] = [recording.arrays.a, recording.arrays.b].map((array) => array?.resources as Rows);
    const resources = one?.['replication_session']?.map((row) => [
      row['remote_resource_id'],
      other?.['replication_session']?.find(({ id }) => id === row.id)?.['local_resource_id'],
    ]);
    expect(resources?.filter(([remote, local]) => local !== undefined && remote === local).length).toBeGreaterThan(8);

    const parity = await compareWithRecording(recording);
    expect(parity.deviations).toEqual([]);
    expect(parity.compared).toBeGreaterThan(3000);

    // Array B is read after array A, so its time is a later one.
    const later = structuredClone(recording) as unknown as { arrays: { b: { resources: Rows } } };
    later.arrays.b.resources['cluster']?.forEach((cluster) => {
      const [now, offset] = String(cluster['system_time']).split('.');
      cluster['system_time'] = `${new Date(Date.parse(`${now}Z`) + 240_000).toISOString().slice(0, 19)}.${offset}`;
    });
    expect(later).not.toEqual(recording);
    expect((await compareWithRecording(later as unknown as Recording)).deviations).toEqual([]);

    // Parity finds where the simulator differs.
    const [volume] = after['volume'] ?? [];
    const changed = structuredClone(recording) as unknown as { arrays: { a: { resources: Rows } } };
    changed.arrays.a.resources['volume']?.push({ ...volume, id: 'text-new', protection_policy: { id: 'text-none' } });
    const { deviations } = await compareWithRecording(changed as unknown as Recording);
    expect(deviations).toMatchObject([
      { path: 'a volume/*/protection_policy', rows: 1, recorded: { id: 'text-none' }, simulated: null },
      // No group has the new volume as a member.
      { path: 'a volume/*/volume_groups', rows: 1, simulated: [] },
    ]);
  });

  it('can be acted on', async () => {
    await using original = await createSimulator({ clock: 'manual', fast: true, sessions: [{ name: 'erp' }] });
    const recording = recordingOf(
      await readArrays(toTargets({ a: login(original.a), b: login(original.b) }, { pace })),
    );
    await using simulator = await createSimulator({ clock: 'manual', fast: true, recording });
    const authorization = `Basic ${Buffer.from(`${simulator.a.username}:${simulator.a.password}`).toString('base64')}`;
    const ask = (path: string, method = 'GET') =>
      fetch(`${simulator.a.url}/api/rest/replication_session${path}`, { method, headers: { authorization } });
    const [session] = (await (await ask('?select=id,state')).json()) as { id: string }[];
    expect(session).toMatchObject({ state: 'OK' });
    expect((await ask(`/${session?.id}/pause`, 'POST')).status).toBe(204);
    simulator.clock.advance(60_000);
    expect(await (await ask('?select=id,state')).json()).toEqual([{ id: session?.id, state: 'Paused' }]);
    simulator.reset();
    expect(await (await ask('?select=id,state')).json()).toEqual([{ id: session?.id, state: 'OK' }]);
  });

  it.each<[string, Tamper, string]>([
    [
      'cannot be decoded',
      ({ headers }) => void (headers['content-encoding'] = 'gzip'),
      'sends no list of policy that can be read: its body does not have the Content-Encoding that it names.',
    ],
    [
      'is no JSON',
      (answer) => void (answer.text = '<html>'),
      'sends no list of policy that can be read: its body is not JSON.',
    ],
    [
      'is no list',
      (answer) => void (answer.text = '{}'),
      'sends no list of policy that can be read: its body is an object.',
    ],
    ['is not there', lacking('policy'), 'does not have policy: it answers GET /policy with 404.'],
    [
      'is forbidden',
      (answer) => void (answer.status = 403),
      'does not let the user read policy: it answers GET /policy with 403.',
    ],
  ])('has no rows of a list that %s, and not an empty list either', async (_title, tamper, why) => {
    await using simulator = await createSimulator({ clock: 'manual', fast: true });
    await using proxy = await createTamperingProxy(simulator.a.url, (answer) => {
      if (answer.target.startsWith('/policy?')) return tamper(answer);
    });
    const target = { ...login(simulator.a), url: proxy.url };
    const read = await readArrays(toTargets({ a: target }, { pace }));
    expect(read.a?.missing).toEqual({ policy: why });
    const recording = recordingOf(read);
    expect(Object.keys(recording.arrays.a.resources)).toEqual(allRecorded.filter((name) => name !== 'policy'));
    expect(recording.arrays.a.resources['volume']?.length).toBeGreaterThan(5);
  });

  it('without one of its resources starts a simulator that works, and parity compares the rest', async () => {
    await using original = await createSimulator({ clock: 'manual', fast: true });
    const whole = recordingOf(await readArrays(toTargets({ a: login(original.a), b: login(original.b) }, { pace })));
    for (const resource of allRecorded) {
      const recording = structuredClone(whole) as unknown as { arrays: Record<'a' | 'b', { resources: Rows }> };
      delete recording.arrays.a.resources[resource];
      delete recording.arrays.b.resources[resource];
      const parity = await compareWithRecording(recording as unknown as Recording);
      expect([resource, parity.deviations, parity.missing]).toEqual([resource, [], [`a ${resource}`, `b ${resource}`]]);
      expect(parity.compared, resource).toBeGreaterThan(2000);
    }
  });

  it.each(['remote_system', 'cluster', 'policy'])('without its %s can be acted on', async (resource) => {
    await using original = await createSimulator({ clock: 'manual', fast: true, sessions: [{ name: 'erp' }] });
    const read = await readArrays(toTargets({ a: login(original.a), b: login(original.b) }, { pace }));
    delete read.a?.resources[resource];
    await using simulator = await createSimulator({ clock: 'manual', fast: true, recording: recordingOf(read) });
    const { url, username, password } = simulator.a;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const ask = (path: string, method = 'GET') =>
      fetch(`${url}/api/rest/replication_session${path}`, { method, headers: { authorization } });
    const [session] = (await (await ask('?select=id,state,remote_system')).json()) as { id: string }[];
    expect(session).toMatchObject({ state: 'OK', remote_system: { id: expect.any(String) as string } });
    expect((await ask(`/${session?.id}/pause`, 'POST')).status).toBe(204);
    simulator.clock.advance(60_000);
    simulator.link.cut();
    simulator.link.heal();
    simulator.clock.advance(600_000);
    expect(await (await ask('?select=id,state')).json()).toEqual([{ id: session?.id, state: 'Paused' }]);
  });

  it('can be of one array alone; the simulator refuses anything else', async () => {
    await using mock = await createMockServer();
    const recording = recordingOf(await readArrays(toTargets({ a: login(mock) }, { pace })));
    expect(recording.arrays.b).toBeUndefined();
    await using simulator = await createSimulator({ clock: 'manual', recording, fast: true });
    expect(simulator.save().sessions).toHaveLength(recording.arrays.a.resources['replication_session']?.length ?? 0);
    await expect(createSimulator({ recording: { format: 2 } as unknown as Recording })).rejects.toThrow(
      /recording\.format/,
    );
  });
});

describe('an array that may put anything into any field', () => {
  /** Puts a marker into each text, besides the release and the times of the array, and adds attributes that are markers. */
  const marked = (value: unknown, mark: (text: string) => string): unknown => {
    if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT|^\d+(\.\d+){3}$/.test(value) ? value : mark(value);
    if (Array.isArray(value)) return value.map((inner) => marked(inner, mark));
    if (typeof value !== 'object' || value === null) return value;
    return {
      ...Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner, mark)])),
      'marker-attribute': 'marker',
    };
  };

  it.each<[string, (text: string) => string]>([
    ['alone', () => 'marker'],
    ['beside the text', (text) => `${text} marker`],
    ['as what looks like an id of the API', (text) => `marker_${text}`],
  ])('has none of its texts in a recording: %s', async (_title, mark) => {
    await using simulator = await createSimulator({ clock: 'manual', fast: true });
    let places = 0;
    const counting = (text: string): string => {
      places += 1;
      return mark(text);
    };
    await using proxy = await createTamperingProxy(simulator.a.url, (answer) => {
      if (answer.status < 300 && answer.text !== '')
        answer.text = JSON.stringify(marked(JSON.parse(answer.text), counting));
    });
    const target = { ...login(simulator.a), url: proxy.url };
    const recording = recordingOf(await readArrays(toTargets({ a: target }, { pace })));
    expect(places).toBeGreaterThan(1000);
    expect(JSON.stringify(recording)).not.toMatch(/marker/i);
  });

  it('has a reference for what only looks like a time', async () => {
    await using simulator = await createSimulator({ clock: 'manual', fast: true });
    const noTime = '2026-13-45T99:99:99Z';
    await using proxy = await createTamperingProxy(simulator.a.url, (answer) => {
      answer.text = answer.text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)/g, noTime);
    });
    const target = { ...login(simulator.a), url: proxy.url };
    const text = JSON.stringify(recordingOf(await readArrays(toTargets({ a: target }, { pace }))));
    expect(text).not.toContain(noTime);
    expect(text).toContain('"text-1"');
  });
});

describe('the commands', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'powerstore-record-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('record writes a file, and parity compares the simulator with it', async () => {
    const requests: string[] = [];
    await using simulator = await createSimulator({
      clock: 'manual',
      fast: true,
      sessions: [{ name: 'erp' }],
      onRequest: ({ target }) => requests.push(target),
    });
    const { url, username, password } = simulator.a;
    const env = {
      POWERSTORE_URL: url,
      POWERSTORE_USERNAME: username,
      POWERSTORE_PASSWORD: password,
      POWERSTORE_REQUESTS_PER_SECOND: '100',
    };
    expect(await powerstoreContract(['record', '/dev/null/arrays.json'], env)).toMatchObject({
      code: 2,
      err: expect.stringContaining('/dev/null/arrays.json cannot be written') as string,
    });
    expect(requests).toEqual([]);

    const file = join(folder, 'arrays.json');
    const recorded = await powerstoreContract(['record', file], env);
    expect([recorded.code, recorded.err]).toEqual([0, '']);
    expect(recorded.out).toContain('array a, release 4.4.0.0: 1 replication_session,');
    expect(await powerstoreContract(['parity', file])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^0 deviations in \d+ values\.\n$/) as string,
    });

    const recording = JSON.parse(await readFile(file, 'utf8')) as { arrays: { a: { resources: Rows } } };
    recording.arrays.a.resources['volume']?.forEach((volume) => (volume['protection_policy'] = null));
    await writeFile(file, JSON.stringify(recording));
    const different = await powerstoreContract(['parity', file]);
    expect([different.code, different.out]).toEqual([
      1,
      expect.stringMatching(
        /^a volume\/\*\/protection_policy: 1 row, such as null recorded, .*\n1 deviation in \d+ values\.\n$/,
      ) as string,
    ]);
    const asReport = await powerstoreContract(['diff', file, file]);
    expect([asReport.code, asReport.err]).toEqual([
      2,
      `Could not run: ${file} is a recording, not a report. Write a report with --json.\n`,
    ]);
    const report = join(folder, 'report.json');
    await writeFile(report, '{"format":2,"arrays":[{"site":"a"}],"checks":[]}');
    const asRecording = await powerstoreContract(['parity', report]);
    expect([asRecording.code, asRecording.err]).toEqual([
      2,
      `Could not run: ${report} is a report, not a recording. Write a recording with powerstore-contract record.\n`,
    ]);
    const missing = await powerstoreContract(['parity', join(folder, 'none.json')]);
    expect([missing.code, missing.err]).toEqual([
      2,
      expect.stringContaining(
        'cannot be read: there is no such file. Write a recording with powerstore-contract record.',
      ) as string,
    ]);
  });

  it('record says what an array does not show, and parity what it does not compare', async () => {
    await using simulator = await createSimulator({ clock: 'manual', fast: true });
    await using proxy = await createTamperingProxy(simulator.a.url, lacking('policy', 'replication_rule'));
    const { username, password } = simulator.a;
    const file = join(folder, 'lacking.json');
    const recorded = await powerstoreContract(['record', file], {
      POWERSTORE_URL: proxy.url,
      POWERSTORE_USERNAME: username,
      POWERSTORE_PASSWORD: password,
      POWERSTORE_REQUESTS_PER_SECOND: '100',
    });
    expect([recorded.code, recorded.err.trim().split('\n')]).toEqual([
      0,
      [
        'The recording lacks replication_rule: array a does not have replication_rule: it answers GET /replication_rule with 404.',
        'The recording lacks policy: array a does not have policy: it answers GET /policy with 404.',
      ],
    ]);
    expect(recorded.out).toMatch(
      /^array a, release 4\.4\.0\.0: \d+ replication_session, \d+ remote_system, \d+ volume,/,
    );
    const parity = await powerstoreContract(['parity', file]);
    expect([parity.code, parity.out.trim().split('\n')]).toEqual([
      0,
      [
        'a replication_rule: not in the recording, so neither it nor what leads to it is compared',
        'a policy: not in the recording, so neither it nor what leads to it is compared',
        expect.stringMatching(/^0 deviations in \d+ values\.$/) as string,
      ],
    ]);
  });
});
