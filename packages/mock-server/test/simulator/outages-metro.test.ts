// Which side of a metro session serves when its arrays lose each other.
import { describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/index.js';
import { hostAccess, named } from '../helpers/look.js';
import {
  act,
  both,
  done,
  idOf,
  instance,
  minutes,
  seconds,
  finishTransitions,
  type Site,
  states,
  watch,
} from '../helpers/pair.js';
import { connectionLost, plain, witnessed, world } from '../helpers/outages.js';

const metroSide = async (sim: Simulator, site: Site) => {
  const id = await idOf(sim, 'metro-witnessed', site);
  const { state, local_resource_state, data_connection_state } = {
    ...(await instance(sim, site, 'replication_session', id)),
  };
  const { is_host_access_available } = await named(sim, site, 'volume', 'metro-witnessed');
  return [state, local_resource_state, is_host_access_available, data_connection_state];
};

describe('metro, by preferred side and witness', () => {
  const sites = [
    ['a', 'b'],
    ['b', 'a'],
  ] as const;
  for (const witness of [true, false])
    for (const [preferred, second] of sites) {
      const title = `${witness ? 'witness' : 'no witness'}, ${preferred} preferred`;
      const metro = () => world([{ ...witnessed, witness, source: preferred }]);

      test(`${title}: the link is cut, both arrays go on, and the preferred one serves`, async () => {
        await using sim = await metro();
        sim.link.cut();
        expect(await metroSide(sim, preferred)).toEqual(['Fractured', 'System_Defined', true, connectionLost]);
        expect(await metroSide(sim, second)).toEqual(['Fractured', 'System_Demoted', false, connectionLost]);
        sim.link.heal();
        finishTransitions(sim);
        for (const site of sites[0]) expect(await metroSide(sim, site)).toEqual(['OK', 'System_Defined', true, 'OK']);
      });

      test(`${title}: its array is off, and the other one ${witness ? 'is promoted' : 'is demoted'}`, async () => {
        await using sim = await metro();
        await sim[preferred].power('off');
        const alone = witness ? ['System_Promoted', true] : ['System_Demoted', false];
        expect(await metroSide(sim, second)).toEqual(['Fractured', ...alone, connectionLost]);
        finishTransitions(sim);
        expect(await metroSide(sim, second)).toEqual(['Fractured', ...alone, connectionLost]);
        await sim[preferred].power('on');
        finishTransitions(sim);
        for (const site of sites[0]) expect(await metroSide(sim, site)).toEqual(['OK', 'System_Defined', true, 'OK']);
      });

      test(`${title}: the other array is off, and it serves`, async () => {
        await using sim = await metro();
        await sim[second].power('off');
        expect(await metroSide(sim, preferred)).toEqual(['Fractured', 'System_Defined', true, connectionLost]);
        await sim[second].power('on');
        finishTransitions(sim);
        for (const site of sites[0]) expect(await metroSide(sim, site)).toEqual(['OK', 'System_Defined', true, 'OK']);
      });

      test(`${title}: demoted by the cut already, the other side stays so when the preferred array goes as well`, async () => {
        await using sim = await metro();
        sim.link.cut();
        await sim[preferred].power('off');
        expect(await metroSide(sim, second)).toEqual(['Fractured', 'System_Demoted', false, connectionLost]);
        await sim[preferred].power('on');
        expect(await metroSide(sim, preferred)).toEqual(['Fractured', 'System_Defined', true, connectionLost]);
        sim.link.heal();
        finishTransitions(sim);
        for (const site of sites[0]) expect(await metroSide(sim, site)).toEqual(['OK', 'System_Defined', true, 'OK']);
      });
    }

  test('a metro session that was Paused is no matter of preference', async () => {
    await using sim = await world([witnessed]);
    const id = await idOf(sim, 'metro-witnessed');
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    const before = await both(sim, id, 'local_resource_state');
    const access = await hostAccess(sim, 'metro-witnessed');
    sim.link.cut();
    expect(await states(sim, id)).toBe('Paused / Paused');
    expect(await both(sim, id, 'local_resource_state')).toBe(before);
    expect(await hostAccess(sim, 'metro-witnessed')).toBe(access);
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
  });
});

/** Cut, and the side that was demoted promoted by hand: both serve. */
async function split(sim: Simulator): Promise<string> {
  const id = await idOf(sim, 'metro-plain');
  sim.link.cut();
  await done(sim, 'b', id, 'promote');
  finishTransitions(sim);
  expect(await both(sim, id, 'local_resource_state')).toBe('System_Defined / Promoted');
  expect(await hostAccess(sim, 'metro-plain')).toBe('true / true');
  return id;
}

describe('split brain', () => {
  test('stays Fractured when the link is healed, until a user decides', async () => {
    await using sim = await world([plain]);
    const id = await split(sim);
    sim.link.heal();
    const shown = await watch(sim, id, { during: 10 * minutes, step: 10 * seconds });
    expect(shown).toEqual({ a: 'Fractured', b: 'Fractured' });
    expect(await both(sim, id, 'data_connection_state')).toBe('OK / OK');
    expect(await both(sim, id, 'local_resource_state')).toBe('System_Defined / Promoted');
    expect((await act(sim, 'a', id, 'resume')).status).toBe(422);
  });

  test.each(['a', 'b'] as const)('recovers when %s is demoted', async (site) => {
    await using sim = await world([plain]);
    const id = await split(sim);
    sim.link.heal();
    finishTransitions(sim);
    await done(sim, site, id, 'demote');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await both(sim, id, 'local_resource_state')).toBe('System_Defined / System_Defined');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / true');
  });

  test('does not come about where the other side was demoted before the link is healed', async () => {
    await using sim = await world([plain]);
    const id = await split(sim);
    await done(sim, 'a', id, 'demote');
    finishTransitions(sim);
    expect(await both(sim, id, 'local_resource_state')).toBe('Demoted / Promoted');
    expect(await hostAccess(sim, 'metro-plain')).toBe('false / true');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  test('no side serves: stays Fractured until one is promoted', async () => {
    await using sim = await world([plain]);
    const id = await idOf(sim, 'metro-plain');
    sim.link.cut();
    await done(sim, 'a', id, 'demote');
    finishTransitions(sim);
    expect(await hostAccess(sim, 'metro-plain')).toBe('false / false');
    sim.link.heal();
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Fractured / Fractured');
    await done(sim, 'b', id, 'promote');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await hostAccess(sim, 'metro-plain')).toBe('true / true');
  });
});
