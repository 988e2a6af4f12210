import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { complaints } from './compile.ts';

const readmes = [
  'README.md',
  'packages/types/README.md',
  'packages/client/README.md',
  'packages/mock-server/README.md',
  'packages/contract-tests/README.md',
];

/** The fenced `ts` blocks of a page. */
function examplesOf(page: string): string[] {
  const text = readFileSync(new URL(`../../../${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? '');
}

it.each(readmes)('the examples of %s compile', (page) => {
  const examples = examplesOf(page);
  expect(examples.length).toBeGreaterThan(0);
  expect(complaints(examples)).toEqual([]);
});

it('finds a mistake in an example', () => {
  const mistake = `await array.replicationSessions.failover(id, { planned: true });`;
  expect(complaints([mistake])).toEqual([expect.stringContaining("'planned' does not exist in type")]);
});
