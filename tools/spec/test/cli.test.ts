import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { powerstoreSpec, powerstoreSpecProcess } from './helpers/command-line.ts';
import { copyContract, temporaryFolder } from './helpers/contract-copy.ts';

describe('powerstore-spec', () => {
  it('lists its commands', async () => {
    const { exitCode, output } = await powerstoreSpec('.', '--help');

    expect(exitCode).toBe(0);
    for (const command of [
      /^ {2}lint {2,}\S/m,
      /^ {2}bundle <output> {2,}\S/m,
      /^ {2}generate \[options\] <package> {2,}\S/m,
    ]) {
      expect(output).toMatch(command);
    }
  });

  it.for([
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['bundle'], "missing required argument 'output'"],
    [['generate'], "missing required argument 'package'"],
    [['lint', 'spec'], "too many arguments for 'lint'"],
    [['--spec'], "option '--spec <file>' argument missing"],
    [['lnt'], "unknown command 'lnt'\n(Did you mean lint?)"],
    [['generat', '--check'], "unknown command 'generat'\n(Did you mean generate?)"],
    [['generate', '--chekc'], "unknown option '--chekc'\n(Did you mean --check?)"],
    [['--sepc', 'spec/powerstore.yaml', 'lint'], "unknown option '--sepc'\n(Did you mean --spec?)"],
    [['lint', '--verison'], "unknown option '--verison'\n(Did you mean --version?)"],
    [[], 'Commands:'],
  ] as const)('refuses %j and shows its help', async ([args, complaint]) => {
    const { exitCode, output } = await powerstoreSpec('.', ...args);

    expect(exitCode).toBe(2);
    expect(output).toContain(complaint);
    expect(output).toContain('Usage: powerstore-spec');
  });

  it('ends as a process with what it says', async () => {
    const { exitCode, output } = await powerstoreSpecProcess('.', 'frobnicate');

    expect(exitCode).toBe(2);
    expect(output).toContain("unknown command 'frobnicate'");
  });

  it('ends without an error when the reader of its output closes the pipe', async () => {
    const bin = fileURLToPath(new URL('../bin/powerstore-spec.mjs', import.meta.url));
    const child = spawn(process.execPath, [bin, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));

    const [exitCode] = await once(child, 'close');

    expect([exitCode, complaints]).toEqual([0, '']);
  });

  it.for(
    [[], ['lint'], ['bundle'], ['generate']].flatMap((command) => [
      [...command, '--version'],
      [...command, '-V'],
    ]),
  )('prints its own version for %j', async (words) => {
    const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

    expect(await powerstoreSpec('.', ...words)).toEqual({ exitCode: 0, output: `${version}\n` });
  });

  it.for([[], ['lint'], ['bundle'], ['generate']])('explains %j without a path of this machine', async (command) => {
    const { exitCode, output } = await powerstoreSpec('.', ...command, '--help');

    expect(exitCode).toBe(0);
    expect(output).toMatch(/^Exit codes: 0 .*2 could not run\.$/m);
    expect(output).toMatch(/--spec <file> .*\(default:\s+spec\/powerstore\.yaml\s+of this repository\)/s);
    expect(output).not.toContain(fileURLToPath(new URL('../../..', import.meta.url)));
  });
});

describe('powerstore-spec lint', () => {
  it('passes the contract', async () => {
    const { exitCode, output } = await powerstoreSpec('.', 'lint');

    expect(output).toContain('spec/powerstore.yaml: no problem found');
    expect(exitCode).toBe(0);
  });

  it('names file, line and remedy of each problem, in whatever file it is', async () => {
    await using copy = await copyContract();
    const safety = { after: 'operationId: replication_session_sync\n', text: 'x-safety: non-disruptive' };
    const line = await copy.lineOf(safety);
    await copy.replace(safety, 'x-safety: harmless');
    const place = { file: 'sections/job.yaml', after: '    JobPhaseEnum:\n', text: '        Skipped: Skipped\n' };
    await copy.replace(place, '');
    const lineOfJob = await copy.lineOf({ ...place, text: '- Skipped\n' });

    const { exitCode, output } = await powerstoreSpec(copy.folder, '--spec', 'powerstore.yaml', 'lint');

    expect(exitCode).toBe(1);
    expect(output).toContain(` powerstore.yaml:${line}:`);
    expect(output).toContain('x-safety has to be one of read-only, non-disruptive, disruptive');
    expect(output).toContain(` sections/job.yaml:${lineOfJob}:`);
    expect(output).toContain('2 problems in powerstore.yaml');
    expect(output).not.toContain('no problem found');
  });
});

describe('powerstore-spec bundle', () => {
  it('writes one document without references to elsewhere', async () => {
    const folder = await temporaryFolder();

    const { exitCode, output } = await powerstoreSpec(folder, 'bundle', 'deep/out.json');

    expect(output).toContain('wrote deep/out.json');
    expect(exitCode).toBe(0);
    const text = await readFile(join(folder, 'deep/out.json'), 'utf8');
    expect(JSON.parse(text)).toHaveProperty(['paths', '/job/{id}', 'get', 'operationId'], 'job_instance_query');
    const references = [...text.matchAll(/"\$ref": "([^"]*)"/g)].map(([, reference]) => reference);
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((reference) => !reference?.startsWith('#/components/'))).toEqual([]);
  });
});
