import { beforeAll, expect, it } from 'vitest';
import { examples, exports } from './client-api.ts';
import { complaints } from './compile.ts';
import { exampleModule } from './example-module.ts';
import { examplesOf, pages } from './pages.ts';

const ofClient = 'the client';
const wrong = 'somebody who errs';

/** Whose examples → their code. */
const sources: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(pages.map((page) => [page, examplesOf(page)])),
  [ofClient]: examples.map(([, code]) => {
    const { imports, body } = exampleModule(code, exports);
    return `${imports}\n${body}`;
  }),
  [wrong]: [`await array.replicationSessions.failover(id, { planned: true });`],
};

/** Whose examples → what the compiler says of them, which reads all of them at once. */
const said: Record<string, string[]> = {};

beforeAll(async () => {
  const all = Object.entries(sources).flatMap(([name, codes]) => codes.map((code) => ({ name, code })));
  const found = await complaints(all.map(({ code }) => code));
  for (const [index, { name }] of all.entries()) (said[name] ??= []).push(...(found[index] ?? []));
});

it.each([...pages, ofClient])('the examples of %s compile', (name) => {
  expect(sources[name]?.length).toBeGreaterThan(0);
  expect(said[name]).toEqual([]);
});

it('finds a mistake in an example', () => {
  expect(said[wrong]).toEqual([expect.stringContaining("'planned' does not exist in type")]);
});

it('reads the pages that were written, and not those that follow from the contract', () => {
  expect(pages).toContain('packages/client/docs/runbooks.md');
  expect(pages.filter((page) => page.startsWith('packages/types/docs/'))).toEqual([]);
});
