import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type TypeScript from 'typescript-5.9';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** The version of a compiler that is installed here. */
const installed = (name: string): string =>
  (JSON.parse(readFileSync(`${folder}node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;

test.each(['5.9', '6.0'])('TypeScript %s understands the types', async (version) => {
  const name = `typescript-${version}`;
  expect(installed(name)).toMatch(new RegExp(`^${version}\\.`));
  const { default: ts }: { default: typeof TypeScript } = await import(name);
  const { config } = ts.readConfigFile(`${folder}fixture/tsconfig.json`, ts.sys.readFile) as { config: object };
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, `${folder}fixture`);
  const program = ts.createProgram(fileNames, options);
  // The fixture, the client and what it is made of. All that others declare is what 7.0 checks: here it would take longer
  // than the rest.
  const files = program
    .getSourceFiles()
    .filter(({ fileName }) => !/\/node_modules\/(@types|typescript)\//.test(fileName));
  const names = files.map(({ fileName }) => fileName.replace(/^.*\/(?=(client|types)\/dist\/|fixture\/|undici\/)/, ''));

  const found = [errors, program.getOptionsDiagnostics(), program.getGlobalDiagnostics()].concat(
    files.map((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  );

  expect(names).toEqual(
    expect.arrayContaining([
      'fixture/queries.ts',
      'client/dist/node/index.d.ts',
      'types/dist/index.d.ts',
      'undici/index.d.ts',
    ]),
  );
  expect(found.flat().map((it) => ts.formatDiagnostic(it, ts.createCompilerHost(options)))).toEqual([]);
});

// A program, and no library.
test('TypeScript 7.0 understands the types', async () => {
  expect(installed('typescript-7.0')).toMatch(/^7\.0\./);
  const output = await new Promise((resolve) => {
    const tsc = `${folder}node_modules/typescript-7.0/bin/tsc`;
    execFile(process.execPath, [tsc, '-p', 'fixture'], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, output: stdout + stderr });
    });
  });
  expect(output).toEqual({ code: 0, output: '' });
});
