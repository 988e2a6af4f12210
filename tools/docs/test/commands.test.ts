// The commands in the READMEs, as printed: in a shell, with simulated arrays in place of those they name.
import { execFile, type ExecFileException } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '@powerstore-api/client/node';
import { createMockServer, createSimulator, type MockServer, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages, textOf } from './pages.ts';

/** The `sh` blocks of a page. */
const blocksOf = (page: string): string[] =>
  [...textOf(page).matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block ?? '');

/** Commands that nothing here can run: they install, or are what CI runs on this repository. */
const elsewhere = /^(npm (install|run|test|pkg)|npx (turbo|pnpm@)|npx powerstore-contract$)/;

/** What runs here, by its page. A new page of commands has no entry, and fails. */
const runHere = ['README.md', 'packages/mock-server/README.md', 'packages/contract-tests/README.md'];

const bin = (path: string): string => fileURLToPath(new URL(`../../../packages/${path}`, import.meta.url));

/** Commands by the names that people call them. Servers end as soon as they are up. */
const programs = {
  'powerstore-contract': bin('contract-tests/bin/powerstore-contract.js'),
  'powerstore-mock': bin('mock-server/bin/powerstore-mock.js'),
  '@powerstore-api/mock-server': bin('mock-server/bin/powerstore-mock.js'),
};

const shim = `#!${process.execPath}
const { spawn } = require('node:child_process');
const { basename } = require('node:path');
const programs = ${JSON.stringify(programs)};
let [name, ...args] = [basename(process.argv[1]), ...process.argv.slice(2)];
if (name === 'npx') [name, ...args] = args;
// Another program may have the default port.
if (name !== 'powerstore-contract' && !args.includes('--port')) args.push('--port', '0');
const child = spawn(process.execPath, [programs[name] ?? name, ...args], { stdio: ['inherit', 'pipe', 'inherit'] });
const up = args.includes('--scenario') ? 'Ctrl-C stops them.' : 'Ctrl-C stops it.';
let said = '';
child.stdout.on('data', (chunk) => {
  process.stdout.write(chunk);
  said += chunk;
  if (said.includes(up)) child.kill('SIGINT');
});
child.on('exit', (code) => { process.exitCode = code ?? 1; });
`;

/** As much of curl as the pages use: a machine need not have it. */
const curl = `#!${process.execPath}
const { request } = require('node:https');
const { parseArgs } = require('node:util');
const { values, positionals: [url] } = parseArgs({
  allowPositionals: true,
  options: {
    insecure: { type: 'boolean', short: 'k' },
    user: { type: 'string', short: 'u' },
    include: { type: 'boolean', short: 'i' },
    header: { type: 'string', short: 'H', multiple: true, default: [] },
  },
});
const headers = Object.fromEntries(values.header.map((line) => line.split(': ')));
request(url, { auth: values.user, headers, rejectUnauthorized: !values.insecure }, (answer) => {
  if (values.include) {
    console.log('HTTP/1.1', answer.statusCode, answer.statusMessage);
    for (const [name, value] of Object.entries(answer.headers)) console.log(name + ': ' + value);
  }
  answer.on('end', () => console.log()).pipe(process.stdout);
}).end();
`;

const addFinding = `
const { readFileSync, writeFileSync } = require('node:fs');
const report = JSON.parse(readFileSync('report.json', 'utf8'));
const finding = {
  id: 'paging.total',
  severity: 'error',
  operation: 'volume_collection_query',
  request: 'GET /volume',
  status: 206,
  message: 'made up',
  remedy: 'none',
  checks: ['paging.parts'],
  sites: ['a'],
  times: 1,
};
report.findings.push({ ...finding, places: [finding] });
writeFileSync('report.json', JSON.stringify(report));
`;

let folder: string;
let session: string;
let sim: Simulator;

beforeAll(async () => {
  sim = await createSimulator({ fast: true, tls: true, transitions: 'immediate', sessions: [{ name: 'database' }] });
  const { url, username, password, certificate: ca = '' } = sim.a;
  await using array = await connect({ url, username, password, tls: { ca } });
  session = (await array.replicationSessions.list().first())?.id ?? '';
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
  await mkdir(join(folder, 'bin'));
  const commands = { npx: shim, 'powerstore-contract': shim, 'powerstore-mock': shim, curl };
  for (const [name, program] of Object.entries(commands)) {
    await writeFile(join(folder, 'bin', name), program);
    await chmod(join(folder, 'bin', name), 0o755);
  }
  await writeFile(join(folder, 'array-a.pem'), ca);
  await writeFile(join(folder, 'array-b.pem'), sim.b.certificate ?? '');
  for (const name of ['.powerstore-password', '.powerstore-password-b'])
    await writeFile(join(folder, name), password, { mode: 0o600 });
  await writeFile(join(folder, 'add-finding.cjs'), addFinding);
  const [, drill = ''] = /^```yaml\n(.*?)^```$/ms.exec(textOf('packages/mock-server/README.md')) ?? [];
  await writeFile(join(folder, 'drill.yaml'), drill);
});

