// Rows for the resources that no array is without, where a recording lacks them: the array may not have shown them.
import type { Row } from '../../query/row.js';
import type { Site } from '../world/site.js';
import type { SavedState } from './saved-state.js';

type Rows = Readonly<Record<string, readonly Row[]>>;

interface Recorded {
  readonly resources: Rows;
}

/** The recorded arrays, each with a cluster, its software, and the remote systems that its sessions and rules name. */
export function withStandIns<R extends Recorded>(recorded: ReadonlyMap<Site, R>, generated: SavedState): Map<Site, R> {
  const clusters = new Map(
    [...recorded].map(([site]) => {
      const [own] = recorded.get(site)?.resources['cluster'] ?? [];
      return [site, own ?? { ...generatedRows(generated, site, 'cluster')[0], ...serialByOther(site, recorded) }];
    }),
  );
  return new Map(
    [...recorded].map(([site, one]) => {
      const cluster = clusters.get(site);
      const standIns: Rows = {
        cluster: cluster ? [cluster] : [],
        software_installed: generatedRows(generated, site, 'software_installed').map((row) => ({
          ...row,
          appliance: { id: row['appliance_id'] },
        })),
        remote_system: remoteSystems(site, recorded, generatedRows(generated, site, 'remote_system'), clusters),
      };
      return [site, { ...one, resources: { ...standIns, ...one.resources } }];
    }),
  );
}

const generatedRows = ({ arrays }: SavedState, site: Site, resource: string): readonly Row[] =>
  arrays.find((it) => it.site === site)?.rows[resource] ?? [];

/** The other recorded array, and the ids that an array has for it in the sessions that both have. */
function otherOf(site: Site, recorded: ReadonlyMap<Site, Recorded>): { other?: Site; ids: ReadonlySet<unknown> } {
  const other = [...recorded.keys()].find((it) => it !== site);
  if (other === undefined) return { ids: new Set() };
  const sessionsOf = (at: Site): readonly Row[] => recorded.get(at)?.resources['replication_session'] ?? [];
  const shared = new Set(sessionsOf(other).map((row) => row['id']));
  const ids = sessionsOf(site).flatMap((row) => (shared.has(row['id']) ? [row['remote_system_id']] : []));
  return { other, ids: new Set(ids) };
}

/** The serial number by which the other recorded array knows this one. */
function serialByOther(site: Site, recorded: ReadonlyMap<Site, Recorded>): Row {
  const { other } = otherOf(site, recorded);
  if (other === undefined) return {};
  const { ids } = otherOf(other, recorded);
  const known = recorded.get(other)?.resources['remote_system']?.find((row) => ids.has(row['id']));
  return known ? { global_id: known['serial_number'] } : {};
}

/** A remote system for each id that a session or a rule names. */
function remoteSystems(
  site: Site,
  recorded: ReadonlyMap<Site, Recorded>,
  generated: readonly Row[],
  clusters: ReadonlyMap<Site, Row>,
): Row[] {
  const { other, ids: toOther } = otherOf(site, recorded);
  const { replication_session: sessions = [], replication_rule: rules = [] } = recorded.get(site)?.resources ?? {};
  const named = new Set([...sessions, ...rules].map((row) => row['remote_system_id']));
  return [...named].flatMap((id) => {
    if (typeof id !== 'string') return [];
    const at = other !== undefined && toOther.has(id) ? other : 'c';
    const like = generated.find((row) => row['site'] === at) ?? generated[0];
    const serial = clusters.get(at)?.['global_id'];
    return [{ ...like, id, ...(serial !== undefined && { serial_number: serial }) }];
  });
}
