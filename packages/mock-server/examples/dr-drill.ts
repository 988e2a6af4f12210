// Three disaster-recovery drills on a simulated pair of arrays, over plain HTTP, with the timeline of each.
//
// After `npm run setup` and `npx turbo run build` at the root of the repository, in packages/mock-server:
//
//   npx tsx examples/dr-drill.ts
import { createSimulator, type SimulatedArray, type Simulator } from '@powerstore-api/mock-server';
import { formatTimeline } from '@powerstore-api/mock-server/scenario';

const minutes = 60_000;

async function ask<T>({ url, username, password }: SimulatedArray, path: string, init: RequestInit = {}): Promise<T> {
  const headers = {
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    'content-type': 'application/json',
  };
  const response = await fetch(`${url}/api/rest${path}`, { ...init, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The one volume of the drills, and its session, which has the same id on both arrays. */
async function findSession(array: SimulatedArray): Promise<string> {
  const [volume] = await ask<{ id: string }[]>(array, '/volume?name=eq.erp-data&select=id');
  const [session] = await ask<{ id: string }[]>(array, `/replication_session?local_resource_id=eq.${volume?.id}`);
  return session?.id ?? '';
}

const act = (array: SimulatedArray, id: string, action: string, body: object = {}): Promise<unknown> =>
  ask(array, `/replication_session/${id}/${action}`, { method: 'POST', body: JSON.stringify(body) });

/** Looks once a (simulated) second, as a tool would, until the session is in this state and role. */
async function until(sim: Simulator, on: 'a' | 'b', id: string, state: string, role: string): Promise<void> {
  for (let looks = 0; looks < 600; looks += 1) {
    const now = await ask<{ state: string; role: string }>(sim[on], `/replication_session/${id}?select=state,role`);
    if (now.state === state && now.role === role) return;
    sim.clock.advance(1000);
  }
  throw new Error(`The session is not ${state} as ${role} on ${on} after ten minutes.`);
}

async function plannedFailover(sim: Simulator, id: string): Promise<void> {
  await act(sim.a, id, 'failover', { is_planned: true, reverse: true });
  await until(sim, 'b', id, 'OK', 'Source');
  await until(sim, 'a', id, 'OK', 'Destination');
}

async function siteLoss(sim: Simulator, id: string): Promise<void> {
  sim.link.cut();
  await until(sim, 'b', id, 'System_Paused', 'Destination');
  sim.clock.advance(10 * minutes);
  // The replica is older than its objective by now, so 4.4 asks for force.
  await act(sim.b, id, 'failover', { is_planned: false, force: true });
  await until(sim, 'b', id, 'Failed_Over', 'Source');
  sim.clock.advance(30 * minutes);
  sim.link.heal();
  await until(sim, 'a', id, 'Failed_Over', 'Destination');
  await act(sim.b, id, 'reprotect');
  await until(sim, 'b', id, 'OK', 'Source');
  // And back.
  await act(sim.b, id, 'failover', { is_planned: true, reverse: true });
  await until(sim, 'a', id, 'OK', 'Source');
}

async function failoverTest(sim: Simulator, id: string): Promise<void> {
  await act(sim.b, id, 'start_failover_test');
  sim.clock.advance(10 * minutes); // hosts run their test while replication goes on
  const kept = await act(sim.b, id, 'stop_failover_test', { create_end_of_test_snapshot: true });
  const { snapshot_id: snapshot } = kept as { snapshot_id: string };
  const { name } = await ask<{ name: string }>(sim.b, `/volume/${snapshot}?select=name`);
  console.log(`The data of the test is kept as ${name}.`);
  await until(sim, 'a', id, 'OK', 'Source');
}

async function drill(title: string, play: (sim: Simulator, id: string) => Promise<void>): Promise<void> {
  await using sim = await createSimulator({ clock: 'manual', sessions: [{ name: 'erp-data' }] });
  console.log(`\n${title}\n`);
  await play(sim, await findSession(sim.a));
  console.log(formatTimeline(sim.journal, { color: process.stdout.isTTY, width: process.stdout.columns ?? 100 }));
}

await drill('Planned failover with reverse', plannedFailover);
await drill('The WAN is cut, B takes over, the WAN comes back, B is protected on A, and back to A', siteLoss);
await drill('Failover test, with a snapshot at its end', failoverTest);
