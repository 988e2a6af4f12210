import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { powerstoreSpec, powerstoreSpecProcess, type Run } from './command-line.ts';
import { copyContract, temporaryFolder } from './contract-copy.ts';

const generated = [
  'docs/assumptions.md',
  'docs/replication_session.md',
  'docs/simulated.md',
  'openapi.json',
  'src/generated/attributes.ts',
  'src/generated/enums.ts',
  'src/generated/files.ts',
  'src/generated/lifecycle.ts',
  'src/generated/literals.ts',
  'src/generated/openapi.ts',
  'src/generated/operations.ts',
  'src/generated/resource-types.ts',
  'src/generated/sources.ts',
];

describe('powerstore-spec', () => {
  it('lists its commands', async () => {
    const { exitCode, output } = await powerstoreSpec('.', '--help');

    expect(exitCode).toBe(0);
    for (const command of [
      /^ {2}lint {2,}\S/m,
      /^ {2}bundle <output> {2,}\S/m,
      /^ {2}generate \[options\] \[package\] {2,}\S/m,
    ]) {
      expect(output).toMatch(command);
    }
  });

  it.for([
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['bundle'], "missing required argument 'output'"],
  ] as const)('refuses %j and shows its help', async ([args, complaint]) => {
    const { exitCode, output } = await powerstoreSpec('.', ...args);

    expect(exitCode).toBe(1);
    expect(output).toContain(complaint);
    expect(output).toContain('Usage: powerstore-spec');
  });

  it('ends as a process with what it says', async () => {
    const { exitCode, output } = await powerstoreSpecProcess('.', 'frobnicate');

    expect(exitCode).toBe(1);
    expect(output).toContain("unknown command 'frobnicate'");
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

  it('says where the YAML ends being YAML', async () => {
    await using copy = await copyContract();
    const tags = { after: 'operationId: replication_session_sync\n', text: 'tags: [replication_session]' };
    await copy.replace(tags, 'tags: [replication_session');
    const line = await copy.lineOf({ ...tags, text: 'summary: ' });

    const { exitCode, output } = await powerstoreSpec(copy.folder, '--spec', 'powerstore.yaml', 'lint');

    expect(exitCode).toBe(1);
    expect(output).toMatch(new RegExp(`powerstore\\.yaml.*\\(${line}:`));
    expect(output, 'no stack trace').not.toMatch(/^\s+at /m);
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

describe('powerstore-spec generate', () => {
  let folder: string;
  let written: Run;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'powerstore-spec-'));
    written = await powerstoreSpec(folder, 'generate', 'package');
    return () => rm(folder, { recursive: true });
  });

  it('writes what --check finds fresh', async () => {
    const fresh = await powerstoreSpec(folder, 'generate', 'package', '--check');

    expect(written).toEqual({ exitCode: 0, output: expect.stringContaining('wrote 13 files') });
    expect(await filesIn(join(folder, 'package'))).toEqual(generated);
    expect(fresh).toEqual({ exitCode: 0, output: expect.stringContaining('13 generated files are fresh') });
  });

  it('finds every file missing in an empty folder, and writes none', async () => {
    const empty = await temporaryFolder();

    const { exitCode, output } = await powerstoreSpec(empty, 'generate', '--check');

    expect(exitCode).toBe(1);
    expect(generated.filter((file) => output.includes(`  ${file}\n`))).toEqual(generated);
    expect(await readdir(empty)).toEqual([]);
  });

  it('names what was edited by hand and what the contract has changed, and writes both anew', async () => {
    await using copy = await copyContract();
    const home = await temporaryFolder();
    await cp(join(folder, 'package'), join(home, 'package'), { recursive: true });
    const read = (name: string): Promise<string> => readFile(join(home, 'package', name), 'utf8');
    const generate = (...words: string[]) =>
      powerstoreSpec(home, '--spec', copy.entry, 'generate', 'package', ...words);
    const edited = 'src/generated/operations.ts';
    const before = await read(edited);
    const byHand = before.replace('"disruptive"', '"read"');
    await writeFile(join(home, 'package', edited), byHand);
    const witness = '    ReplicationSessionWitnessStateEnum:\n';
    await copy.replace({ after: witness, text: '- Disengaged\n' }, '- Detached\n');
    await copy.replace({ after: witness, text: 'Disengaged: Disengaged\n' }, 'Detached: Detached\n');

    const checked = await generate('--check');

    const changed = ['openapi.json', 'src/generated/enums.ts', 'src/generated/literals.ts', 'src/generated/openapi.ts'];
    expect(checked.exitCode).toBe(1);
    expect(generated.filter((file) => checked.output.includes(`  package/${file}\n`))).toEqual([...changed, edited]);
    expect(checked.output).toContain('Run `npm run generate` and commit what it changes.');
    expect(await read(edited), '--check writes nothing').toBe(byHand);

    const { exitCode } = await generate();

    expect(exitCode).toBe(0);
    expect(await read(edited)).toBe(before);
    for (const file of changed) {
      const text = await read(file);
      expect(text, `in ${file}`).toContain('"Detached"');
      expect(text, `in ${file}`).not.toContain('Disengaged');
    }
    const enums = await read('src/generated/enums.ts');
    expect(enums).toMatch(/replicationSessionWitnessStateValues = \[\s+"Initializing",\s+"Detached",\s+"Engaged",/);
    const types = await read('src/generated/openapi.ts');
    expect(types).toMatch(/ReplicationSessionWitnessStateEnum: "Initializing" \| "Detached" \| "Engaged" \|/);
  });

  it('writes nothing from a contract with a problem', async () => {
    await using copy = await copyContract();
    const empty = await temporaryFolder();
    const safety = { after: 'operationId: replication_session_sync\n', text: 'x-safety: non-disruptive' };
    await copy.replace(safety, 'x-safety: none');

    const { exitCode, output } = await powerstoreSpec(empty, '--spec', copy.entry, 'generate');

    expect(exitCode).toBe(1);
    expect(output).toContain('x-safety has to be one of');
    expect(output).toMatch(/^1 problem in /m);
    expect(await readdir(empty)).toEqual([]);
  });
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}
