// Settings from flags, the environment and the configuration file, and the messages for those that cannot be used.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { createSimulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configuredArrays, defineCheck, type RunOptions, runContract } from '../src/index.js';
import { addArrayOptions, addRunOptions, settingsFrom } from '../src/settings/options.js';
import { arraysFrom, runOptionsFrom } from '../src/settings/run-options.js';
import { powerstoreContract } from './helpers/command-line.js';
import { withEnvironment } from './helpers/environment.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-config-'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
const file = async (content: string, name = `file-${(files += 1)}.yaml`): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

/** The settings of a run with a configuration file, environment variables and flags. */
const settings = async (
  yaml: string,
  env: Record<string, string> = {},
  flags: string[] = [],
): Promise<ReturnType<typeof settingsFrom>> => {
  const args = ['--config', await file(yaml), ...flags];
  const command = addRunOptions(addArrayOptions(new Command())).exitOverride();
  command.configureOutput({ writeErr: () => undefined });
  return withEnvironment(env, () => settingsFrom(command.parse(args, { from: 'user' })));
};

describe('flags take precedence over the environment, and that over the file', () => {
  const yaml = `
arrays:
  a: { url: 'https://file.example.com', username: in-file, label: in-file, timeout: 5s }
  b: { url: 'https://file-b.example.com', username: in-file-b }
mode: disruptive
sessions: [in-file]
requestsPerSecond: 1
rows: 10
seed: 2026-11-28
budget: 10m
`;

  it('the file alone', async () => {
    expect(await settings(yaml)).toMatchObject({
      arrays: {
        a: { url: 'https://file.example.com', username: 'in-file', label: 'in-file', timeout: 5000 },
        b: { url: 'https://file-b.example.com', username: 'in-file-b' },
      },
      mode: 'disruptive',
      sessions: ['in-file'],
      requestsPerSecond: 1,
      rows: 10,
      seed: '2026-11-28',
      budget: 600_000,
    });
  });

  const env = {
    POWERSTORE_URL: 'https://env.example.com',
    POWERSTORE_USERNAME: 'in-env',
    POWERSTORE_LABEL: '',
    POWERSTORE_B_URL: 'https://env-b.example.com',
    POWERSTORE_MODE: 'non-disruptive',
    POWERSTORE_SESSIONS: 'one, two',
    POWERSTORE_REQUESTS_PER_SECOND: '3',
    POWERSTORE_SEED: 'in-env',
    POWERSTORE_BUDGET: '90s',
  };

  it('the environment overrides the file; an empty variable is not set', async () => {
    expect(await settings(yaml, env)).toMatchObject({
      arrays: {
        a: { url: 'https://env.example.com', username: 'in-env', label: 'in-file', timeout: 5000 },
        b: { url: 'https://env-b.example.com', username: 'in-file-b' },
      },
      mode: 'non-disruptive',
      sessions: ['one', 'two'],
      requestsPerSecond: 3,
      rows: 10,
      seed: 'in-env',
      budget: 90_000,
    });
  });

  it('flags override both', async () => {
    const flags =
      '--url https://flag.example.com --url-b https://flag-b.example.com --rows 7 --seed in-flag --mode read-only --timeout 90s';
    expect(await settings(yaml, env, flags.split(' '))).toMatchObject({
      arrays: {
        a: { url: 'https://flag.example.com', username: 'in-env', timeout: 90_000 },
        b: { url: 'https://flag-b.example.com' },
      },
      mode: 'read-only',
      sessions: ['one', 'two'],
      rows: 7,
      seed: 'in-flag',
    });
  });

  it('a password, and a certificate, come from one place each', async () => {
    const { arrays } = await settings(
      "arrays: { a: { passwordFile: /file, ca: /file.pem }, b: { passwordEnv: B, fingerprint: 'AB' } }",
      { POWERSTORE_PASSWORD: 'in-env', POWERSTORE_B_PASSWORD_FILE: '/env' },
      ['--fingerprint', 'CD', '--ca-b', '/flag.pem'],
    );
    expect(arrays).toEqual({
      a: { password: 'in-env', fingerprint: 'CD' },
      b: { passwordFile: '/env', ca: '/flag.pem' },
    });
  });
});

