// A part of the connection between the arrays is lost, and replication goes on.
import { expect, test } from 'vitest';
import { createSimulator } from '../../src/index.js';
import { formatTimeline, runScenario } from '../../src/scenario/index.js';
import { both, done, finishTransitions, idOf, list, states } from '../helpers/pair.js';

const manual = { clock: 'manual', fast: true } as const;

test('sessions and remote systems show it, and sessions of every kind go on', async () => {
  await using sim = await createSimulator({
    ...manual,
    sessions: [
      { name: 'erp' },
      { name: 'ledger', type: 'Synchronous' },
      { name: 'mirror', type: 'Metro_Active_Active' },
    ],
  });
  sim.link.degrade();
  expect([sim.link.up, sim.link.state]).toEqual([true, 'degraded']);
  for (const name of ['erp', 'ledger', 'mirror']) {
    const id = await idOf(sim, name);
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await both(sim, id, 'data_connection_state')).toBe(
      'Partial_Data_Connection_Loss / Partial_Data_Connection_Loss',
    );
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    await done(sim, 'a', id, 'resume');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  }
  const systems = await list(sim, 'a', 'remote_system', `name=eq.${sim.b.name}`);
  expect(systems).toMatchObject([
    { state: 'OK', data_connection_state: 'Partial_Data_Connection_Loss', file_connection_state: 'OK' },
  ]);
  // The third site has connections of its own.
  const third = await list(sim, 'a', 'remote_system', `name=neq.${sim.b.name}`);
  for (const system of third) expect(system).toMatchObject({ data_connection_state: 'OK' });
});

test('it can be lost as a whole, come back in part, and heal', async () => {
  await using sim = await createSimulator({ ...manual, sessions: [{ name: 'erp' }] });
  const id = await idOf(sim, 'erp');
  const shown = async (): Promise<string> => String((await both(sim, id, 'data_connection_state')).split(' / ')[0]);
  const seen: string[] = [];
  for (const change of ['degrade', 'cut', 'degrade', 'heal'] as const) {
    sim.link[change]();
    finishTransitions(sim);
    seen.push(`${await shown()} ${await states(sim, id)}`);
  }
  expect(seen).toEqual([
    'Partial_Data_Connection_Loss OK / OK',
    'Complete_Data_Connection_Loss System_Paused / System_Paused',
    'Partial_Data_Connection_Loss OK / OK',
    'OK OK / OK',
  ]);
});

test('is kept in a saved state, and set by the control calls and by a scenario', async () => {
  await using sim = await createSimulator({ ...manual, sessions: [{ name: 'erp' }] });
  sim.link.degrade();
  const saved = sim.save();
  sim.link.heal();
  sim.load(saved);
  expect(sim.link.state).toBe('degraded');
  expect(sim.journal.findLast(({ kind }) => kind === 'link')?.text).toMatch(/is degraded$/);
  const answer = await fetch(`${sim.a.url}/__sim/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"state":"degraded"}',
  });
  expect(await answer.json()).toEqual({ link: 'degraded' });

  const { timeline } = await runScenario({
    name: 'half a link',
    simulator: { sessions: [{ name: 'erp' }] },
    steps: [
      { link: 'degrade' },
      { expect: { session: 'erp', on: 'a', state: 'OK', data_connection_state: 'Partial_Data_Connection_Loss' } },
      { link: 'heal' },
      { expect: { session: 'erp', on: 'a', data_connection_state: 'OK' } },
    ],
  });
  expect(formatTimeline(timeline)).toMatch(/link degraded[^]*link healed/);
});
