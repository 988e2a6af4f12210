// In a file of its own: connections of other tests have timers.
import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { connect } from '../src/index.js';
import { rejection } from './helpers/rejection.js';
import { steppedTime } from './helpers/time.js';

test('nothing is left of a call that has ended, even if its fetch never does', async () => {
  steppedTime().stop();
  const reason = new Error('changed my mind');
  const controller = new AbortController();
  const { signal } = controller;
  const options = { host: 'array-a', username: 'admin', password: 'secret', fetch: () => new Promise<never>(() => {}) };
  const aborted = rejection(connect({ ...options, signal }));
  const late = rejection(connect({ ...options, timeout: 1000 }));
  await setImmediate();
  controller.abort(reason);
  expect(await aborted).toBe(reason);
  vi.advanceTimersByTime(1000);
  expect(await late).toMatchObject({ kind: 'timeout' });
  expect([vi.getTimerCount(), getEventListeners(signal, 'abort')]).toEqual([0, []]);
});
