// Drives a pair of arrays in a test: actions go over HTTP, outages and time by calls.
import type { Simulator } from '../../src/index.js';
import { askAs, basic, messageOf, type Reply } from './array.js';

export type Site = 'a' | 'b';
export type Row = Record<string, unknown>;
export type Rows = Record<Site, Row | undefined>;

export { type Reply as Answer, askAs as sendAs, basic as basicOf, messageOf as refusal };

export const other = (site: Site): Site => (site === 'a' ? 'b' : 'a');

/** Sends one request as the first user of the array, with Basic; the body, if there is one, as JSON. */
export const send = (
  sim: Simulator,
  site: Site,
  method: string,
  target: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> =>
  askAs(sim[site], target, {
    method,
    headers: {
      authorization: basic(sim[site]),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

/** Rows of a collection, with all attributes unless the query says otherwise. */
export async function list(sim: Simulator, site: Site, resource: string, query = ''): Promise<Row[]> {
  const search = query.includes('select=') ? query : `select=*&limit=2000${query && `&${query}`}`;
  const answer = await send(sim, site, 'GET', `/${resource}?${search}`);
  if (answer.status !== 200) throw new Error(`${resource}?${search}: ${answer.status} ${answer.text}`);
  return answer.json as Row[];
}

/** One row, or nothing where the array says 404. */
export async function instance(
  sim: Simulator,
  site: Site,
  resource: string,
  id: string,
  select = '*',
): Promise<Row | undefined> {
  const answer = await send(sim, site, 'GET', `/${resource}/${id}?select=${select}`);
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw new Error(`${resource}/${id}: ${answer.status} ${answer.text}`);
  return answer.json as Row;
}

/** The session as both arrays have it; an array that is off has none to show. */
export async function session(sim: Simulator, id: string, select?: string): Promise<Rows> {
  const side = (site: Site) => (sim[site].powered ? instance(sim, site, 'replication_session', id, select) : undefined);
  const [a, b] = await Promise.all([side('a'), side('b')]);
  return { a, b };
}

/** One attribute of the session on both arrays: `Source / Destination`; `-` where an array has no such session or is off. */
export async function both(sim: Simulator, id: string, attribute: string): Promise<string> {
  const { a, b } = await session(sim, id, attribute);
  const shown = (row: Row | undefined) => (row ? String(row[attribute]) : '-');
  return `${shown(a)} / ${shown(b)}`;
}

export const states = (sim: Simulator, id: string): Promise<string> => both(sim, id, 'state');
export const roles = (sim: Simulator, id: string): Promise<string> => both(sim, id, 'role');

/** Everything that both arrays show of their sessions. A refused action must not change it. */
export async function everything(sim: Simulator): Promise<Record<string, Row[]>> {
  const seen: Record<string, Row[]> = {};
  for (const site of ['a', 'b'] as const) {
    if (!sim[site].powered) continue;
    for (const resource of ['replication_session', 'volume', 'volume_group', 'remote_system', 'job']) {
      seen[`${site} ${resource}`] = await list(sim, site, resource, 'order=id');
    }
  }
  return seen;
}

/** How to find each session of the default world: by its resource, or by a filter. */
const places: Record<string, [resource: 'volume' | 'volume_group', filter?: string] | string> = {
  'vm-group': 'resource_type=eq.replication_group',
  'nas-home': 'resource_type=eq.nas_server&type=eq.Asynchronous',
  'nas-mirror': 'resource_type=eq.nas_server&type=eq.Synchronous',
  'sql-group': ['volume_group'],
  'orders-group': ['volume_group'],
  'metro-group': ['volume_group'],
};

/** Id of the session of the resource with this name. */
export async function idOf(sim: Simulator, name: string, site: Site = 'a', further = ''): Promise<string> {
  const place = places[name] ?? ['volume'];
  let query = String(place);
  if (typeof place !== 'string') {
    const [resource] = await list(sim, site, place[0], `select=id&name=eq.${name}`);
    query = `local_resource_id=eq.${String(resource?.['id'])}`;
  }
  const found = await list(sim, site, 'replication_session', `select=id&${query}${further && `&${further}`}`);
  if (found.length !== 1) throw new Error(`${found.length} sessions of ${name}`);
  return String(found[0]?.['id']);
}

/** Ids of the sessions of the file systems of a NAS server. */
export async function fileSystemsOf(sim: Simulator, nas: string, site: Site = 'a'): Promise<string[]> {
  const found = await list(
    sim,
    site,
    'replication_session',
    `select=id&order=id&resource_type=eq.file_system&parent_replication_session_id=eq.${nas}`,
  );
  return found.map(({ id }) => String(id));
}

/** An action of a session, or with `modify` a change of it. */
export const act = (
  sim: Simulator,
  site: Site,
  id: string,
  action: string,
  body?: unknown,
  { search = '', headers = {} }: { search?: string; headers?: Record<string, string> } = {},
): Promise<Reply> =>
  action === 'modify'
    ? send(sim, site, 'PATCH', `/replication_session/${id}${search}`, body ?? {}, headers)
    : send(sim, site, 'POST', `/replication_session/${id}/${action}${search}`, body, headers);

/** An action that has to be accepted. */
export async function done(sim: Simulator, site: Site, id: string, action: string, body?: unknown): Promise<Reply> {
  const answer = await act(sim, site, id, action, body);
  if (answer.status >= 300) throw new Error(`${action} on ${site}: ${answer.status} ${answer.text}`);
  return answer;
}

export const seconds = 1000;
export const minutes = 60 * seconds;

/** Lets every transition end. Too short a time for a cycle of five minutes to begin. */
export const finishTransitions = (sim: Simulator): void => sim.clock.advance(40 * seconds);

/**
 * Watches a session on both arrays while time passes in small steps, and returns its values, each once for as long as it lasts.
 * No state of a transition lasts less than two seconds.
 */
export async function watch(
  sim: Simulator,
  id: string,
  { attribute = 'state', during = 24 * seconds, step = 2 * seconds }: WatchOptions = {},
): Promise<Record<Site, string>> {
  const shown: Record<Site, unknown[]> = { a: [], b: [] };
  for (let passed = 0; passed <= during; passed += step) {
    const rows = await session(sim, id, attribute);
    for (const site of ['a', 'b'] as const) {
      const now = rows[site] ? rows[site][attribute] : '-';
      if (shown[site].length === 0 || shown[site].at(-1) !== now) shown[site].push(now);
    }
    sim.clock.advance(step);
  }
  return { a: shown.a.join(' → '), b: shown.b.join(' → ') };
}

export interface WatchOptions {
  attribute?: string;
  during?: number;
  step?: number;
}

/** The whole state without the journal, as text to compare. */
export const worldOf = (sim: Simulator): string => JSON.stringify({ ...sim.save(), journal: [] });

/** Puts both sides of a session into a state that no action leads to. */
export function forceState(sim: Simulator, id: string, state: string): void {
  const saved = structuredClone(sim.save());
  const found = saved.sessions.find((it) => it.id === id);
  if (!found) throw new Error(`no session ${id}`);
  for (const side of Object.values(found.sides)) (side.row as Row)['state'] = state;
  sim.load(saved);
}
