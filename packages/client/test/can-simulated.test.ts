// `can` agrees with the simulator: every action on both sides of sessions of each kind, along a drill.
import { isDeepStrictEqual } from 'node:util';
import { createSimulator, type SessionSpec, type SimulatedArray, type Simulator } from '@powerstore-api/mock-server';
import { expect, test } from 'vitest';
import { can, connect, isApiError, type Possibility, type PowerStore, type SessionToJudge } from '../src/index.js';

type Judge = (session: SessionToJudge) => Possibility;
type Site = 'a' | 'b';

/** Every action on one side: how it is judged, and how it is sent. */
const actions: readonly [title: string, judge: Judge, send: (array: PowerStore, id: string) => Promise<unknown>][] = [
  ['sync', can.sync, ({ replicationSessions }, id) => replicationSessions.sync(id)],
  ['pause', can.pause, ({ replicationSessions }, id) => replicationSessions.pause(id)],
  ['resume', can.resume, ({ replicationSessions }, id) => replicationSessions.resume(id)],
  ...[
    {},
    { reverse: true },
    { is_planned: false },
    { is_planned: false, force: true },
    { is_planned: false, use_test_copy: true },
    { is_planned: false, reverse: true },
  ].map((body): (typeof actions)[number] => [
    `failover ${JSON.stringify(body)}`,
    (session) => can.failover(session, body),
    ({ replicationSessions }, id) => replicationSessions.failover(id, body),
  ]),
  ['reprotect', (it) => can.reprotect(it), ({ replicationSessions }, id) => replicationSessions.reprotect(id)],
  [
    'reprotect and discard',
    (it) => can.reprotect(it, { discard_changes_after_failover: true }),
    ({ replicationSessions }, id) => replicationSessions.reprotect(id, { discard_changes_after_failover: true }),
  ],
  [
    'start of a test',
    (it) => can.startFailoverTest(it),
    ({ replicationSessions }, id) => replicationSessions.startFailoverTest(id),
  ],
  [
    'stop of a test',
    (it) => can.stopFailoverTest(it),
    ({ replicationSessions }, id) => replicationSessions.stopFailoverTest(id),
  ],
  ['promote', can.promote, ({ replicationSessions }, id) => replicationSessions.promote(id)],
  ['demote', can.demote, ({ replicationSessions }, id) => replicationSessions.demote(id)],
  [
    'preference',
    (it) => can.modify(it, { role: 'Metro_Preferred' }),
    ({ replicationSessions }, id) => replicationSessions.modify(id, { role: 'Metro_Preferred' }),
  ],
];

const kinds: Record<string, Omit<SessionSpec, 'name'>> = {
  volume: {},
  'volume group': { kind: 'volume_group' },
  'NAS server': { kind: 'nas_server', parts: 1 },
  'synchronous volume': { type: 'Synchronous' },
  'synchronous NAS server': { kind: 'nas_server', type: 'Synchronous', parts: 1 },
  'metro volume': { type: 'Metro_Active_Active' },
};

const open = ({ url, username, password }: SimulatedArray): Promise<PowerStore> => connect({ url, username, password });

/** A refusal is an answer; anything else fails the test. */
function refusedOnly(error: unknown): false {
  if (!isApiError(error) || error.status >= 500) throw error;
  return false;
}

/** Both sides of a session, with everything there is to know. */
const read = async ({ a, b }: Record<Site, PowerStore>, id: string) => ({
  a: await a.replicationSessions.get(id, { select: '*' }),
  b: await b.replicationSessions.get(id, { select: '*' }),
});

/** The steps of a drill, on which array. A refused step is left out. */
const drill: readonly ((sim: Simulator, arrays: Record<Site, PowerStore>, id: string) => unknown)[] = [
  () => {},
  (_, { a }, id) => a.replicationSessions.sync(id),
  (sim) => sim.clock.advance(60_000),
  (_, { a }, id) => a.replicationSessions.pause(id),
  (sim) => sim.clock.advance(60_000),
  (_, { b }, id) => b.replicationSessions.resume(id),
  (sim) => sim.clock.advance(60_000),
  (_, { a }, id) => a.replicationSessions.failover(id),
  (sim) => sim.clock.advance(60_000),
  (_, { b }, id) => b.replicationSessions.reprotect(id),
  (sim) => sim.clock.advance(60_000),
  (_, { b }, id) => b.replicationSessions.modify(id, { role: 'Metro_Preferred' }),
  (sim) => sim.clock.advance(60_000),
  (sim) => sim.link.cut(),
  (_, { a }, id) => a.replicationSessions.failover(id, { is_planned: false, force: true }),
  (sim) => sim.clock.advance(60_000),
];

test.each(Object.keys(kinds))(
  'in a drill with a %s: an action is possible if and only if the array accepts it',
  async (kind) => {
    await using sim = await createSimulator({
      clock: 'manual',
      fast: true,
      // From 4.4 on an array also wants to know how far behind the destination is, and that is in no table.
      release: '4.2',
      sessions: [{ name: 'one', rpo: 'One_Day', ...kinds[kind] }],
    });
    await using a = await open(sim.a);
    await using b = await open(sim.b);
    const arrays = { a, b };
    const [one] = await a.replicationSessions.list({ where: { parent_replication_session_id: null } }).toArray();
    const id = String(one?.id);
    const said: string[] = [];
    const done: string[] = [];
    let looked: object | undefined;
    for (const [step, act] of drill.entries()) {
      await Promise.resolve(act(sim, arrays, id)).catch(refusedOnly);
      const before = sim.save();
      const both = await read(arrays, id);
      // A refused step changes nothing.
      if (isDeepStrictEqual(both, looked)) continue;
      looked = both;
      for (const site of ['a', 'b'] as const) {
        const session = both[site];
        for (const [title, judge, send] of actions) {
          const attempt = `${step} ${site} ${String(session.state)} ${String(session.role)} ${title}`;
          const answer = judge(session);
          // The simulator refuses what no source allows.
          const expected = answer.possible ?? (answer.select.length > 0 ? 'unread' : false);
          said.push(`${attempt} ${String(expected)}`);
          const accepted = await send(arrays[site], id).then(() => true, refusedOnly);
          done.push(`${attempt} ${String(accepted)}`);
          if (accepted) sim.load(before);
        }
      }
    }
    expect(said).toEqual(done);
    expect(said.some((line) => line.endsWith('true')) && said.some((line) => line.endsWith('false'))).toBe(true);
  },
);
