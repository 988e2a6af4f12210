// Every row of the state table that a release has is reached on it, and it conforms.
import { expect, it } from 'vitest';
import { runContract } from '../src/index.js';

// The release of today is run by the command line, in embedded.test.ts.
it.each(['1.0', '2.0', '3.0', '4.0'])(
  'the simulator conforms as release %s, and reaches what that has',
  async (release) => {
    const report = await runContract({ release, fast: true, print: () => undefined, tell: () => undefined });
    const errors = report?.findings.filter(({ severity }) => severity === 'error');
    expect(errors?.map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
    expect(report?.summary.verdict).toBe('conforms');
    const missed = report?.coverage.filter(
      ({ item, attainable, by }) => item.startsWith('transition') && attainable && by.length === 0,
    );
    expect(missed).toEqual([]);
  },
);