describe('the configuration file', () => {
  it('names files from where it is', async () => {
    const found = await settings(
      'arrays: { a: { passwordFile: secret } }\ncheckModules: [ours.js]\nreports: { json: out/r.json }\nbaseline: b.yaml',
    );
    expect(found).toMatchObject({
      arrays: { a: { passwordFile: join(folder, 'secret') } },
      checkModules: [join(folder, 'ours.js')],
      reports: { json: join(folder, 'out/r.json') },
      baseline: join(folder, 'b.yaml'),
    });
  });

  it.each([
    ['an unknown key', 'mode: read-only\nbugdet: 10m', /:2:1: bugdet is not known; did you mean budget\?/],
    [
      'an unknown key of an array',
      'arrays:\n  a:\n    usrname: x',
      /:3:5: arrays\.a\.usrname is not known; did you mean username\?/,
    ],
    ['a key like no other', 'colour: red', /:1:1: colour is not known; known are arrays, mode, sessions/],
    [
      'a password',
      'arrays:\n  b:\n    password: hunter2',
      /:3:5: arrays\.b\.password: a password does not belong.*passwordFile.*passwordEnv/,
    ],
    ['a number for a text', 'arrays: { a: { url: 5 } }', /arrays\.a\.url: must be a text; there is 5/],
    ['a mode that is none', 'mode: harmless', /:1:1: mode: a mode is one of read-only, non-disruptive, disruptive/],
    ['a duration without a unit', "budget: '10'", /budget: a duration is a number with its unit, such as 30s/],
    ['a bare number', 'arrays: { a: { timeout: 30 } }', /arrays\.a\.timeout: a duration .* such as 30s.*there is 30$/],
    ['no time', 'arrays: { a: { timeout: 0s } }', /a time limit is longer than 0s/],
    ['sessions that are no list', 'sessions: all', /sessions: sessions are a list of ids/],
    ['too fast a pace', 'requestsPerSecond: 1000', /from 0.01 to 100/],
    ['no rows', 'rows: 0', /rows are a whole number from 1 on/],
    ['what is no YAML', 'arrays: [\nmode: x', /:\d+:\d+: /],
    ['a list', '- mode', /:1:1: a configuration is a list of names with values/],
  ])('%s is named with its place', async (_title, yaml, message) => {
    const error = await settings(yaml).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: 'InputError', message: expect.stringMatching(message) as string });
    expect((error as Error).message).not.toContain('hunter2');
  });

  it.each<[string, string[], Record<string, string>, string]>([
    ['an empty address', ['--url', ''], {}, '--url has no value. Give it one, or leave it out.'],
    ['an empty file', ['--html', ''], {}, '--html has no value. Give it one, or leave it out.'],
    [
      'a misspelt variable',
      [],
      { POWERSTORE_URLL: 'https://array-a.invalid' },
      'The environment variable POWERSTORE_URLL is not known. Did you mean POWERSTORE_URL?',
    ],
    [
      'a misspelt variable of array b',
      ['--url', 'https://array-a.invalid'],
      { POWERSTORE_B_ULR: 'https://array-b.invalid' },
      'The environment variable POWERSTORE_B_ULR is not known. Did you mean POWERSTORE_B_URL?',
    ],
    [
      'a user without an address',
      [],
      { POWERSTORE_URL: '', POWERSTORE_USERNAME: 'monitor', POWERSTORE_PASSWORD: 'hunter2' },
      'Array a has a user name and no address. Set --url, POWERSTORE_URL or arrays.a.url, or leave out the login.',
    ],
  ])('%s is named, and does not mean the simulator', async (_title, args, env, message) => {
    const { code, err } = await powerstoreContract(['--dry-run', ...args], env);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(err).not.toContain('hunter2');
  });

  it('variables of other tools are none of ours', async () => {
    const others = { POWERSTORE_ENDPOINT: 'x', POWERSTORE_INSECURE: 'x', POWERSTORE_MOCK_PASSWORD: 'x' };
    const ours = { POWERSTORE_URL: 'https://array-a.example.com', POWERSTORE_URI: 'x' };
    expect((await settings('', { ...others, ...ours })).arrays?.a?.url).toBe('https://array-a.example.com');
  });

  it.each([
    ['hunter2\nhunter3\n', 'has more than one line'],
    ['\n', 'is empty'],
  ])('a password file that is none is named: %j', async (content, problem) => {
    const passwordFile = await file(content);
    const { code, err } = await powerstoreContract(['--dry-run'], {
      POWERSTORE_URL: 'https://array-a.invalid',
      POWERSTORE_USERNAME: 'monitor',
      POWERSTORE_PASSWORD_FILE: passwordFile,
    });
    expect([code, err]).toEqual([2, expect.stringContaining(`The password file ${passwordFile} ${problem}`)]);
    expect(err).not.toContain('hunter');
  });

  it('names everything that is wrong, and a file that is not there', async () => {
    const error = await settings('mode: x\nrows: 0').catch((thrown: Error) => thrown);
    expect((error as Error).message.split('\n')).toHaveLength(2);
    await expect(settings('', {}, ['--config', join(folder, 'none.yaml')])).rejects.toThrow(
      /none\.yaml cannot be read: there is no such file\. powerstore-contract init writes one\./,
    );
  });

  it('an environment variable that makes no sense is named', async () => {
    await expect(settings('', { POWERSTORE_MODE: 'x' })).rejects.toThrow(/env 'POWERSTORE_MODE'.*A mode is one of/);
    await expect(settings('', { POWERSTORE_B_TIMEOUT: '30' })).rejects.toThrow(
      /env 'POWERSTORE_B_TIMEOUT'.*A duration is a number with its unit, such as 30s/,
    );
  });
});

