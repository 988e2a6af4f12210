// Whether hosts can access the volume or the group of a session on an array.
import { isProtectable, membersOf } from '../resources/volumes.js';
import type { Row } from '../world/rows.js';
import type { Session, Side } from '../world/session.js';
import type { Site } from '../world/site.js';
import { arrayAt, type World } from '../world/world.js';

/**
 * Whether a side of a metro session serves its hosts. A mirror that is up serves on both sides. One that is fractured or paused
 * serves on the side that was promoted, or else on the preferred side.
 */
export function serves({ row }: Side): boolean {
  const { local_resource_state: resourceState, state, role } = row;
  if (resourceState === 'Promoted' || resourceState === 'System_Promoted') return true;
  if (resourceState === 'Demoted' || resourceState === 'System_Demoted') return false;
  return (state !== 'Fractured' && state !== 'Paused' && state !== 'Pausing') || role === 'Metro_Preferred';
}

/** Updates the local resource of a metro session: whether hosts can access it here. */
export function reflectService(world: World, session: Session, site: Site): void {
  const side = session.sides[site];
  if (!side) return;
  const available = serves(side);
  changeResources(world, session, site, (): ResourceChanges => ({ is_host_access_available: available }));
}

/** The attributes of its resource, and of the members of a group, that a session changes. */
export type ResourceChanges = Partial<
  Pick<
    Row<'volume'>,
    'protection_policy_id' | 'metro_replication_session_id' | 'is_replication_destination' | 'is_host_access_available'
  >
>;

/** Changes the local resource of a session and, for a group, its members. */
export function changeResources(
  world: World,
  session: Session,
  site: Site,
  changesOf: (resource: Row<'volume' | 'volume_group'>) => ResourceChanges,
): void {
  const { tables } = arrayAt(world, site);
  const { resource_type: resource, local_resource_id: id } = session.sides[site]?.row ?? {};
  if (resource === undefined || id === undefined || !isProtectable(resource)) return;
  const own = tables.find(resource, id);
  if (!own) return;
  tables.change(resource, own, changesOf(own));
  for (const member of membersOf(own)) {
    const volume = tables.find('volume', member);
    if (volume) tables.change('volume', volume, changesOf(volume));
  }
}

/**
 * Releases the local resource from its session. A resource of a metro session no longer refers to it and serves hosts; a
 * destination loses the policy that it had from its source.
 */
export function releaseResource(world: World, session: Session, site: Site): void {
  const isDestination = session.sides[site]?.row.role === 'Destination';
  changeResources(world, session, site, (resource) => ({
    ...(isDestination && ({ protection_policy_id: null } satisfies ResourceChanges)),
    ...(resource.metro_replication_session_id === session.id &&
      ({ metro_replication_session_id: null, is_host_access_available: true } satisfies ResourceChanges)),
  }));
}
