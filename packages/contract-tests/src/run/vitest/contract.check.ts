// The test file of the command line: a test per check. The thread that started vitest carries the checks out.
import { once } from 'node:events';
import { BroadcastChannel, getEnvironmentData } from 'node:worker_threads';
import { afterAll, describe, it } from 'vitest';
import type { PlannedCheck } from '../conduct.js';
import type { TestEnd } from '../test-end.js';
import { channelName } from './channel.js';
import { endTest, testLimitMs } from './end-test.js';

const checks = [...(getEnvironmentData(channelName) as readonly PlannedCheck[]).entries()];
const channel = new BroadcastChannel(channelName);

/** Asks the other thread for a check by its position, and gets its end as the answer. */
async function carryOut(position: number): Promise<TestEnd> {
  const answer = once(channel, 'message') as Promise<[{ data: TestEnd }]>;
  channel.postMessage(position);
  const [{ data }] = await answer;
  return data;
}

describe('PowerStore contract', () => {
  afterAll(() => channel.close());
  for (const group of new Set(checks.map(([, check]) => check.group)))
    describe(group, () => {
      for (const [position, { name }] of checks.filter(([, check]) => check.group === group))
        it(name, { timeout: testLimitMs }, async ({ skip }) => endTest(await carryOut(position), skip));
    });
});
