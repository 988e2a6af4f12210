// No accepted input, however odd, ends the process or an array.
import { on } from 'node:events';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSimulator, type Fault } from '../../src/index.js';
import { exchange, post } from '../helpers/array.js';
import { idOf, refusal, send, sendAs } from '../helpers/pair.js';
import { connectionError } from '../helpers/wire.js';

const manual = { clock: 'manual', fast: true } as const;

/** Requests that cannot be understood, and their answers. */
const malformed = [
  ['GET', '/..%2f%zz', undefined, 400],
  ['GET', '/', undefined, 404],
  ['POST', '/login_session/logout', '{"not":', 400],
  ['POST', '/login_session/logout', '7', 400],
] as const;

test('a request that cannot be understood is refused, in the journal, and hit by faults as any other', async () => {
  await using sim = await createSimulator(manual);
  for (const [method, target, body, status] of malformed) {
    const init = { method, ...(body !== undefined && { body }) };
    expect([target, (await sendAs(sim.a, target, init)).status]).toEqual([target, status]);
    expect(sim.journal.at(-1)).toMatchObject({
      kind: 'request',
      array: 'a',
      text: `${method} /api/rest${target} → ${status}`,
    });
    sim.faults.add({ array: 'a', effect: { status: 503 } });
    expect([target, (await sendAs(sim.a, target, init)).status]).toEqual([target, 503]);
  }
  const outside = await exchange(`${sim.a.url}/elsewhere`);
  expect([outside.status, refusal(outside).message_l10n]).toEqual([404, 'The API starts at /api/rest.']);
});

test('an array that is off answers none of them', async () => {
  await using sim = await createSimulator(manual);
  await sim.a.power('off');
  for (const [method, target, body] of malformed)
    expect(await connectionError(sendAs(sim.a, target, { method, ...(body !== undefined && { body }) }))).toMatch(
      /ECONNRESET|UND_ERR_SOCKET/,
    );
  expect(await connectionError(exchange(`${sim.a.url}/elsewhere`))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
});

const circular: Record<string, unknown> = {};
circular['self'] = circular;

test.each<[string, object]>([
  ['a number that JSON does not have', { body: { set: { size: 1n } } }],
  ['an object that holds itself', { body: { set: { circular } } }],
  ['a header that is none', { status: 503, retryAfter: 'soon\r\nx: y' }],
  ['a header of more than ASCII', { status: 503, retryAfter: 'später' }],
  ['a delay that no timer counts', { transport: 'slow', delay: 2 ** 31 }],
])('%s is no fault', async (_, effect) => {
  await using sim = await createSimulator(manual);
  expect(() => sim.faults.add({ effect } as Fault)).toThrow(/fault\.effect/);
  expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(200);
});

test('any retryAfter is refused, or sent', async () => {
  await using sim = await createSimulator(manual);
  const odd = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.double(), fc.integer());
  await fc.assert(
    fc.asyncProperty(odd, async (retryAfter) => {
      const body = JSON.stringify({ effect: { status: 503, retryAfter } });
      const { status } = await exchange(`${sim.a.url}/__sim/faults`, post(body));
      const answer = await send(sim, 'a', 'GET', '/cluster');
      const after = [answer.status, answer.headers.get('retry-after'), sim.faults.list().length];
      // HTTP leaves out blanks at either end.
      expect([status, ...after]).toEqual(
        status === 400 ? [400, 200, null, 0] : [200, 503, String(retryAfter).trim(), 1],
      );
      sim.faults.clear();
    }),
  );
});

test('any text and code of a fault is sent', async () => {
  await using sim = await createSimulator(manual);
  const id = await idOf(sim, 'erp-data');
  const text = 'a\r\nb: c\u0000\u001B[31m\uD800 \u202E ü';
  sim.faults.add({ effect: { status: 500, text } });
  // A lone half of a pair has no form in UTF-8.
  const sent = text.replace('\uD800', '\uFFFD');
  expect(refusal(await send(sim, 'a', 'GET', '/cluster')).message_l10n.replace('\uD800', '\uFFFD')).toBe(sent);
  sim.faults.add({ effect: { job: 'fails', text, code: text } });
  expect((await send(sim, 'a', 'POST', `/replication_session/${id}/pause?is_async=true`)).status).toBe(202);
  sim.clock.advance(60_000);
  expect((await send(sim, 'a', 'GET', '/job?select=response_body')).status).toBe(200);
});

test.each<[string, object]>([
  ['an objective beyond all time', { rpo: 1e300 }],
  ['an objective that has just passed', { rpo: 1 }],
  ['a synchronization beyond all time', { next: { at: 1e300, sequenceNumber: 1 } }],
])('a state with %s is refused: time could not go on', async (_, change) => {
  await using sim = await createSimulator(manual);
  const state = sim.save();
  const sessions = state.sessions.map((it) => ({ ...it, ...change }));
  expect(() => sim.load({ ...state, sessions })).toThrow(/state\.sessions/);
});

test('an answer that cannot be written is a 500', async () => {
  await using sim = await createSimulator(manual);
  const saved = sim.save();
  const odd = saved.arrays.map((array) => ({
    ...array,
    rows: { ...array.rows, cluster: [{ id: '0', name: 1n, global_id: 'x' }] },
  }));
  sim.load({ ...saved, arrays: odd });
  const answer = await send(sim, 'a', 'GET', '/cluster?select=name');
  expect([answer.status, refusal(answer).message_l10n]).toEqual([500, expect.stringContaining('BigInt')]);
  expect((await send(sim, 'a', 'GET', '/cluster?select=id')).json).toEqual([{ id: '0' }]);
});

test('an onRequest that fails later is a warning', async () => {
  const warnings = on(process, 'warning');
  await using sim = await createSimulator({ ...manual, onRequest: () => Promise.reject(new Error('broke later')) });
  expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(200);
  // Other warnings may come before it.
  for await (const [{ message }] of warnings as AsyncIterable<[Error]>) if (message === 'broke later') break;
  expect((await send(sim, 'a', 'GET', '/cluster')).status).toBe(200);
});

test('time ends with the last year of four digits', async () => {
  await using sim = await createSimulator({ ...manual, sessions: [] });
  const century = 36_525 * 24 * 60 * 60 * 1000;
  for (let count = 0; count < 90; count += 1) sim.clock.advance(century);
  expect(new Date(sim.clock.now).getUTCFullYear()).toBe(9999);
  expect((await send(sim, 'a', 'GET', '/cluster?select=system_time')).json).toEqual([
    { system_time: expect.stringMatching(/^9999-12-31T/) },
  ]);
});

test('an instance by an odd id is not found', async () => {
  await using sim = await createSimulator(manual);
  for (const id of ['%00', 'constructor', '__proto__', 'name:', await idOf(sim, 'erp-data').then(encodeURIComponent)])
    expect([200, 404]).toContain((await send(sim, 'a', 'GET', `/replication_session/${id}`)).status);
});
