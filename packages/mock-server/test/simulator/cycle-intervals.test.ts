// How far apart cycles begin, by release.
import { expect, test } from 'vitest';
import { createSimulator } from '../../src/index.js';
import { idOf, minutes, session, states } from '../helpers/pair.js';

// Dell KB 000291162.
test.each([
  ['1.0', 30, undefined],
  ['3.6', 30, 30],
  ['4.0', 48, 30],
  ['4.1', 48, 30],
  ['4.2', 48, 48],
  ['4.4', 48, 48],
] as const)(
  '%s: with an RPO of an hour one begins %i minutes after the last one has ended',
  async (release, begins, shown) => {
    const sessions = [{ name: 'erp-data', rpo: 'One_Hour' }] as const;
    await using sim = await createSimulator({ clock: 'manual', fast: true, release, sessions });
    const id = await idOf(sim, 'erp-data');
    const row = (await session(sim, id)).a;
    const last = Date.parse(String(row?.['last_sync_timestamp']));
    const due = row?.['next_sync_timestamp'];
    expect(due === undefined ? undefined : Date.parse(String(due)) - last).toBe(shown && shown * minutes);
    sim.clock.advance(last + begins * minutes - 1 - sim.clock.now);
    expect(await states(sim, id)).toBe('OK / OK');
    sim.clock.advance(1);
    expect(await states(sim, id)).toBe('Synchronizing / Synchronizing');
  },
);