describe('from settings to arrays', () => {
  const array = { url: 'https://array-a.example.com', username: 'monitor', password: 'x' };

  it('the password comes from the variable that passwordEnv names', async () => {
    const arrays = { a: { url: array.url, username: array.username, passwordEnv: 'POWERSTORE_OURS' } };
    expect(await withEnvironment({ POWERSTORE_OURS: 'secret' }, () => arraysFrom({ arrays }))).toMatchObject({
      a: { password: 'secret' },
    });
    expect(() => arraysFrom({ arrays })).toThrow(/POWERSTORE_OURS is not set/);
  });

  it('a second array has its own label, and the time limit of the first unless it has its own', () => {
    const a = { ...array, timeout: 5000 };
    expect(arraysFrom({ arrays: { a, b: { ...array, label: 'b' } } })).toMatchObject({
      a: { timeout: 5000 },
      b: { label: 'b', timeout: 5000 },
    });
    expect(arraysFrom({ arrays: { a, b: { ...array, timeout: 9000 } } })).toMatchObject({ b: { timeout: 9000 } });
  });

  it('a mode that changes something needs sessions', async () => {
    const arrays = { a: array };
    await expect(runOptionsFrom({ arrays, mode: 'disruptive' })).rejects.toThrow(/none is listed/);
    const { permit } = await runOptionsFrom({ arrays, mode: 'disruptive', sessions: ['one'] });
    expect(permit).toEqual({ mode: 'disruptive', sessions: ['one'] });
    // The sessions alone are no key.
    expect((await runOptionsFrom({ arrays, sessions: ['one'] })).permit).toBeUndefined();
  });

  it('a test file finds the arrays that the environment names', async () => {
    const env = { POWERSTORE_URL: array.url, POWERSTORE_USERNAME: 'monitor', POWERSTORE_PASSWORD: 'x' };
    expect(await withEnvironment(env, configuredArrays)).toEqual({ a: array });
    expect(await withEnvironment({}, configuredArrays)).toBeUndefined();
    await expect(withEnvironment({ ...env, POWERSTORE_TIMEOUT: '30' }, configuredArrays)).rejects.toMatchObject({
      code: 'ERR_POWERSTORE_INPUT',
      message: expect.stringMatching(/POWERSTORE_TIMEOUT.*such as 30s/) as string,
    });
  });
});

