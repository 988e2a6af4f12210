import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { complaints } from './compile.ts';
import { exampleModule } from './example-module.ts';
import { examplesOf, pages } from './pages.ts';
import { preparations } from './preparations.ts';
import { publicApi } from './public-api.ts';
import { createStage, type Stage } from './run-example.ts';

const { symbols, exports } = publicApi('packages/client', {
  '@powerstore-api/client': 'src/index.ts',
  '@powerstore-api/client/node': 'src/node/index.ts',
});

/** Examples by what they are of, numbered where there are several. */
const numbered = (name: string, all: readonly string[]) =>
  all.map((code, index) => [all.length > 1 ? `${name} ${index + 1}` : name, code] as const);

const examples = symbols.flatMap(({ name, examples: all }) => numbered(name, all));

const programs = pages
  .filter((page) => page.startsWith('packages/client/docs/'))
  .flatMap((page) => numbered(basename(page), examplesOf(page)));

const namesOf = (found: typeof symbols): string[] => found.map(({ name }) => name);

it('finds what is public', () => {
  expect(namesOf(symbols)).toEqual(
    expect.arrayContaining(['connect', 'nodeFetch', 'can.pause', 'Pair.failback', 'Listing.toArray', 'Volume']),
  );
});

it('is described, all of it', () => {
  expect(namesOf(symbols.filter(({ description }) => description === ''))).toEqual([]);
});

it('is shown by an example, all that is not from the contract', () => {
  expect(namesOf(symbols.filter(({ isOurs, examples: { length } }) => isOurs && length === 0))).toEqual([]);
});

it('has examples that compile', () => {
  const modules = examples.map(([, code]) => exampleModule(code, exports));
  expect(complaints(modules.map(({ imports, body }) => `${imports}\n${body}`))).toEqual([]);
});

describe('with two arrays', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await createStage(exports);
    for (const method of ['log', 'error', 'debug'] as const) vi.spyOn(console, method).mockReturnValue();
  });

  afterAll(async () => {
    vi.restoreAllMocks();
    await stage[Symbol.asyncDispose]();
  });

  it.each([...examples, ...programs])('the example of %s runs', async (name, code) => {
    const { waits } = exampleModule(code, exports);
    expect(await stage.run(name, code)).toBeGreaterThanOrEqual(waits ? 1 : 0);
  });

  it('notices an example that fails, and one that asks nothing', async () => {
    await expect(stage.run('', `await array.volumes.get('name:nothing');`)).rejects.toThrow('There is no volume');
    expect(await stage.run('', 'await Promise.resolve(array);')).toBe(0);
  });

  it('prepares nothing that is not shown', () => {
    expect([...examples, ...programs].map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(preparations)));
  });
});
