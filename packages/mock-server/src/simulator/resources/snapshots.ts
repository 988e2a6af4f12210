import { literals, type StorageCreatorType } from '@powerstore-api/types';
import type { Session } from '../world/session.js';
import type { NewRow, Row } from '../world/rows.js';
import type { Site } from '../world/site.js';
import { completeRow } from '../world/tables.js';
import { wireTime } from '../world/time.js';
import { arrayAt, nextSequenceNumber, type World } from '../world/world.js';
import { isProtectable, type Protectable } from './volumes.js';

/**
 * Why the array takes a snapshot: by its schedule, or as a part of an action. The name of the snapshot begins with it; Dell's
 * CSI driver knows those of metro by their beginning (sdk-csi).
 */
type Reason = 'daily' | 'Metro_Promote' | 'Metro_Demote' | 'failover_test_STOPPED';

/** Takes a snapshot of the local resource of a session, if that is a volume or a volume group. Returns its id in any case. */
export function takeSnapshot(world: World, session: Session, site: Site, reason: Reason, expires?: number): string {
  const id = world.random.id();
  const { tables } = arrayAt(world, site);
  const { resource_type: resource, local_resource_id: of } = session.sides[site]?.row ?? {};
  if (resource === undefined || of === undefined || !isProtectable(resource)) return id;
  const original = tables.find(resource, of);
  if (!original) return id;
  const creator: StorageCreatorType = reason === 'daily' ? 'Scheduler' : 'System';
  const snapshot: NewRow<Protectable> = {
    ...original,
    ...('members' in original && { members: [] }),
    id,
    name: reason.startsWith('Metro_')
      ? `${reason}_${wireTime(world.now)}_${original.name}`
      : `${reason}_${wireTime(world.now)}`,
    type: 'Snapshot',
    creation_timestamp: wireTime(world.now),
    protection_policy_id: null,
    metro_replication_session_id: null,
    is_replication_destination: false,
    protection_data: {
      ...original.protection_data,
      parent_id: of,
      source_id: of,
      source_timestamp: wireTime(world.now),
      creator_type: creator,
      creator_type_l10n: literals.StorageCreatorType[creator].text,
      expiration_timestamp: expires === undefined ? null : wireTime(expires),
      is_app_consistent: null,
    },
  };
  tables.add(resource, completeRow(resource, snapshot));
  world.snapshots.set(id, { id, site, resource, of, ...(expires !== undefined && { expires }) });
  if (expires !== undefined) world.due.push({ at: expires, sequenceNumber: nextSequenceNumber(world), subject: id });
  return id;
}

/** Changes when the array deletes a snapshot, and whether it is secure until then. */
export function keepSnapshotUntil(
  world: World,
  site: Site,
  resource: Protectable,
  row: Row<Protectable>,
  changes: { readonly expiration_timestamp?: string | null; readonly is_secure?: boolean },
): void {
  const { expiration_timestamp: at, is_secure: isSecure } = changes;
  // Without Prism's checks it may be anything.
  const time = Date.parse(String(at));
  const expires = Number.isNaN(time) ? undefined : time;
  const { tables } = arrayAt(world, site);
  tables.change(resource, row, {
    protection_data: {
      ...row.protection_data,
      ...(at !== undefined && { expiration_timestamp: expires === undefined ? null : wireTime(expires) }),
      ...(isSecure !== undefined && { is_secure: isSecure }),
    },
  });
  const snapshot = world.snapshots.get(row.id);
  if (!snapshot || at === undefined) return;
  const { expires: _before, ...kept } = snapshot;
  world.snapshots.set(row.id, { ...kept, ...(expires !== undefined && { expires }) });
  if (expires !== undefined)
    world.due.push({ at: expires, sequenceNumber: nextSequenceNumber(world), subject: row.id });
}

/** Deletes a snapshot whose time has come. */
export function expireSnapshot(world: World, id: string): void {
  const snapshot = world.snapshots.get(id);
  if (!snapshot || (snapshot.expires ?? Infinity) > world.now) return;
  arrayAt(world, snapshot.site).tables.remove(snapshot.resource, id);
  world.snapshots.delete(id);
}
