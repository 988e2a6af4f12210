import type { Row } from '../../query/row.js';
import { completeRow } from '../world/tables.js';
import { wireTime } from '../world/time.js';
import type { Site } from '../world/site.js';
import { arrayAt, type Session, ticket, type World } from '../world/world.js';

/** Takes a snapshot of the local resource of a session, where that is a volume or a volume group, and returns its id. */
export function takeSnapshot(world: World, session: Session, site: Site, reason: string, expires?: number): string {
  const { tables } = arrayAt(world, site);
  const { resource_type: type, local_resource_id: of } = session.sides[site]?.row ?? {};
  const id = world.random.id();
  const original = tables.find(String(type), String(of));
  if (!original || (type !== 'volume' && type !== 'volume_group')) return id;
  const { members: _, ...copy }: Row = original;
  const name = `${reason}_${wireTime(world.now)}`;
  // Nobody but the array takes one here: by itself, or in the course of an action.
  const creator = reason === 'daily' ? 'Scheduler' : 'System';
  tables.add(
    type,
    completeRow(type, {
      ...copy,
      id,
      name,
      type: 'Snapshot',
      creation_timestamp: wireTime(world.now),
      protection_policy_id: null,
      metro_replication_session_id: null,
      is_replication_destination: false,
      protection_data: {
        ...(copy['protection_data'] as Row),
        parent_id: of,
        source_id: of,
        source_timestamp: wireTime(world.now),
        creator_type: creator,
        creator_type_l10n: creator,
        expiration_timestamp: expires === undefined ? null : wireTime(expires),
        is_app_consistent: null,
      },
    }),
  );
  world.snapshots.set(id, { id, site, resource: type, of: String(of), ...(expires !== undefined && { expires }) });
  if (expires !== undefined) world.due.push({ at: expires, ticket: ticket(world), subject: id });
  return id;
}

export function expireSnapshot(world: World, id: string): void {
  const snapshot = world.snapshots.get(id);
  if (!snapshot) return;
  arrayAt(world, snapshot.site).tables.remove(snapshot.resource, id);
  world.snapshots.delete(id);
}