/** Runs in this process, and returns what is printed and told. */
async function run(options: Omit<RunOptions, 'print' | 'tell'>) {
  const printed: string[] = [];
  const told: string[] = [];
  const report = await runContract({
    ...options,
    print: (line) => printed.push(line),
    tell: (line) => told.push(line),
  });
  return { report, printed, told: told.join('\n') };
}

describe('the plan', () => {
  it.each([false, true])('says how long the run takes at its rate, with a second array: %s', async (isPair) => {
    let requests = 0;
    await using simulator = await createSimulator({ clock: 'manual', fast: true, onRequest: () => (requests += 1) });
    const login = ({ url, username, password }: typeof simulator.a) => ({ url, username, password });
    const arrays = { a: login(simulator.a), ...(isPair && { b: login(simulator.b) }) };
    const { told } = await run({ arrays, pace: { requestsPerSecond: 100 }, dryRun: true });
    const [, seconds] = /At this rate, the run takes about (\d+) seconds\./.exec(told) ?? [];
    requests = 0;
    const unhurried = await run({ arrays, pace: { requestsPerSecond: undefined } });
    // An estimate, and no more.
    expect(Number(seconds) * 100).toBeGreaterThan(requests * 0.8);
    expect(Number(seconds) * 100).toBeLessThan(requests * 1.25);
    expect(unhurried.told).not.toContain('At this rate');
  });

  it('names the arrays, the state of the sessions, and everything that the run leaves alone; and changes nothing', async () => {
    const methods = new Set<string>();
    await using simulator = await createSimulator({
      clock: 'manual',
      fast: true,
      onRequest: ({ method, target }) => methods.add(`${method} ${target}`),
    });
    const { a, b } = simulator;
    const second = simulator.save().sessions[1]?.id;
    const login = ({ url, username, password }: typeof a) => ({ url, username, password });
    const arrays = { a: { ...login(a), label: 'left' }, b: { ...login(b), label: 'right' } };
    const pace = { requestsPerSecond: 100, rows: 50 };
    const permit = { mode: 'disruptive', sessions: [String(second)] } as const;
    const { report, printed, told } = await run({ arrays, permit, pace, budget: 600_000, dryRun: true });
    expect([report, printed]).toEqual([undefined, []]);
    expect(told).toMatch(/left: 127\.0\.0\.1:\d+, array-a, PS\w+, release 4\.4\.0\.0/);
    expect(told).toMatch(new RegExp(`${second} on left: OK, Destination, Asynchronous, volume`));
    expect(told).toMatch(new RegExp(`${second} on right: OK, Source, Asynchronous, volume`));
    expect(told).toMatch(/It changes nothing else: no other replication session/);
    expect(told).toMatch(/\d+ checks of left, \d+ checks of right/);
    expect(told).toMatch(/at most 100 per second, at most 50 rows .*no check begins after 10 minutes/);
    expect(told).toMatch(/At this rate, reading takes about \d+ (seconds|minutes?); the changes of the sessions take/);
    expect([...methods].filter((sent) => !sent.startsWith('GET '))).toEqual(['POST /api/rest/logout']);
    await expect(
      run({ arrays, permit: { mode: 'disruptive', sessions: ['nobody'] }, pace, dryRun: true }),
    ).rejects.toThrow('No array has a replication session nobody');
  });
});

