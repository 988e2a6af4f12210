import { NotFoundError } from '../errors/not-found-error.js';
import type { Where } from '../query/where.js';
import { nameIn, namedResources } from '../session/resource-name.js';
import { soon } from '../time/soon.js';
import { isSession, type WatchedSession } from '../session/session-change.js';
import type { PairIdentity } from './pair-identity.js';
import { type PairSession, pairSession, type SessionSide, type Site, sites } from './pair-session.js';
import { type Side, type Sides, unreadSide } from './side.js';

/** The sessions of a side by their ids, or the error that kept them from being read. */
type Read =
  | { readonly rows: Map<string, WatchedSession>; names: ReadonlyMap<string, string> }
  | { readonly error: unknown };

/** More ids would make the URL too long for some proxies. */
const idsPerFilter = 50;

/** The sessions between the two arrays that meet the conditions on one side at least. */
export async function listSessions(
  both: Sides,
  identity: PairIdentity,
  where: Where<'replication_session'> | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly PairSession[]> {
  const read = async (site: Site): Promise<Read> => {
    try {
      const remote = await identity.remoteSystem(site, signal);
      const rows = await rowsOf(both[site], { remote_system_id: remote, ...(where && { and: [where] }) }, signal);
      return { rows, names: new Map() };
    } catch (error) {
      return { error: unreadSide(site, error, signal).error };
    }
  };
  const [a, b] = await Promise.all([read('a'), read('b')]);
  // Neither side can tell which sessions are between the two.
  if ('error' in a && 'error' in b) throw a.error;
  const found = { a, b };
  const ids = [...new Set(sites.flatMap((site) => keysOf(found[site])))].toSorted();
  // A session may meet the conditions on one side only.
  for (const site of sites) {
    const side = found[site];
    if ('error' in side) continue;
    const missing = ids.filter((id) => !side.rows.has(id));
    for (let from = 0; from < missing.length; from += idsPerFilter) {
      const some = missing.slice(from, from + idsPerFilter);
      for (const [id, row] of await rowsOf(both[site], { id: some }, signal)) side.rows.set(id, row);
    }
    side.names = await namesOf(both[site], side.rows.values(), signal);
  }
  return ids.map((id) => pairSession(id, sideOf('a', a, id), sideOf('b', b, id)));
}

/** The names of the volumes and groups, by their ids. Names that cannot be read soon are left out. */
async function namesOf(
  side: Side,
  rows: Iterable<WatchedSession>,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string>> {
  const { volumes, volumeGroups } = await side.array(signal);
  const names = new Map<string, string>();
  const all = [...rows];
  for (const resource of namedResources) {
    const ids = all.flatMap(({ resource_type: type, local_resource_id: id }) => (type === resource ? [id] : []));
    for (let from = 0; from < ids.length; from += idsPerFilter) {
      const some = { select: ['id', 'name'], where: { id: ids.slice(from, from + idsPerFilter) } } as const;
      const found = await soon(
        (either) =>
          (resource === 'volume'
            ? volumes.list({ ...some, signal: either })
            : volumeGroups.list({ ...some, signal: either })
          ).toArray(),
        signal,
      );
      // An array that does not answer soon does not answer the rest either.
      if (found === undefined) return names;
      for (const one of found) {
        const name = nameIn(one);
        if (name !== undefined) names.set(one.id, name);
      }
    }
  }
  return names;
}

const keysOf = (read: Read): string[] => ('rows' in read ? [...read.rows.keys()] : []);

async function rowsOf(
  side: Side,
  where: Where<'replication_session'>,
  signal: AbortSignal | undefined,
): Promise<Map<string, WatchedSession>> {
  const array = await side.array(signal);
  const rows = new Map<string, WatchedSession>();
  for await (const row of array.replicationSessions.list({ select: '*', where, signal })) {
    if (isSession(row)) rows.set(row.id, row);
  }
  return rows;
}

function sideOf(site: Site, read: Read, id: string): SessionSide {
  if ('error' in read) return { site, name: undefined, session: undefined, error: read.error };
  const session = read.rows.get(id);
  return {
    site,
    name: session && read.names.get(session.local_resource_id),
    session,
    error: session === undefined ? notThere(id) : undefined,
  };
}

/** The same error as for a single read. */
const notThere = (id: string): NotFoundError =>
  new NotFoundError(`replication_session_collection_query has no session ${id}`, {
    operation: 'replication_session_collection_query',
    request: { method: 'GET', url: '/replication_session' },
    status: 404,
    messages: [],
  });
