// One side of a session: its state, with everything that follows from it, and its role.
import type { DataTransferState, ReplicationRole, ReplicationState } from '@powerstore-api/types';
import { type Session, type SessionRow, type Side, sidesOf } from '../world/session.js';
import type { Site } from '../world/site.js';
import { wireTime } from '../world/time.js';
import { arrayAt, bothKnow, type World } from '../world/world.js';
import { changeResources, reflectService, type ResourceChanges } from './host-access.js';

export const isMetro = ({ type }: Pick<SessionRow, 'type'>): boolean => type === 'Metro_Active_Active';

export const isAsynchronous = ({ type }: Pick<SessionRow, 'type'>): boolean => type === 'Asynchronous';

/** The states of a session that works. A link that fails stops a session in these states, and leaves others as they are. */
const undisturbed: ReadonlySet<ReplicationState> = new Set<ReplicationState>(['OK', 'Synchronizing', 'Partial_OK']);

export const isUndisturbed = ({ row }: Side): boolean => undisturbed.has(row.state);

/** The state in which a session stops when its arrays cannot reach each other. */
export const outageState = ({ row }: Side): ReplicationState => (isMetro(row) ? 'Fractured' : 'System_Paused');

/** Puts a side into a state, with everything that follows from it. */
export function enterState(world: World, session: Session, site: Site, state: ReplicationState): void {
  const side = session.sides[site];
  if (!side) return;
  const { row } = side;
  const before = row.state;
  changeRow(world, site, row, {
    state,
    data_transfer_state: transferState(world, session, row, state),
    progress_percentage: null,
    estimated_completion_timestamp: null,
    ...(state === 'OK' && ({ error_code: null } satisfies Partial<SessionRow>)),
    ...(state === 'OK' && isMetro(row) && ({ local_resource_state: 'System_Defined' } satisfies Partial<SessionRow>)),
    ...((state === 'Failed_Over' || state === 'Paused') &&
      ({ next_sync_timestamp: null } satisfies Partial<SessionRow>)),
  });
  delete side.stoppedByOutage;
  if (isMetro(row)) reflectService(world, session, site);
  if (before !== state) recordChange(world, session, site, `${before} → ${state}`);
}

/** Stops a side because the other one can no longer be reached. */
export function stopByOutage(world: World, session: Session, site: Site, side: Side): void {
  enterState(world, session, site, outageState(side));
  side.stoppedByOutage = true;
}

export function takeRole(world: World, session: Session, site: Site, role: ReplicationRole): void {
  const row = session.sides[site]?.row;
  if (!row || row.role === role) return;
  const before = row.role;
  changeRow(world, site, row, { role, progress_percentage: null });
  recordChange(world, session, site, `role ${before} → ${role}`);
  if (isMetro(row)) reflectService(world, session, site);
  else {
    changeResources(world, session, site, (): ResourceChanges => ({
      is_replication_destination: role === 'Destination',
      is_host_access_available: role === 'Source',
    }));
  }
}

/** Changes the row of a session on an array. */
export function changeRow(world: World, site: Site, row: SessionRow, changes: Partial<SessionRow>): void {
  arrayAt(world, site).tables.change('replication_session', row, changes);
}

/** Changes the rows of a session on both of its arrays. */
export function changeRows(world: World, session: Session, changes: Partial<SessionRow>): void {
  for (const [site, { row }] of sidesOf(session)) changeRow(world, site, row, changes);
}

/** Enters a change of a side in the journal. */
export function recordChange(world: World, session: Session, site: Site, text: string): void {
  world.journal.add({
    time: wireTime(world.now),
    array: site,
    kind: 'state',
    session: session.id,
    resource: session.name,
    text,
  });
}

/** The data transfer state of a session that works. */
export function steadyTransfer({
  type,
  resource_type: resource,
}: Pick<SessionRow, 'type' | 'resource_type'>): DataTransferState | null {
  if (type !== 'Asynchronous') return type === 'Synchronous' ? 'Synchronous' : 'Active_Active';
  // Captured from a 3.0 array: file systems have none.
  return resource === 'file_system' ? null : 'Asynchronous';
}

/** The data transfer states of a mirror that had the same data on both sides. */
const inSync: ReadonlySet<DataTransferState | null> = new Set<DataTransferState>([
  'Active_Active',
  'Synchronous',
  'Faulted_From_In_Sync',
]);

function transferState(
  world: World,
  session: Session,
  row: SessionRow,
  state: ReplicationState,
): DataTransferState | null {
  if (state === 'Initializing') return isMetro(row) ? 'System_Asynchronous_Initial_Sync' : 'Asynchronous_Initial_Sync';
  if (state === 'OK' || isAsynchronous(row)) return steadyTransfer(row);
  switch (state) {
    case 'Switching_To_Metro_Sync':
      return 'System_Asynchronous';
    case 'Switching_To_Synchronous':
    case 'Reprotecting':
      return 'Switch_To_Sync_Diff_Copy';
    case 'Fractured':
    case 'System_Paused':
      return inSync.has(row.data_transfer_state) && bothKnow(world, session, '4.3.0.0')
        ? 'Faulted_From_In_Sync'
        : 'Faulted';
    case 'Paused':
    case 'Failed_Over':
      return 'Paused';
    default:
      return row.data_transfer_state;
  }
}
