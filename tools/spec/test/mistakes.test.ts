// A mistake of the user ends with exit code 2 and a message that says what happened, why, and what to do next.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { powerstoreSpec, type Run } from './helpers/command-line.ts';
import { copyContract, temporaryFolder } from './helpers/contract-copy.ts';

const commands = [['lint'], ['bundle', 'out.json'], ['generate', 'package'], ['generate', '.', '--check']];

/** The whole output, which has no room for a stack trace. */
const message = (text: string): Run => ({ exitCode: 2, output: `${text}\n` });

const remedy = 'Name the entry document of the contract with --spec, such as spec/powerstore.yaml.';

describe.for(commands)('powerstore-spec %j', (command) => {
  it('names an entry document that is missing', async () => {
    const folder = await temporaryFolder();

    expect(await powerstoreSpec(folder, '--spec', 'powerstor.yaml', ...command)).toEqual(
      message(`powerstor.yaml cannot be read: there is no such file. ${remedy}`),
    );
  });

  it('names an entry document that is a folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'spec'));

    expect(await powerstoreSpec(folder, '--spec', 'spec', ...command)).toEqual(
      message(`spec cannot be read: it is a folder. ${remedy}`),
    );
  });

  it.for(['', 'openapi\n', '- openapi: 3.1.0\n', 'openapi: 3.0.3\n', 'openapi: 3.1\n', 'swagger: "2.0"\n'])(
    'names an entry document that is not OpenAPI 3.1: %j',
    async (text) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'other.yaml'), text);

      expect(await powerstoreSpec(folder, '--spec', 'other.yaml', ...command)).toEqual(
        message(`other.yaml is not an OpenAPI 3.1 document: it does not say openapi: 3.1.x. ${remedy}`),
      );
    },
  );

  it('names the place where the entry document is not YAML', async () => {
    await using copy = await copyContract();
    const tags = { after: 'operationId: replication_session_sync\n', text: 'tags: [replication_session]' };
    await copy.replace(tags, 'tags: [replication_session');
    const line = await copy.lineOf({ ...tags, text: 'summary: ' });

    const { exitCode, output } = await powerstoreSpec(copy.folder, '--spec', 'powerstore.yaml', ...command);

    expect(output).toMatch(new RegExp(`^powerstore\\.yaml:${line}:\\d+: this is not valid YAML: .+\\n$`));
    expect(output).toContain('Correct it at or just above this line, then run the command again.');
    expect(exitCode).toBe(2);
  });

  it('names the place where a referenced file is not YAML', async () => {
    await using copy = await copyContract();
    const place = { file: 'sections/job.yaml', after: '    JobPhaseEnum:\n', text: '      type: string\n' };
    await copy.replace(place, '      type: string\n      type: string\n');
    const line = (await copy.lineOf(place)) + 1;

    expect(await powerstoreSpec(copy.folder, '--spec', 'powerstore.yaml', ...command)).toEqual({
      exitCode: 2,
      output: expect.stringMatching(
        new RegExp(`^sections/job\\.yaml:${line}:\\d+: this is not valid YAML: duplicated mapping key\\. .+\\n$`),
      ),
    });
  });
});

describe('powerstore-spec bundle', () => {
  it('names the first reference that leads nowhere', async () => {
    await using copy = await copyContract();
    const place = { text: "'#/components/responses/bad_request'" };
    const line = await copy.lineOf(place);
    await copy.replace(place, "'#/components/responses/bad'");

    expect(await powerstoreSpec(copy.folder, '--spec', 'powerstore.yaml', 'bundle', 'out.json')).toEqual({
      exitCode: 2,
      output: expect.stringMatching(
        new RegExp(
          `^powerstore\\.yaml:${line}:\\d+: Can't resolve \\$ref\\. Run .powerstore-spec lint. to see every problem\\.\\n$`,
        ),
      ),
    });
  });

  it.for([
    ['file.txt/out.json', 'a part of its path is a file, not a folder'],
    ['folder', 'it is a folder'],
  ] as const)('cannot write %s', async ([output, reason]) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'folder'));
    await writeFile(join(folder, 'file.txt'), '');

    expect(await powerstoreSpec(folder, 'bundle', output)).toEqual(
      message(`${output} cannot be written: ${reason}. Name another place to write to.`),
    );
  });
});

describe('powerstore-spec generate', () => {
  it('cannot write into a file', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'package'), '');

    expect(await powerstoreSpec(folder, 'generate', 'package')).toEqual(
      message(
        'package/openapi.json cannot be written: a part of its path is a file, not a folder. Name another place to write to.',
      ),
    );
  });

  it.for(['missing', 'file.txt'])('cannot check %s', async (name) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file.txt'), '');

    expect(await powerstoreSpec(folder, 'generate', name, '--check')).toEqual(
      message(`${name} is not a folder. Name the folder of the package, such as packages/types.`),
    );
  });

  it('cannot check a folder in the place of a generated file', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'openapi.json'));

    expect(await powerstoreSpec(folder, 'generate', '.', '--check')).toEqual(
      message('openapi.json cannot be read: it is a folder. Remove it, then run `npm run generate`.'),
    );
  });

  it('needs no folder of sections', async () => {
    await using copy = await copyContract();
    const other = await temporaryFolder();
    const bundled = await powerstoreSpec(other, '--spec', copy.entry, 'bundle', 'contract.json');
    await rm(join(copy.folder, 'sections'), { recursive: true });

    const generated = await powerstoreSpec(other, '--spec', 'contract.json', 'generate', 'package');

    expect([bundled.exitCode, generated]).toEqual([0, { exitCode: 0, output: 'wrote 20 files\n' }]);
  });
});
