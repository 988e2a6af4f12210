import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** What a compiler says of the fixture, and how it ended. */
const compile = (name: string, ...args: string[]): Promise<{ code: unknown; output: string }> =>
  new Promise((resolve) => {
    const tsc = `${folder}node_modules/${name}/bin/tsc`;
    execFile(process.execPath, [tsc, ...args], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, output: stdout + stderr });
    });
  });

test.each(['typescript-5.9', 'typescript-6.0', 'typescript-7.0'])('%s understands the types', async (name) => {
  const version = name.split('-')[1];
  const { version: installed } = JSON.parse(readFileSync(`${folder}node_modules/${name}/package.json`, 'utf8')) as {
    version: string;
  };
  expect(installed.split('.').slice(0, 2).join('.')).toBe(version);

  expect(await compile(name, '-p', 'fixture')).toEqual({ code: 0, output: '' });
});
