// The README of this package agrees with the command line and the rules.
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { powerstoreSpec } from './helpers/command-line.ts';
import { copyContract } from './helpers/contract-copy.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

/** Hides line numbers, which move with every change of the contract. */
const withoutLines = (text: string): string => text.replaceAll(/\d+(?=:\d+ at | \|)/g, 'N').trim();

it('shows a message as lint prints it', async () => {
  await using copy = await copyContract();
  const safety = { after: 'operationId: replication_session_sync\n', text: 'x-safety: non-disruptive' };
  await copy.replace(safety, 'x-safety: harmless');

  const { output } = await powerstoreSpec(copy.folder, '--spec', 'powerstore.yaml', 'lint');

  const shown = /```text\n(.+?)```/s.exec(readme)?.[1] ?? '';
  expect(withoutLines(shown)).toMatch(/^\[1] powerstore\.yaml:N:17 at .+ rule\.$/s);
  expect(withoutLines(output.replace(/1 problem in .*/, ''))).toBe(withoutLines(shown));
});

it('lists every rule of the project', async () => {
  const files = await readdir(new URL('../src/rules', import.meta.url));
  const rules = files.filter((name) => name !== 'index.ts').map((name) => name.replace(/\.ts$/, ''));
  const listed = [...readme.matchAll(/^\| `powerstore\/([\w-]+)` +\|/gm)].map(([, rule]) => rule);
  expect(rules.length).toBeGreaterThan(8);
  expect(listed.toSorted()).toEqual(rules.toSorted());
});

it.for([...readme.matchAll(/^powerstore-spec ([^#\n]+)/gm)].map(([, words]) => words?.trim().split(' ') ?? []))(
  'shows the command %j, which the command line has',
  async ([command = '', ...rest]) => {
    const { exitCode, output } = await powerstoreSpec('.', command, '--help');

    expect(exitCode).toBe(0);
    expect(output).toContain(`Usage: powerstore-spec ${command} `);
    for (const option of rest.filter((word) => word.startsWith('--'))) expect(output).toContain(`  ${option} `);
  },
);