afterAll(async () => {
  await sim.close();
  await rm(folder, { recursive: true });
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs commands until one fails. */
const shell = (script: string): Promise<Ended> =>
  new Promise((resolve) => {
    const env = {
      PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      HOME: folder,
      POWERSTORE_REQUESTS_PER_SECOND: '100',
      NO_COLOR: '1',
    };
    const end = (error: ExecFileException | null, out: string, err: string): void =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    execFile('bash', ['--norc', '-eo', 'pipefail', '-c', script], { cwd: folder, env, maxBuffer: 2 ** 26 }, end);
  });

/** The commands of each block of a page that run here. */
const scriptsOf = (page: string): string[] =>
  blocksOf(page)
    .map((block) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((lines) => lines.filter((line) => !elsewhere.test(line)).join('\n'))
    .filter((script) => /^[^#\n]/m.test(script));

/** A block as a test: its first command is the title, and it has the variables of the blocks before it. */
const blocks = (page: string): [title: string, script: string][] =>
  scriptsOf(page).map((script, index, all) => [
    /^(?!export )[^#\n]+/m.exec(script)?.[0].trim() ?? 'variables',
    [...all.slice(0, index).flatMap((before) => before.match(/^(export |\w+=\S+$).*/gm) ?? []), script].join('\n'),
  ]);

it('every page with commands is known here', () => {
  const withCommands = pages.filter((page) => scriptsOf(page).length > 0);
  expect(withCommands.toSorted()).toEqual(runHere.toSorted());
});

// The last block goes on with `npm run contract`, which CI runs.
it.each(blocks('README.md'))('README.md: %s', async (_title, script) => {
  expect((await shell(script)).code).toBe(0);
});

describe('packages/mock-server/README.md', () => {
  let mock: MockServer;
  beforeAll(async () => {
    mock = await createMockServer({ tls: true });
  });
  afterAll(() => mock.close());

  /** What the comments beside the commands say, by a part of the block. */
  const outputs: [part: string, output: RegExp][] = [
    ['--scenario', /link cut[^]*link cut[^]*link cut/],
    [
      'curl',
      /"remote_system":\{"name":[^]*"size":\d+[^]*206 Partial Content[^]*[Cc]ontent-[Rr]ange: 0-1\/\d+[^]*"messages"[^]*"messages"/,
    ],
    ['', /Ctrl-C stops it/],
  ];

  it.each(blocks('packages/mock-server/README.md'))('%s', async (_title, printed) => {
    const script = printed.replaceAll('https://127.0.0.1:8443', mock.url).replaceAll('--port 8443', '--port 0');
    const { code, out, err } = await shell(script);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [, output] = outputs.find(([part]) => printed.includes(part)) ?? [];
    expect(out).toMatch(output ?? /^$/);
  });
});

describe('packages/contract-tests/README.md', () => {
  it.each(blocks('packages/contract-tests/README.md'))('%s', async (_title, printed) => {
    const script = printed
      .replaceAll('https://array-a.example.com', sim.a.url)
      .replaceAll('https://array-b.example.com', sim.b.url)
      // A run that changes sessions takes long: only its plan is made here, and tests of the suite run it.
      .replaceAll(/--sessions \S+/g, `--sessions ${session} --dry-run`)
      // The simulator has nothing to accept.
      .replace(/^(?=npx powerstore-contract baseline )/m, 'npx add-finding.cjs report.json\n');
    const { code, out, err } = await shell(script);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    // Each run that is more than a plan says what it has found.
    const runs = script.match(/^npx powerstore-contract(?! \w).*$/gm)?.filter((line) => !line.includes('--dry-run'));
    expect(out.match(/^Conforms to the contract\.$/gm)?.length ?? 0).toBe(runs?.length ?? 0);
  });

  it('write the files that they name', async () => {
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining(['after.json', 'arrays.json', 'before.json', 'change.md', 'report.html', 'report.json']),
    );
  });
});
