// A run that is stopped while a check waits for something other than an answer.
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { defineCheck } from '../src/index.js';
import { connectTo } from '../src/array/http/connection.js';
import { Run } from '../src/run/run.js';
import { toTargets } from '../src/array/target/target.js';

const { a } = toTargets({ a: { url: 'http://127.0.0.1:9', username: 'monitor', password: 'x', timeout: 1 } });
const section = { group: 'ours', site: 'a', checks: [] } as const;
const check = defineCheck({ id: 'ours.waits', title: 'waits', run: () => Promise.resolve() });

it('gives up a check that does not end, and puts back', async () => {
  const run = new Run({ connections: { a: connectTo(a) }, releases: { a: '4.0.0.0' }, seed: 'one' });
  const stop = new AbortController();
  const stuck = run.carryOut({ ...check, run: () => new Promise(() => undefined) }, section, stop.signal);
  stop.abort();
  expect(await stuck).toMatchObject({ outcome: 'not-run', reason: 'interrupted', requests: 0 });
  expect(await run.putBack()).toEqual([]);
});

it('counts a check as passed that ends well all the same', async () => {
  const run = new Run({ connections: { a: connectTo(a) }, releases: { a: '4.0.0.0' }, seed: 'one' });
  const stop = new AbortController();
  const ending = run.carryOut(
    { ...check, run: async ({ signal = stop.signal }) => void (await once(signal, 'abort')) },
    section,
    stop.signal,
  );
  stop.abort('it is late');
  expect(await ending).toMatchObject({ outcome: 'passed', findings: [] });
});
