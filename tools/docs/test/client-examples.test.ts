import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { examples, exports, programs, symbols } from './client-api.ts';
import { exampleModule } from './example-module.ts';
import { preparations } from './preparations.ts';
import { createStage, type Stage } from './run-example.ts';

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
