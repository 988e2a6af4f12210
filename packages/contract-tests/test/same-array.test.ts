// One array, named as both of a pair: nothing begins, because a run would compare it with itself.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isInputError, runContract } from '../src/index.js';
import { powerstoreContract } from './helpers/command-line.js';

let folder: string;
let sim: Simulator;
let requests: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-same-array-'));
  sim = await createSimulator({
    fast: true,
    clock: 'manual',
    onRequest: ({ method, target }) => requests.push(`${method} ${target.replace(/^.api.rest|[?].*/g, '')}`),
  });
});
afterEach(() => (requests = []));
afterAll(async () => {
  await sim.close();
  await rm(folder, { recursive: true });
});

/** The same array by two addresses, as two names in DNS would give. */
const twice = (): Record<string, string> => {
  const { url, username, password } = sim.a;
  const one = { URL: url, USERNAME: username, PASSWORD: password };
  const two = { ...one, URL: url.replace('127.0.0.1', 'localhost') };
  return Object.fromEntries([
    ...Object.entries(one).map(([name, value]) => [`POWERSTORE_${name}`, value]),
    ...Object.entries(two).map(([name, value]) => [`POWERSTORE_B_${name}`, value]),
    ['POWERSTORE_REQUESTS_PER_SECOND', '100'],
  ]) as Record<string, string>;
};

const refusal =
  /Array a and array b are the same array \(\S+\)\. Name two arrays that replicate to each other, or leave/;

/** The requests that begin and end a login session, and ask which array it is. */
const beginning = new Set(['GET /login_session', 'GET /software_installed', 'GET /cluster', 'POST /logout']);

describe('one array for two is refused before anything is read or sent', () => {
  it.each<[string, (file: string) => string[]]>([
    ['a run', (file) => ['--json', file]],
    ['a run that may change something', () => ['--mode', 'disruptive', '--sessions', sim.save().sessions[0]?.id ?? '']],
    ['a dry run', () => ['--dry-run']],
    ['record', (file) => ['record', file]],
  ])('by %s', async (_what, args) => {
    const { code, err } = await powerstoreContract(args(join(folder, 'none.json')), twice());
    expect([code, err]).toEqual([2, expect.stringMatching(refusal)]);
    expect(requests.filter((request) => !beginning.has(request))).toEqual([]);
  });

  it('by runContract', async () => {
    const { url, username, password } = sim.a;
    const array = { url, username, password };
    const running = runContract({ arrays: { a: array, b: array }, pace: { requestsPerSecond: undefined } });
    await expect(running).rejects.toSatisfy(isInputError);
    await expect(running).rejects.toThrow(refusal);
  });

  it('by doctor', async () => {
    const { code, out } = await powerstoreContract(['doctor'], twice());
    expect([code, out]).toEqual([1, expect.stringMatching(refusal)]);
    expect(out).toContain('✗ pair: both are one array');
    expect(out).not.toContain('as a remote system');
  });

  it('by parity', async () => {
    const file = join(folder, 'recording.json');
    const { url, username, password } = sim.a;
    const env = { POWERSTORE_URL: url, POWERSTORE_USERNAME: username, POWERSTORE_PASSWORD: password };
    await powerstoreContract(['record', file], { ...env, POWERSTORE_REQUESTS_PER_SECOND: '100' });
    const recording = JSON.parse(await readFile(file, 'utf8')) as { arrays: Record<'a' | 'b', unknown> };
    recording.arrays.b = recording.arrays.a;
    await writeFile(file, JSON.stringify(recording));
    const { code, err } = await powerstoreContract(['parity', file]);
    expect([code, err]).toEqual([2, expect.stringMatching(refusal)]);
  });

  it('and two arrays are not', async () => {
    const { code, err } = await powerstoreContract(['--dry-run'], { ...twice(), POWERSTORE_B_URL: sim.b.url });
    expect([code, err]).toEqual([0, expect.stringContaining('The run only reads')]);
  });
});
