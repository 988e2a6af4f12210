// A misspelt limit must not be taken for none.
import { createSimulator } from '@powerstore-api/mock-server';
import { describe, expect, it } from 'vitest';
import { type Check, defineCheck, type RunOptions, runContract } from '../src/index.js';
import { contractSuite, type ContractSuiteOptions } from '../src/run/vitest/contract-suite.js';

const array = { url: 'https://array-a.invalid', username: 'monitor', password: 'hunter2' };
const arrays = { a: array };
const check: Check = { id: 'ours.one', title: 'ours', run: async () => undefined };

type Case = [title: string, options: object, problem: string];

const ofBoth: Case[] = [
  ['a misspelt option', { arrays, pase: {} }, 'pase is not known. Did you mean pace?'],
  [
    'a misspelt option of an array',
    { arrays: { a: { ...array, tmeout: 1 } } },
    'arrays.a.tmeout is not known. Did you mean timeout?',
  ],
  [
    'a password that is no text',
    { arrays: { a: { ...array, password: 12_345 } } },
    'arrays.a.password must be a text, not this value.',
  ],
  ['a third array', { arrays: { a: array, c: array } }, 'arrays.c is not known. Known are a, b.'],
  [
    'a mode that is none',
    { arrays, permit: { mode: 'disruptve', sessions: [] } },
    "permit.mode must be read-only or non-disruptive or disruptive, not 'disruptve'. Did you mean disruptive?",
  ],
  ['a permit without sessions', { arrays, permit: { mode: 'disruptive' } }, 'permit.sessions is missing.'],
  [
    'a permit for all sessions',
    { arrays, permit: { mode: 'disruptive', sessions: 'all' } },
    'permit.sessions must be a list, not a text.',
  ],
  [
    'a rate that is none',
    { arrays, pace: { requestsPerSecond: 0 } },
    'pace.requestsPerSecond must be a number above 0, not 0.',
  ],
  [
    'a misspelt rate',
    { arrays, pace: { requestPerSecond: 1 } },
    'pace.requestPerSecond is not known. Did you mean requestsPerSecond?',
  ],
  ['half a row', { arrays, pace: { rows: 0.5 } }, 'pace.rows must be a whole number of 1 or more, not 0.5.'],
  [
    'a misspelt field of a check',
    { arrays, checks: [{ ...check, saftey: 'disruptive' }] },
    'checks.0.saftey is not known. Did you mean safety?',
  ],
];

describe('runContract refuses', () => {
  it.each<Case>([
    ...ofBoth,
    ['what is for the other entry', { arrays, releases: { a: '4.0' } }, 'releases is not known. Did you mean release?'],
    ['a budget that is a text', { arrays, budget: '10m' }, "budget must be a number above 0, not '10m'."],
    ['a report of no kind', { arrays, reports: { pdf: 'x' } }, 'reports.pdf is not known. Known are '],
    ['a signal that is none', { arrays, signal: 1000 }, 'signal must be an AbortSignal, not 1000.'],
  ])('%s', async (_title, options, problem) => {
    await expect(runContract(options as RunOptions)).rejects.toThrow(`runContract: ${problem}`);
  });

  it('before it sends anything', async () => {
    const asked: string[] = [];
    await using sim = await createSimulator({
      fast: true,
      clock: 'manual',
      onRequest: ({ target }) => asked.push(target),
    });
    const { url, username, password } = sim.a;
    const options = { arrays: { a: { url, username, password } }, permit: { mod: 'disruptive', sessions: [] } };
    await expect(runContract(options as never)).rejects.toThrow(
      'runContract: permit.mode is missing. permit.mod is not known.',
    );
    expect(asked).toEqual([]);
  });
});

it.each<Case>([
  ...ofBoth.map(([title, options, problem]): Case => [title, { releases: { a: '4.0' }, ...options }, problem]),
  ['no release', { arrays }, 'releases is missing.'],
])('contractSuite refuses %s', (_title, options, problem) => {
  expect(() => contractSuite(options as ContractSuiteOptions)).toThrow(`contractSuite: ${problem}`);
});

it('defineCheck refuses a misspelt field', () => {
  expect(() => defineCheck({ ...check, need: 'pair' } as Check)).toThrow(
    'defineCheck: need is not known. Did you mean needs?',
  );
  expect(() => defineCheck({ ...check, safety: 'disruptve' } as never)).toThrow(
    'defineCheck: safety must be read-only or',
  );
});
