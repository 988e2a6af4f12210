// The effects of an action on a NAS server and its file systems.
import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../src/index.js';
import { act, done, fileSystemsOf, list, roles, finishTransitions, states } from '../helpers/pair.js';
import { situations } from '../helpers/situations.js';

const as = 'Source / Destination';
const swapped = 'Destination / Source';

async function nas(type: 'Asynchronous' | 'Synchronous' = 'Asynchronous', parts = 3) {
  const spec = { name: 'one', kind: 'nas_server', type, parts, rpo: 'One_Hour' } as const;
  const sim = await createSimulator({ clock: 'manual', fast: true, sessions: [spec] });
  const [row] = await list(sim, 'a', 'replication_session', 'resource_type=eq.nas_server');
  const id = String(row?.['id']);
  return { sim, id, files: await fileSystemsOf(sim, id) };
}

describe('a NAS server and its file systems', () => {
  it.each([
    ['Asynchronous', 3, 'pause', 'a', 'Paused'],
    ['Asynchronous', 2, 'failover', 'a', 'Failed_Over'],
    ['Synchronous', 2, 'pause', 'b', 'Paused'],
    ['Synchronous', 3, 'failover', 'a', 'Failed_Over'],
  ] as const)('%s, %i file systems: %s takes them along', async (type, parts, action, site, end) => {
    const { sim, id, files } = await nas(type, parts);
    await using _ = sim;
    expect(files).toHaveLength(parts);
    await done(sim, site, id, action);
    const under = await states(sim, id);
    for (const file of files) expect(await states(sim, file)).toBe(under);
    finishTransitions(sim);
    for (const each of [id, ...files]) {
      expect(await states(sim, each)).toBe(`${end} / ${end}`);
      expect(await roles(sim, each)).toBe(end === 'Failed_Over' ? swapped : as);
    }
  });

  it('says in part where its file systems differ, and all of it where they agree again', async () => {
    const { sim, id, files } = await nas();
    await using _ = sim;
    const [first = '', second = '', third = ''] = files;
    await done(sim, 'a', first, 'pause');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Partial_Paused / Partial_Paused');
    expect(await states(sim, second)).toBe('OK / OK');
    await done(sim, 'b', second, 'pause');
    await done(sim, 'b', third, 'pause');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Paused / Paused');
    for (const file of files) await done(sim, 'a', file, 'resume');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
    await done(sim, 'a', third, 'failover');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('Partial_Failed_Over / Partial_Failed_Over');
    await done(sim, 'b', third, 'reprotect');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('OK / OK');
  });

  it.each([
    ['pause', 'a', undefined, 'OK', 'Partial_Paused', 'Paused'],
    ['failover', 'a', undefined, 'OK', 'Partial_Failed_Over', 'Failed_Over'],
    ['sync', 'a', undefined, 'OK', 'Partial_OK', 'OK'],
    ['reprotect', 'b', undefined, 'Failed_Over', 'Partial_Reprotected', 'OK'],
    ['reprotect', 'b', { discard_changes_after_failover: true }, 'Failed_Over', 'Partial_Failed_Back', 'OK'],
  ] as const)(
    'leaves one of them behind where %s fails on the way',
    async (action, site, body, from, partial, rest) => {
      const { sim, id, files } = await nas();
      await using _ = sim;
      await situations[from](sim, id);
      sim.faults.add({ session: id, effect: { job: 'fails', text: 'one is busy' } });
      const { json } = await act(sim, site, id, action, body, { search: '?is_async=true' });
      finishTransitions(sim);
      expect(await states(sim, id)).toBe(`${partial} / ${partial}`);
      const ended = await Promise.all(files.map((file) => states(sim, file)));
      expect(ended.filter((shown) => shown === `${rest} / ${rest}`)).toHaveLength(files.length - 1);
      const [job] = await list(sim, site, 'job', `id=eq.${(json as { id: string }).id}`);
      expect(job).toMatchObject({
        state: 'FAILED',
        phase: 'Failed',
        response_body: { messages: [{ message_l10n: 'one is busy' }] },
      });
    },
  );

  it('does one thing at a time: a file system takes part in the transitions of its server', async () => {
    const { sim, id, files } = await nas();
    await using _ = sim;
    const [file = ''] = files;
    await done(sim, 'a', id, 'sync');
    expect((await act(sim, 'a', file, 'pause')).status).toBe(422);
    expect((await act(sim, 'b', file, 'start_failover_test')).status).toBe(400);
    finishTransitions(sim);
    expect((await act(sim, 'a', file, 'pause')).status).toBe(204);
  });
});
