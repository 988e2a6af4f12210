// Further views of a pair of arrays, for the tests of links, cycles, protection and releases.
import { createSimulator, type SessionSpec, type Simulator, type SimulatorOptions } from '../../src/index.js';
import { act, instance, list, minutes, type Row, seconds, send, type Site } from './pair.js';

/** A pair with one session, and those of its file systems; its cycles are an hour apart. A is its source. */
export async function oneSession(
  spec: Partial<SessionSpec> = {},
  options: SimulatorOptions = {},
): Promise<{ sim: Simulator; id: string }> {
  const sim = await createSimulator({
    clock: 'manual',
    fast: true,
    sessions: [{ name: 'erp', rpo: 'One_Hour', ...spec }],
    ...options,
  });
  const [row] = await list(sim, 'a', 'replication_session', 'parent_replication_session_id=is.null');
  return { sim, id: String(row?.['id']) };
}

/** The row of a volume or another resource that has this name. */
export async function named(sim: Simulator, site: Site, resource: string, name: string): Promise<Row> {
  const [row] = await list(sim, site, resource, `name=eq.${name}`);
  if (!row) throw new Error(`no ${resource} ${name} on ${site}`);
  return row;
}

/** Whether hosts can access the resource of this name, on both arrays: `true / false`; `-` for an array that is off. */
export async function hostAccess(sim: Simulator, name: string, resource = 'volume'): Promise<string> {
  const side = async (site: Site) =>
    sim[site].powered ? String((await named(sim, site, resource, name))['is_host_access_available']) : '-';
  return `${await side('a')} / ${await side('b')}`;
}

/** Starts an action with `is_async` and gives the id of its job. */
export async function jobOf(sim: Simulator, site: Site, id: string, action: string, body?: unknown): Promise<string> {
  return accepted(await act(sim, site, id, action, body, { search: '?is_async=true' }));
}

/** The id of the job in a 202. */
export function accepted({ status, text, json }: { status: number; text: string; json: unknown }): string {
  if (status !== 202) throw new Error(`${status} ${text}`);
  return (json as { id: string }).id;
}

export async function jobState(sim: Simulator, site: Site, job: string): Promise<unknown> {
  const row = await instance(sim, site, 'job', job);
  return row?.['state'];
}

/** Lets time pass until the first of the two arrays shows this state. */
export async function until(
  sim: Simulator,
  site: Site,
  id: string,
  state: string,
  during = 2 * minutes,
): Promise<void> {
  const seen = new Set<unknown>();
  for (let passed = 0; passed <= during; passed += seconds / 2) {
    const row = await instance(sim, site, 'replication_session', id, 'state');
    if (row?.['state'] === state) return;
    seen.add(row?.['state']);
    sim.clock.advance(seconds / 2);
  }
  throw new Error(`never ${state} on ${site}, but ${[...seen].join(', ')}`);
}

/** Assigns a protection policy to a volume or a group, or with `''` or `null` removes it. */
export const protect = (
  sim: Simulator,
  site: Site,
  place: string,
  policy: string | null,
  search = '',
): ReturnType<typeof send> => send(sim, site, 'PATCH', `/${place}${search}`, { protection_policy_id: policy });

/** `remote_system` rows of one array, as name → state and data_connection_state. */
export async function remotes(sim: Simulator, site: Site): Promise<Record<string, string>> {
  const rows = await list(sim, site, 'remote_system');
  return Object.fromEntries(
    rows.map((row) => [row['name'], `${String(row['state'])}, ${String(row['data_connection_state'])}`]),
  );
}
