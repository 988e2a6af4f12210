// What one side of a session shows: its state with all that follows from it, its role, and whether its hosts are served.
import type { Row } from '../../query/row.js';
import { wireTime } from '../world/time.js';
import type { Site } from '../world/site.js';
import { arrayAt, bothKnow, type Session, type Side, type World } from '../world/world.js';

/** What a session stops in when its arrays lose each other. */
export const lostState = ({ row }: Side): string => (isMetro(row) ? 'Fractured' : 'System_Paused');

export const isMetro = (row: Row): boolean => row['type'] === 'Metro_Active_Active';

export const isAsynchronous = (row: Row): boolean => row['type'] === 'Asynchronous';

/** Puts a side into a state, with what follows from it. */
export function enter(world: World, session: Session, site: Site, state: string): void {
  const side = session.sides[site];
  if (!side) return;
  const { row } = side;
  const before = String(row['state']);
  change(world, site, row, {
    state,
    data_transfer_state: transferState(world, session, row, state),
    progress_percentage: null,
    estimated_completion_timestamp: null,
    ...(state === 'OK' && { error_code: null }),
    ...(state === 'OK' && isMetro(row) && { local_resource_state: 'System_Defined' }),
    ...((state === 'Failed_Over' || state === 'Paused') && { next_sync_timestamp: null }),
  });
  delete side.lost;
  if (isMetro(row)) reflectService(world, session, site);
  if (before !== state) note(world, session, site, `${before} → ${state}`);
}

/** States a session is in by itself; in any other one a user has to act, and goes on having to. */
export const undisturbed = new Set(['OK', 'Synchronizing', 'Partial_OK']);

/** Stops a side that the other one has gone out of reach of. */
export function stop(world: World, session: Session, site: Site, side: Side): void {
  enter(world, session, site, lostState(side));
  side.lost = true;
}

/** Changes the row of a session on an array. */
export function change(world: World, site: Site, row: Row, changes: Row): void {
  arrayAt(world, site).tables.change('replication_session', row, changes);
}

export function note(world: World, session: Session, site: Site, text: string): void {
  world.journal.add({
    time: wireTime(world.now),
    array: site,
    kind: 'state',
    session: session.id,
    resource: session.name,
    text,
  });
}

/** How data moves while nothing is in its way. */
export function steadyTransfer({ type, resource_type: resource }: Row): string | null {
  if (type !== 'Asynchronous') return type === 'Synchronous' ? 'Synchronous' : 'Active_Active';
  // Captured from a 3.0 array: file systems have none.
  return resource === 'file_system' ? null : 'Asynchronous';
}

function transferState(world: World, session: Session, row: Row, state: string): unknown {
  if (state === 'Initializing') return isMetro(row) ? 'System_Asynchronous_Initial_Sync' : 'Asynchronous_Initial_Sync';
  if (state === 'OK' || isAsynchronous(row)) return steadyTransfer(row);
  switch (state) {
    case 'Switching_To_Metro_Sync':
      return 'System_Asynchronous';
    case 'Switching_To_Synchronous':
    case 'Reprotecting':
      return 'Switch_To_Sync_Diff_Copy';
    case 'Fractured':
    case 'System_Paused': {
      const inSync = ['Active_Active', 'Synchronous', 'Faulted_From_In_Sync'].includes(
        String(row['data_transfer_state']),
      );
      return inSync && bothKnow(world, session, '4.3.0.0') ? 'Faulted_From_In_Sync' : 'Faulted';
    }
    case 'Paused':
    case 'Failed_Over':
      return 'Paused';
    default:
      return row['data_transfer_state'];
  }
}

export function takeRole(world: World, session: Session, site: Site, role: string): void {
  const row = session.sides[site]?.row;
  if (!row || row['role'] === role) return;
  const before = String(row['role']);
  change(world, site, row, { role, progress_percentage: null });
  note(world, session, site, `role ${before} → ${role}`);
  if (isMetro(row)) reflectService(world, session, site);
  else {
    const changes = { is_replication_destination: role === 'Destination', is_host_access_available: role === 'Source' };
    changeResources(world, session, site, () => changes);
  }
}

/**
 * Whether a side of a metro session serves its hosts. A mirror that is up serves on both sides; one that is broken or
 * paused where somebody said so, else on the preferred side.
 */
export function serves({ row }: Side): boolean {
  const { local_resource_state: said, state, role } = row;
  if (said === 'Promoted' || said === 'System_Promoted') return true;
  if (said === 'Demoted' || said === 'System_Demoted') return false;
  return (state !== 'Fractured' && state !== 'Paused' && state !== 'Pausing') || role === 'Metro_Preferred';
}

/** Says on the resource whether hosts reach it here. */
export function reflectService(world: World, session: Session, site: Site): void {
  const side = session.sides[site];
  if (!side) return;
  const available = serves(side);
  changeResources(world, session, site, () => ({ is_host_access_available: available }));
}

/** Changes the local resource of a session and, of a group, its members. */
function changeResources(world: World, session: Session, site: Site, changesOf: (resource: Row) => Row): void {
  const { tables } = arrayAt(world, site);
  const { resource_type: type, local_resource_id: id } = session.sides[site]?.row ?? {};
  const own = tables.find(String(type), String(id));
  if (!own) return;
  tables.change(String(type), own, changesOf(own));
  if (type !== 'volume_group') return;
  for (const member of membersOf(own)) {
    const volume = tables.find('volume', member);
    if (volume) tables.change('volume', volume, changesOf(volume));
  }
}

/** Members of a volume group; kept in its row under a name that is on no wire. */
export const membersOf = (group: Row): readonly string[] => (group['members'] ?? []) as string[];

/**
 * The resource is free of its session: a metro session is no longer named on it, and hosts reach it again; the policy that
 * came with being a destination is gone.
 */
export function releaseResource(world: World, session: Session, site: Site): void {
  const isDestination = session.sides[site]?.row['role'] === 'Destination';
  changeResources(world, session, site, (resource) => ({
    ...(isDestination && { protection_policy_id: null }),
    ...(resource['metro_replication_session_id'] === session.id && {
      metro_replication_session_id: null,
      is_host_access_available: true,
    }),
  }));
}
