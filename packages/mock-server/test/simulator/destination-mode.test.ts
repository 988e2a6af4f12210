// A replication destination refuses writes, before and after a failover.
import { describe, expect, test } from 'vitest';
import { createSimulator, type SessionSpec, type Simulator } from '../../src/index.js';
import { done, finishTransitions, refusal, send, type Site } from '../helpers/pair.js';

const world = (spec: Partial<SessionSpec> = {}): Promise<Simulator> =>
  createSimulator({ clock: 'manual', sessions: [{ name: 'erp', rpo: 'One_Hour', ...spec }] });

const refusedOn = async (sim: Simulator, site: Site, place: string): Promise<string> => {
  const answer = await send(sim, site, 'PATCH', `/${place}`, { description: 'mine' });
  return answer.status === 204 ? 'carried out' : refusal(answer).message_l10n;
};
const no = (name: string): string => `${name} is a replication destination. Change its source on the other array.`;

describe('destination mode refuses writes', () => {
  test.each([
    ['volume', 'volume', 'erp', {}],
    ['a volume of a synchronous session', 'volume', 'erp', { type: 'Synchronous' }],
    ['volume_group', 'volume_group', 'erp', { kind: 'volume_group' }],
    ['a member of a group', 'volume', 'erp-1', { kind: 'volume_group' }],
  ] as const)('%s', async (_, resource, name, spec) => {
    await using sim = await world(spec);
    const place = `${resource}/name:${name}`;
    expect(await refusedOn(sim, 'a', place)).toBe('carried out');
    expect(await refusedOn(sim, 'b', place)).toBe(no(name));
  });

  test.each([
    ['volume', 'volume', 'erp', {}],
    ['volume_group', 'volume_group', 'erp', { kind: 'volume_group' }],
    ['a member of a group', 'volume', 'erp-1', { kind: 'volume_group' }],
  ] as const)('after a failover the other side does: %s', async (_, resource, name, spec) => {
    await using sim = await world(spec);
    const [row] = (await send(sim, 'a', 'GET', '/replication_session?select=id')).json as { id: string }[];
    await done(sim, 'a', row?.id ?? '', 'failover');
    finishTransitions(sim);
    const place = `${resource}/name:${name}`;
    expect(await refusedOn(sim, 'a', place)).toBe(no(name));
    expect(await refusedOn(sim, 'b', place)).toBe('carried out');
    await done(sim, 'b', row?.id ?? '', 'reprotect');
    finishTransitions(sim);
    expect(await refusedOn(sim, 'a', place)).toBe(no(name));
    expect(await refusedOn(sim, 'b', place)).toBe('carried out');
  });

  test('a group that becomes plain takes its members with it', async () => {
    await using sim = await world({ kind: 'volume_group' });
    await send(sim, 'a', 'PATCH', '/volume_group/name:erp', { protection_policy_id: null });
    finishTransitions(sim);
    expect(await refusedOn(sim, 'b', 'volume/name:erp-1')).toBe(no('erp-1'));
    const answer = await send(sim, 'b', 'PATCH', '/volume_group/name:erp', { is_replication_destination: false });
    expect(answer.status).toBe(204);
    expect(await refusedOn(sim, 'b', 'volume_group/name:erp')).toBe('carried out');
    expect(await refusedOn(sim, 'b', 'volume/name:erp-1')).toBe('carried out');
    // Once more changes nothing, and is no error.
    const again = await send(sim, 'b', 'PATCH', '/volume_group/name:erp', { is_replication_destination: false });
    expect(again.status).toBe(204);
  });
});
