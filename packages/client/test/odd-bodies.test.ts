// Bodies whose fields have wrong types: a proxy that rewrites them, or an array with a fault. No such field may change the
// kind of an error.
import { describe, expect, test } from 'vitest';
import {
  can,
  connect,
  isApiError,
  isContractError,
  isJobError,
  isOutcomeUnknownError,
  isWaitError,
} from '../src/index.js';
import { drill } from './helpers/drills.js';
import { type Answer, fakeArray, password, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';
import { stopped } from './helpers/stopped.js';

/** It cannot be made a text: `String(odd)` throws. */
const odd = { toString: null, valueOf: null };

const bodies: Readonly<Record<string, unknown>> = {
  'an odd text': { messages: [{ message_l10n: odd, code: '0xE0' }] },
  'an odd code': { messages: [{ code: odd, message_l10n: 'No.' }] },
  'odd everything': { messages: [{ code: odd, severity: odd, message_l10n: odd, arguments: odd }, odd, null, 7] },
  'odd messages': { messages: odd },
  'a text in a list': { messages: [['No.']] },
};

async function errorOf(answer: Answer): Promise<unknown> {
  await using fake = await fakeArray({ answer: ({ path }) => (path.endsWith('/pause') ? answer : undefined) });
  await using array = await connect({ url: fake.origin, username, password });
  return await rejection(array.replicationSessions.pause('a'));
}

describe.each(Object.entries(bodies))('an error body with %s', (_, body) => {
  test('is an ApiError', async () => {
    const error = await errorOf({ status: 422, body });
    expect(isApiError(error) && error.message).toMatch(/^replication_session_pause failed with 422/);
    for (const { code, severity, message_l10n: message } of isApiError(error) ? error.messages : []) {
      for (const text of [code, severity, message]) expect(['string', 'undefined']).toContain(typeof text);
    }
  });

  test.each([502, 504])('of a gateway (%d) leaves the outcome unknown', async (status) => {
    const error = await errorOf({ status, body });
    expect(isOutcomeUnknownError(error) && error.hint).toContain('Before you send it again');
    expect(isOutcomeUnknownError(error) && isApiError(error.cause)).toBe(true);
  });
});

test('what is right about a message is kept', async () => {
  const right = { code: '0xE02010020012', severity: 'Error', message_l10n: 'The session is paused.', arguments: ['a'] };
  const error = await errorOf({ status: 422, body: { messages: [{ ...right, severity: odd }] } });
  const { severity: _, ...rest } = right;
  expect(isApiError(error) && error.messages).toEqual([rest]);
});

test('a message does not steer a terminal, nor flood it', async () => {
  const text = `\u001B]0;x\u0007No\u202E${'.'.repeat(3000)}`;
  const error = await errorOf({ status: 422, body: { messages: [{ message_l10n: text, code: '0xE0\u001B[2J' }] } });
  expect(String(error)).toMatch(/failed with 422: \]0;x No \.{1900,2000}… \(0xE0 \[2J\)$/);
  expect(isApiError(error) && error.messages[0]?.message_l10n).toBe(text);
});

test.each([[[null]], [[['a']]], [['a']]])('a list with %j in it is none', async (body) => {
  await using fake = await fakeArray({
    answer: ({ path }) => (path === '/volume' ? { status: 200, body } : undefined),
  });
  await using array = await connect({ url: fake.origin, username, password });
  expect(isContractError(await rejection(array.volumes.list().toArray()))).toBe(true);
});

test('nor is a list an instance', async () => {
  await using fake = await fakeArray({
    answer: ({ path }) => (path === '/volume/a' ? { status: 200, body: [] } : undefined),
  });
  await using array = await connect({ url: fake.origin, username, password });
  expect(isContractError(await rejection(array.volumes.get('a')))).toBe(true);
});

describe('a job', () => {
  const job = {
    id: '1',
    state: 'FAILED',
    phase: 'Failed',
    response_status: '422',
    resource_type: 'replication_session',
  };

  test.each([
    ['messages', { response_body: { messages: [{ message_l10n: odd, code: odd }, null] } }],
    ['messages that are no list', { response_body: { messages: odd } }],
    ['body', { response_body: 'failed' }],
    ['status', { response_status: odd }],
    ['phase', { phase: odd }],
    ['resource', { resource_type: odd, resource_action: odd }],
  ])('with an odd %s is a JobError', async (_, fields) => {
    await using fake = await fakeArray({ rows: { job: [{ ...job, ...fields }] } });
    await using array = await connect({ url: fake.origin, username, password });
    expect(isJobError(await rejection(array.jobs.wait('1', { timeout: 60_000 })))).toBe(true);
  });
});

describe('a session', () => {
  test('of which the kind is odd is judged as one of which it was not read', () => {
    const session = {
      state: 'OK',
      role: 'Source',
      type: odd,
      resource_type: odd,
      data_connection_state: odd,
    } as object;
    expect(can.sync(session)).toEqual(can.sync({ state: 'OK', role: 'Source' }));
  });

  test('with an odd role is none, and a wait says so', async () => {
    await using fake = await fakeArray({ rows: { replication_session: [{ id: 'a', state: 'OK', role: odd }] } });
    await using array = await connect({ url: fake.origin, username, password });
    const error = await rejection(array.replicationSessions.waitUntil('a', 'Paused', { timeout: 50 }));
    expect([isWaitError(error), error]).toEqual([false, expect.objectContaining({ code: 'ERR_POWERSTORE_CONTRACT' })]);
  });

  test('with an odd role during a run ends it as any other trouble, and says that it has begun', async () => {
    await using it = await drill();
    const onEvent = ({ kind }: { kind: string }): void => {
      if (kind !== 'action-sent') return;
      it.sim.faults.add({
        operation: 'replication_session_instance_query',
        times: 9999,
        effect: { body: { set: { role: odd } } },
      });
    };
    const error = await stopped(it.pair.plannedFailover(it.id, { timeout: 20_000, onEvent }));
    expect(error).toMatchObject({ step: 'failover', hasBegun: true });
    expect(it.calls).toEqual(['a failover 204']);
  });
});
