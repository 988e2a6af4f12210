import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { complaints } from './compile.ts';

const root = new URL('../../../', import.meta.url);

/** What is in `docs` of a package and was written, not generated. */
const written = (folder: string): string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`)
    .filter((page) => !readFileSync(new URL(page, root), 'utf8').includes('\nGenerated from '));

const pages = [
  'README.md',
  'packages/types/README.md',
  'packages/client/README.md',
  'packages/mock-server/README.md',
  'packages/contract-tests/README.md',
  ...['client', 'types'].flatMap((name) => written(`packages/${name}/docs/`)),
];

/** The fenced `ts` blocks of a page. */
function examplesOf(page: string): string[] {
  const text = readFileSync(new URL(page, root), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? '');
}

it.each(pages)('the examples of %s compile', (page) => {
  const examples = examplesOf(page);
  expect(examples.length).toBeGreaterThan(0);
  expect(complaints(examples)).toEqual([]);
});

it('finds a mistake in an example', () => {
  const mistake = `await array.replicationSessions.failover(id, { planned: true });`;
  expect(complaints([mistake])).toEqual([expect.stringContaining("'planned' does not exist in type")]);
});

it('reads the pages that were written, and not those that follow from the contract', () => {
  expect(pages).toContain('packages/client/docs/runbooks.md');
  expect(pages.filter((page) => page.startsWith('packages/types/docs/'))).toEqual([]);
});
