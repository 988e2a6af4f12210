import { createSimulator } from '@powerstore-api/mock-server';
import { operations, type OperationId } from '@powerstore-api/types';
import { describe, expect, it } from 'vitest';
import type { Permit } from '../src/index.js';
import { ArraySession } from '../src/array/http/array-session.js';
import { toTargets } from '../src/array/target/target.js';

/** Sends every operation that changes something to one session. Returns how many arrived, and why the others were not sent. */
async function sendAll(permit: Permit | undefined, id: string): Promise<{ arrived: number; reasons: string[] }> {
  const reasons: string[] = [];
  const methods: string[] = [];
  await using sim = await createSimulator({ fast: true, onRequest: ({ method }) => methods.push(method) });
  const { url, username, password } = sim.a;
  const { a } = toTargets({ a: { url, username, password } }, { permit, pace: { requestsPerSecond: undefined } });
  const arraySession = new ArraySession(a, globalThis.fetch);
  for (const operationId of Object.keys(operations) as OperationId[]) {
    if (operations[operationId].safety === 'read-only') continue;
    await arraySession.send(operationId, { id }).catch((error: Error) => reasons.push(error.message));
  }
  return { arrived: methods.length, reasons };
}

describe('an operation that changes an array needs both keys', () => {
  it.each<[string, Permit | undefined, number]>([
    ['neither', undefined, 0],
    ['the mode alone', { mode: 'disruptive', sessions: [] }, 0],
    ['the sessions alone', { mode: 'read-only', sessions: ['one'] }, 0],
    ['another session', { mode: 'disruptive', sessions: ['two'] }, 0],
    // sync, resume, and starting and stopping a failover test.
    ['both, for what disrupts nobody', { mode: 'non-disruptive', sessions: ['one'] }, 4],
    // The ten actions of a session; those of volumes are for simulators only.
    ['both', { mode: 'disruptive', sessions: ['one'] }, 10],
  ])('%s', async (_title, permit, count) => {
    const { arrived, reasons } = await sendAll(permit, 'one');
    expect(arrived).toBe(count);
    expect(reasons).toHaveLength(16 - count);
    for (const reason of reasons) expect(reason).toContain('Nothing was sent.');
  });
});
