// Queries while rows change: the same queries again and again, as from a client that watches an array.
import { expect, test } from 'vitest';
import { createSimulator, type SessionSpec, type Simulator } from '../../src/index.js';
import { done, idOf, list, minutes, refusal, seconds, send, type Row, type Site } from '../helpers/pair.js';

type Text = string | null;

const filters: Record<string, (row: Row) => boolean> = {
  'state=eq.OK': (row) => row['state'] === 'OK',
  'role=eq.Source': (row) => row['role'] === 'Source',
  'or=(state.eq.System_Paused,state.eq.Synchronizing)': (row) =>
    row['state'] === 'System_Paused' || row['state'] === 'Synchronizing',
  'data_connection_state=neq.OK': (row) => row['data_connection_state'] !== 'OK',
  'next_sync_timestamp=is.null': (row) => row['next_sync_timestamp'] === null,
  'failover_test_in_progress=is.true': (row) => row['failover_test_in_progress'] === true,
};

/** Ascending, without a value last, and by id where that leaves two alike. */
const byText =
  (attribute: string, sign: 1 | -1 = 1) =>
  (a: Row, b: Row): number => {
    const [one, two] = [a[attribute] as Text, b[attribute] as Text];
    const order = one === two ? 0 : one === null ? 1 : two === null ? -1 : one < two ? -1 : 1;
    return sign * order || (String(a['id']) < String(b['id']) ? -1 : 1);
  };

const orders: Record<string, (a: Row, b: Row) => number> = {
  'state,id': byText('state'),
  'role.desc,id': byText('role', -1),
  // Arrays write times so that they are in order as texts.
  'last_sync_timestamp.desc,id': byText('last_sync_timestamp', -1),
  'next_sync_timestamp,id': byText('next_sync_timestamp'),
};

const ids = (rows: readonly Row[]): unknown[] => rows.map(({ id }) => id);

/** The answer of the array to each query, and the expected one, computed from its rows. */
async function asked(sim: Simulator, site: Site): Promise<Record<'answers' | 'expected', Record<string, unknown[]>>> {
  const rows = await list(sim, site, 'replication_session', 'order=id');
  const answers: Record<string, unknown[]> = {};
  const expected: Record<string, unknown[]> = {};
  for (const [filter, fits] of Object.entries(filters)) {
    answers[filter] = ids(await list(sim, site, 'replication_session', `select=id&order=id&${filter}`));
    expected[filter] = ids(rows.filter(fits));
  }
  for (const [order, compare] of Object.entries(orders)) {
    const sorted = ids(rows.toSorted(compare));
    answers[order] = ids(await list(sim, site, 'replication_session', `select=id&order=${order}`));
    expected[order] = sorted;
    const part = await send(sim, site, 'GET', `/replication_session?select=id&order=${order}&limit=3&offset=2`);
    answers[`part of ${order}`] = ids(part.json as Row[]);
    expected[`part of ${order}`] = sorted.slice(2, 5);
  }
  return { answers, expected };
}

const sessions: SessionSpec[] = [
  ...Array.from({ length: 8 }, (_, index): SessionSpec => ({ name: `volume-${index}`, rpo: 'Five_Minutes' })),
  { name: 'other-way', source: 'b', rpo: 'One_Hour' },
  { name: 'mirror', type: 'Metro_Active_Active' },
];

type Step = (sim: Simulator, id: string) => unknown;

const minute: Step = (sim) => sim.clock.advance(minutes);
const moment: Step = (sim) => sim.clock.advance(10 * seconds);

const steps: Step[] = [
  ...Array.from({ length: 6 }, () => minute),
  (sim, id) => done(sim, 'a', id, 'pause'),
  moment,
  (sim) => sim.link.cut(),
  (sim, id) => done(sim, 'b', id, 'failover', { is_planned: false }),
  moment,
  (sim) => sim.link.heal(),
  minute,
  (sim) => sim.reset(),
];

test('queries agree with the rows after any changes since the last query', async () => {
  await using sim = await createSimulator({ clock: 'manual', fast: true, sessions });
  const id = await idOf(sim, 'volume-3');
  for (const step of steps) {
    for (const site of ['a', 'b'] as const) {
      const { answers, expected } = await asked(sim, site);
      expect(answers).toEqual(expected);
    }
    await step(sim, id);
  }
  const { answers, expected } = await asked(sim, 'a');
  expect(answers).toEqual(expected);
});

test('queries see new rows, and no deleted ones', async () => {
  await using sim = await createSimulator({ clock: 'manual', fast: true, sessions });
  const before = await asked(sim, 'a');
  const [volume] = await list(sim, 'a', 'volume', 'select=id,protection_policy_id&name=eq.volume-0');
  const target = `/volume/${String(volume?.['id'])}`;
  const protect = (policy: unknown) => send(sim, 'a', 'PATCH', target, { protection_policy_id: policy });

  expect((await protect('')).status).toBe(204);
  sim.clock.advance(10 * seconds);
  const without = await asked(sim, 'a');
  expect(without.answers).toEqual(without.expected);
  expect(without.answers['state,id']).toHaveLength(Number(before.answers['state,id']?.length) - 1);

  expect((await protect(volume?.['protection_policy_id'])).status).toBe(204);
  const again = await asked(sim, 'a');
  expect(again.answers).toEqual(again.expected);
  expect(again.answers['state,id']).toHaveLength(Number(before.answers['state,id']?.length));
});

test.each(['limit=ten', 'limit=1e3', 'offset=0x1', 'offset=-', 'offset=1-'])(
  '%s is not a whole number',
  async (query) => {
    await using sim = await createSimulator({ clock: 'manual', fast: true, sessions });
    const answer = await send(sim, 'a', 'GET', `/replication_session?${query}`);
    expect(answer.status).toBe(400);
    expect(refusal(answer)).toMatchObject({ code: '0xE04040010005', message_l10n: `${query} is not a whole number.` });
  },
);
