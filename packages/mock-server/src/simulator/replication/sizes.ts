// The sizes of volumes on both sides of a session: one that has grown grows its copy.
import type { ReplicationState } from '@powerstore-api/types';
import { otherSite, type Session, type Transition } from '../world/session.js';
import type { Site } from '../world/site.js';
import { arrayAt, type World } from '../world/world.js';
import { isMetro } from './session-side.js';

type Sizes = Required<Transition>['sizes'];

/** States after which both sides have the same data, and so the same size. */
export const levelling: ReadonlySet<ReplicationState> = new Set<ReplicationState>([
  'Initializing',
  'Synchronizing',
  'Failing_Over',
  'Reprotecting',
  'Switching_To_Metro_Sync',
  'Switching_To_Synchronous',
]);

/** The volumes whose size differs from that of the other side. A destination takes the size of its source, metro the larger one. */
export function sizesToTake(world: World, session: Session): Sizes {
  const source = session.sites.find((site) => session.sides[site]?.row.role !== 'Destination');
  const side = source === undefined ? undefined : session.sides[source];
  if (source === undefined || !side) return [];
  const other = otherSite(session, source);
  return (side.row.storage_element_pairs ?? []).flatMap((pair): Sizes => {
    const own = volumeAt(world, source, pair.local_storage_element_id);
    const copy = volumeAt(world, other, pair.remote_storage_element_id);
    if (!own || !copy || own.size === copy.size) return [];
    if (isMetro(side.row) && copy.size > own.size) return [{ site: source, id: own.id, size: copy.size }];
    return [{ site: other, id: copy.id, size: own.size }];
  });
}

export function takeSizes(world: World, sizes: Sizes): void {
  for (const { site, id, size } of sizes) {
    const volume = volumeAt(world, site, id);
    if (volume) arrayAt(world, site).tables.change('volume', volume, { size });
  }
}

const volumeAt = (world: World, site: Site, id: string | null) => arrayAt(world, site).tables.find('volume', id ?? '');
