import { expect, it } from 'vitest';
import { complaints } from './compile.ts';
import { examplesOf, pages } from './pages.ts';

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
