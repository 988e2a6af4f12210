import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { powerstoreSpec, type Run } from './helpers/command-line.ts';
import { copyContract, temporaryFolder } from './helpers/contract-copy.ts';

const generated = [
  'contract.json',
  'docs/assumptions.md',
  'docs/errors.md',
  'docs/replication_session.md',
  'docs/simulated.md',
  'openapi.json',
  'src/generated/assumptions.ts',
  'src/generated/attributes.ts',
  'src/generated/contract-release.ts',
  'src/generated/enums.ts',
  'src/generated/error-codes.ts',
  'src/generated/files.ts',
  'src/generated/lifecycle-sources.ts',
  'src/generated/lifecycle.ts',
  'src/generated/literals.ts',
  'src/generated/openapi.ts',
  'src/generated/operations.ts',
  'src/generated/resource-types.ts',
  'src/generated/sources.ts',
  'src/generated/write-conditions.ts',
];

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

    expect(written).toEqual({ exitCode: 0, output: expect.stringContaining('wrote 20 files') });
    expect(await filesIn(join(folder, 'package'))).toEqual(generated);
    expect(fresh).toEqual({ exitCode: 0, output: expect.stringContaining('20 generated files are fresh') });
  });

  it('finds every file missing in an empty folder, and writes none', async () => {
    const empty = await temporaryFolder();

    const { exitCode, output } = await powerstoreSpec(empty, 'generate', '.', '--check');

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

    const changed = [
      'contract.json',
      'openapi.json',
      'src/generated/enums.ts',
      'src/generated/literals.ts',
      'src/generated/openapi.ts',
    ];
    expect(checked.exitCode).toBe(1);
    expect(generated.filter((file) => checked.output.includes(`  package/${file}\n`))).toEqual([...changed, edited]);
    expect(checked.output).toContain('Run `npm run generate` and commit the changes.');
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

    const { exitCode, output } = await powerstoreSpec(empty, '--spec', copy.entry, 'generate', '.');

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