describe('the command line', () => {
  it('init writes a configuration that can be read, and replaces none without --force', async () => {
    const target = join(folder, 'written.yaml');
    const first = await powerstoreContract(['init', target]);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(await settings(await readFile(target, 'utf8'))).toMatchObject({
      mode: 'read-only',
      sessions: [],
      requestsPerSecond: 2,
    });
    // The lines that are commented out can be read as well.
    const all = (await readFile(target, 'utf8')).replaceAll(
      /^( *)# ?(?=( *)(fingerprint|ca|timeout|label|b|url|username|passwordEnv|budget|reports|json|checkModules|baseline):|  ?- \.)/gm,
      '$1',
    );
    expect(Object.keys(await settings(all))).toEqual(expect.arrayContaining(['budget', 'checkModules', 'baseline']));
    const again = await powerstoreContract(['init', target]);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/exists already\. Add --force/);
    expect((await powerstoreContract(['init', target, '--force'])).code).toBe(0);
  });
});

const ours = `export const ours = {
  id: 'ours.empty', title: 'there is no volume',
  findings: { 'ours.volume': { severity: 'error', title: 'a volume', cause: 'It is there.', remedy: 'Delete it.' } },
  async run({ ask, find }) { find('ours.volume', await ask('volume_collection_query'), 'there are volumes'); },
};
`;

describe('checks of our own', () => {
  it('are carried out from the configuration, and fail a run by findings of their own', async () => {
    await using sim = await createSimulator({ release: '1.0', clock: 'manual', fast: true });
    const { url, username, password } = sim.a;
    await file(ours, 'ours.mjs');
    const json = join(folder, 'report.json');
    const config = await file(
      `arrays: { a: { url: '${url}', username: ${username}, passwordEnv: OURS } }\nrequestsPerSecond: 100\ncheckModules: [ours.mjs]\nreports: { json: report.json }\n`,
    );
    const { code, out, err } = await powerstoreContract(['--config', config], { OURS: password });
    expect([code, out], err).toEqual([1, expect.stringContaining('ours.volume: there are volumes')]);
    expect(err).toContain(', 1 of them your own.');
    const report = JSON.parse(await readFile(json, 'utf8')) as { findings: { id: string; checks: string[] }[] };
    const found = report.findings.filter(({ id }) => id.startsWith('ours.'));
    expect(found).toMatchObject([{ id: 'ours.volume', checks: ['ours.empty'] }]);
  });

  it('are given to runContract as they are', async () => {
    await using sim = await createSimulator({ release: '1.0', clock: 'manual', fast: true });
    const { url, username, password } = sim.a;
    const check = defineCheck({ id: 'ours.passes', title: 'it passes', run: async () => undefined });
    const { report, told } = await run({
      arrays: { a: { url, username, password } },
      pace: { requestsPerSecond: undefined, rows: 5 },
      checks: [check],
    });
    expect(told).toContain(', 1 of them your own.');
    expect(report?.checks.filter(({ group }) => group === 'your own')).toMatchObject([
      { check: 'ours.passes', site: 'a', outcome: 'passed', requests: 0 },
    ]);
  });

  it.each([
    [
      'that are not there',
      undefined,
      /The module of checks .*none\.mjs cannot be read: there is no such file\. Correct the path/,
    ],
    ['that are none', 'export const nothing = 1;', /exports no check\. Make one with defineCheck/],
    ['that cannot be loaded', 'throw new Error("of our own")', /cannot be loaded: of our own/],
  ])('%s keep it from running', async (title, source, reason) => {
    const module = source === undefined ? join(folder, 'none.mjs') : await file(source, `${title}.mjs`);
    await using sim = await createSimulator({ clock: 'manual', fast: true });
    const { url, username, password } = sim.a;
    const pace = { requestsPerSecond: undefined };
    const running = run({ arrays: { a: { url, username, password } }, pace, checkModules: [module] });
    await expect(running).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(reason) as string,
    });
  });
});
