// A misspelt limit must not be taken for none.
import { createSimulator } from '@powerstore-api/mock-server';
import { describe, expect, it } from 'vitest';
import { type Check, defineCheck, type RunOptions, runContract } from '../src/index.js';
import { contractSuite, type ContractSuiteOptions } from '../src/run/vitest/contract-suite.js';

const array = { url: 'https://array-a.invalid', username: 'monitor', password: 'hunter2' };
const arrays = { a: array };
const check: Check = { id: 'ours.one', title: 'ours', run: async () => undefined };

const kind = { severity: 'error', title: 'one', cause: 'one', remedy: 'one' };

type Case = [title: string, options: object, problem: string | RegExp];

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
    'pace.requestsPerSecond must be a number of 0.01 or more, not 0.',
  ],
  [
    'a misspelt rate',
    { arrays, pace: { requestPerSecond: 1 } },
    'pace.requestPerSecond is not known. Did you mean requestsPerSecond?',
  ],
  [
    'a rate that no timer can keep',
    { arrays, pace: { requestsPerSecond: 1e-9 } },
    'pace.requestsPerSecond must be a number of 0.01 or more, not 1e-9.',
  ],
  [
    'a password in an address',
    { arrays: { a: { ...array, url: 'https://monitor:hunter2@array-a.invalid' } } },
    'arrays.a.url: the address holds credentials, which have settings of their own. Write it as https://array-a.example.com.',
  ],
  [
    'the address of a page',
    { arrays: { a: { ...array, url: 'https://array-a.invalid/ui?x=1' } } },
    'arrays.a.url: the address has a path.',
  ],
  [
    'an address of another kind',
    { arrays: { a: { ...array, url: 'ftp://array-a.invalid' } } },
    'arrays.a.url: the address is not a URL.',
  ],
  ['no user', { arrays: { a: { ...array, username: '' } } }, 'arrays.a.username must not be empty.'],
  [
    'a user that a login cannot carry',
    { arrays: { a: { ...array, username: 'mon:itor' } } },
    "arrays.a.username must be without colons and control characters, which a login cannot carry, not 'mon:itor'.",
  ],
  ['no password', { arrays: { a: { ...array, password: '' } } }, 'arrays.a.password must not be empty.'],
  [
    'a time limit without end',
    { arrays: { a: { ...array, timeout: Infinity } } },
    'arrays.a.timeout must be a whole number of milliseconds from 1 to 3600000, not Infinity.',
  ],
  [
    'a session that is none',
    { arrays, permit: { mode: 'disruptive', sessions: ['..'] } },
    "permit.sessions.0 must be the id of a replication session, not '..'.",
  ],
  ['a check without a name', { arrays, checks: [{ ...check, id: '' }] }, 'checks.0.id must not be empty.'],
  [
    'a misspelt severity',
    { arrays, checks: [{ ...check, findings: { one: { ...kind, severity: 'eror' } } }] },
    "checks.0.findings.one.severity must be error or warning or note, not 'eror'. Did you mean error?",
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
    ['a seed with a blank', { arrays, seed: 'a b' }, 'seed: a seed has 1 to 64 letters'],
    ['a budget that is a text', { arrays, budget: '10m' }, "budget must be a number above 0, not '10m'."],
    ['a status line that is none', { arrays, statusLine: {} }, 'statusLine.show is missing.'],
    ['a report without a name', { arrays, reports: { html: '' } }, 'reports.html must not be empty.'],
    ['a report of no kind', { arrays, reports: { pdf: 'x' } }, 'reports.pdf is not known. Known are '],
    ['a signal that is none', { arrays, signal: 1000 }, 'signal must be an AbortSignal, not 1000.'],
  ])('%s', async (_title, options, problem) => {
    await expect(runContract(options as RunOptions)).rejects.toThrow(`runContract: ${String(problem)}`);
  });

  it.each<Case>([
    ['an option for the simulator', { arrays, release: '4.0' }, 'release is for a run without arrays. Leave one out.'],
    ['another', { arrays, fast: true }, 'fast is for a run without arrays. Leave one out.'],
    [
      'a release of the static mock',
      { embedded: 'static', release: '4.0' },
      'release is for the simulator, not for the',
    ],
    [
      'two reports in one file',
      { arrays, reports: { html: './x/../one', json: 'one' } },
      /^\/.*one is named twice, and one file would replace the other\. Name another file\.$/,
    ],
    [
      'a kind of finding that the suite has',
      { fast: true, dryRun: true, checks: [{ ...check, findings: { 'status.unexpected': kind } }] },
      'The suite has the kind of finding status.unexpected. Give the one of ours.one another id.',
    ],
  ])('%s, because it contradicts others', async (_title, options, problem) => {
    await expect(runContract(options as RunOptions)).rejects.toThrow(problem);
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
  expect(() => contractSuite(options as ContractSuiteOptions)).toThrow(`contractSuite: ${String(problem)}`);
});

it('defineCheck refuses a misspelt field', () => {
  expect(() => defineCheck({ ...check, need: 'pair' } as Check)).toThrow(
    'defineCheck: need is not known. Did you mean needs?',
  );
  expect(() => defineCheck({ ...check, safety: 'disruptve' } as never)).toThrow(
    'defineCheck: safety must be read-only or',
  );
});
