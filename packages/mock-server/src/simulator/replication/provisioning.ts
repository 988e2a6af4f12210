// Creates sessions.
import { literals, type ReplicationSessionType, type RPO } from '@powerstore-api/types';
import { objectiveMs, remoteSystemOf, ruleFor } from '../resources/policies.js';
import { membersOf, type Protectable, type Replicated } from '../resources/volumes.js';
import { type Session, type SessionRow, sidesOf } from '../world/session.js';
import type { Row } from '../world/rows.js';
import type { Site } from '../world/site.js';
import { completeRow } from '../world/tables.js';
import { arrayAt, bothKnow, dataConnection, type World } from '../world/world.js';
import { reflectService } from './host-access.js';
import { changeRows, isMetro, recordChange, steadyTransfer } from './session-side.js';
import { beginTransition } from './transitions.js';

/** A session to create. */
export interface SessionPlan {
  /** The source, or the preferred side of metro, is first. */
  sites: readonly [Site, Site];
  type: ReplicationSessionType;
  replicated: Replicated;
  /** The objective of the rule that creates the session; a metro session has none. */
  rpo?: RPO;
  witness?: boolean;
  parent?: string;
  /** For a NAS server: the ids of the sessions of its file systems. */
  children?: readonly string[];
  id?: string;
}

/** Adds a session whose sides are OK. */
export function addSession(world: World, plan: SessionPlan): Session {
  const { sites, type, replicated, rpo, children = [] } = plan;
  const id = plan.id ?? world.random.id();
  // A NAS server has no cycles of its own; its file systems have.
  const hasCycles = type === 'Asynchronous' && rpo !== undefined && replicated.resource_type !== 'nas_server';
  const session: Session = {
    id,
    name: replicated.name,
    sites,
    sides: {},
    rpo: hasCycles ? objectiveMs(rpo) : null,
    children,
    transitions: [],
    ...(plan.parent !== undefined && { parent: plan.parent }),
  };
  for (const index of [0, 1] as const) {
    const site = sites[index];
    const row = sessionRow(world, plan, id, index);
    session.sides[site] = { row };
    arrayAt(world, site).tables.add('replication_session', row);
  }
  world.sessions.set(id, session);
  return session;
}

function sessionRow(world: World, plan: SessionPlan, id: string, index: 0 | 1): SessionRow {
  const { sites, type, replicated, rpo, witness } = plan;
  const remote = index === 0 ? 1 : 0;
  const [site, other] = [sites[index], sites[remote]];
  const isFile = replicated.resource_type === 'nas_server' || replicated.resource_type === 'file_system';
  const roles = isMetro({ type })
    ? (['Metro_Preferred', 'Metro_Non_Preferred'] as const)
    : (['Source', 'Destination'] as const);
  const pairs = replicated.parts.map((part) => ({
    local_storage_element_id: part.ids[index],
    remote_storage_element_id: part.ids[remote],
    storage_element_type: part.type,
    replication_shadow_id: null,
  }));
  const isNasSynchronous = replicated.resource_type === 'nas_server' && type === 'Synchronous';
  return completeRow('replication_session', {
    id,
    state: 'OK',
    role: roles[index],
    resource_type: replicated.resource_type,
    data_transfer_state: steadyTransfer({ type, resource_type: replicated.resource_type }),
    type,
    local_resource_id: replicated.ids[index],
    remote_resource_id: replicated.ids[remote],
    remote_system_id: remoteSystemOf(world, site, other).id,
    replication_rule_id: rpo === undefined ? null : ruleFor(world, site, other, rpo, index === 1).id,
    storage_element_pairs: pairs.length > 0 ? pairs : null,
    failover_test_in_progress: false,
    data_connection_state: dataConnection(world, { sites }),
    parent_replication_session_id: plan.parent ?? null,
    // Captured from 3.0 arrays: sessions of NAS servers and file systems had none. From 4.3 on they have one.
    local_resource_state: isFile && !bothKnow(world, { sites }, '4.3.0.0') ? null : 'System_Defined',
    witness_details: witness === true && bothKnow(world, { sites }, '3.6.0.0') ? witnessDetails(world, site) : null,
    auto_failover_state: isNasSynchronous && witness === true ? 'Enabled_For_Witness_Interaction' : 'Not_Applicable',
  });
}

/** Both arrays have the same witness, each with an id of its own for it. */
function witnessDetails(world: World, site: Site): NonNullable<SessionRow['witness_details']> {
  const { serial } = arrayAt(world, site);
  return {
    witness_id: `7a892635-45c3-4500-b7f3-${serial.slice(-12).toLowerCase()}`,
    witness_uuid: '1bdbdd70-b373-4c90-a9c6-46538d930941',
    witness_name: 'witness-site-c',
    state: 'Engaged',
    state_l10n: literals.ReplicationSessionWitnessState.Engaged.text,
  };
}

/** Lets a new session copy everything once. */
export function initialize(world: World, session: Session): void {
  changeRows(world, session, {
    last_sync_timestamp: null,
    last_sync_duration: null,
    next_sync_timestamp: null,
  });
  for (const [site, { row }] of sidesOf(session)) {
    if (isMetro(row)) reflectService(world, session, site);
    recordChange(world, session, site, 'created');
  }
  beginTransition(world, session, {
    action: 'create',
    sites: [...session.sites],
    via: ['Initializing'],
    end: { to: 'OK' },
  });
}

/** Lets the resources on both ends of a metro session name it. Neither of them is a destination. */
export function nameSession(
  world: World,
  session: Session,
  resource: Protectable,
  ids: readonly [string, string],
): void {
  const serving = { is_replication_destination: false, is_host_access_available: true } satisfies Partial<
    Row<'volume'>
  >;
  for (const [index, site] of session.sites.entries()) {
    const { tables } = arrayAt(world, site);
    const row = tables.find(resource, ids[index] ?? '');
    if (!row) continue;
    tables.change(resource, row, { metro_replication_session_id: session.id, ...serving });
    for (const member of membersOf(row)) {
      const volume = tables.find('volume', member);
      if (volume) tables.change('volume', volume, serving);
    }
  }
}
