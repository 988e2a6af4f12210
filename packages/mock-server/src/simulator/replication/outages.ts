// Outages: the link between the two arrays is cut, or an array loses power; and both come back.
import type { ReplicationResourceState, ReplicationState } from '@powerstore-api/types';
import { otherSite, type Session, sidesOf, type Transition } from '../world/session.js';
import type { Site } from '../world/site.js';
import { wireTime } from '../world/time.js';
import { arrayAt, childrenOf, dataConnection, isConnected, type LinkState, type World } from '../world/world.js';
import { reflectService } from './host-access.js';
import { reconcileAll } from './reconcile.js';
import { changeRow, changeRows, isUndisturbed, outageState, recordChange, stopByOutage } from './session-side.js';
import { beginTransition, failTransition, interruptTransitions } from './transitions.js';

export function setLink(world: World, state: LinkState): void {
  if (world.link === state) return;
  // Before the entries of its consequences.
  world.journal.add({ time: wireTime(world.now), kind: 'link', text: `the link between A and B is ${state}` });
  changeConnections(world, () => {
    world.link = state;
  });
  reconcileAll(world);
}

export function setPower(world: World, site: Site, state: 'on' | 'off'): void {
  const array = arrayAt(world, site);
  if (array.powered === (state === 'on')) return;
  world.journal.add({ time: wireTime(world.now), array: site, kind: 'power', text: `powered ${state}` });
  changeConnections(world, () => {
    array.powered = state === 'on';
  });
  reconcileAll(world);
}

/** Makes a change after which arrays may no longer reach each other, or reach each other again. */
function changeConnections(world: World, change: () => void): void {
  const before = [...world.sessions.values()].map(
    (session) => [session, isConnected(world, session), dataConnection(world, session)] as const,
  );
  change();
  for (const [session, was, shown] of before) {
    const is = isConnected(world, session);
    const connection = dataConnection(world, session);
    if (was && !is) disconnect(world, session);
    if (connection !== shown) changeRows(world, session, { data_connection_state: connection });
    if (!was && is) world.toReconcile.push(session);
  }
  // NAS servers first, because they take their file systems with them.
  world.toReconcile.sort((one, two) => Number(one.parent !== undefined) - Number(two.parent !== undefined));
  for (const array of world.arrays.values()) {
    for (const remote of array.tables.rows('remote_system')) {
      const pair = { sites: [array.site, remote.site] } as const;
      const isReached = isConnected(world, pair);
      array.tables.change('remote_system', remote, {
        state: isReached ? 'OK' : 'Management_Connection_Lost',
        data_connection_state: dataConnection(world, pair),
        file_connection_state: isReached ? 'OK' : 'Not_OK',
      });
    }
  }
}

/** The states of transitions that one side can finish without the other. */
const canEndAlone: ReadonlySet<ReplicationState | undefined> = new Set<ReplicationState>([
  'Pausing',
  'Failing_Over_For_DR',
  'Deleting',
]);

/** Whether the array began the transition by itself, and will repeat it once the other array is back. */
const isAutomatic = ({ action }: Transition): boolean =>
  action === 'cycle' || action === 'recover' || action === 'create';

function disconnect(world: World, session: Session): void {
  const wasInSync = sidesOf(session).every(([, { row }]) => row.state === 'OK');
  for (const transition of session.transitions)
    if (transition.sites.length > 1) disconnectTransition(world, session, transition);
  for (const [site, side] of sidesOf(session)) if (isUndisturbed(side)) stopByOutage(world, session, site, side);
  if (wasInSync) breakMirror(world, session);
}

function disconnectTransition(world: World, session: Session, transition: Transition): void {
  const [receiver, ...others] = transition.sites;
  const members = [session, ...childrenOf(world, session)];
  if (receiver !== undefined && canEndAlone.has(transition.via[0]) && arrayAt(world, receiver).powered) {
    transition.sites = [receiver];
    for (const member of members) {
      for (const [site, side] of sidesOf(member)) if (others.includes(site)) stopByOutage(world, member, site, side);
    }
    return;
  }
  if (isAutomatic(transition)) {
    interruptTransitions(world, session, transition.sites, 'The other array cannot be reached.');
    for (const member of members) for (const [site, side] of sidesOf(member)) stopByOutage(world, member, site, side);
    return;
  }
  failTransition(world, session, transition, { text: 'The other array can no longer be reached.' });
  for (const member of members) {
    for (const [site, side] of sidesOf(member)) {
      if (isUndisturbed(side) || side.row.state === outageState(side)) stopByOutage(world, member, site, side);
    }
  }
}

/** Breaks a mirror that was in sync. Metro sessions and synchronous NAS sessions each decide which side serves now. */
function breakMirror(world: World, session: Session): void {
  const [one] = sidesOf(session);
  if (!one) return;
  const [, { row }] = one;
  const isWitnessed = row.witness_details !== null;
  breakMetro(world, session, isWitnessed);
  if (row.auto_failover_state === 'Enabled_For_Witness_Interaction' && isWitnessed) failOverByWitness(world, session);
}

/** The preferred side of a metro session goes on serving, unless its array is off and a witness tells the other side. */
function breakMetro(world: World, session: Session, isWitnessed: boolean): void {
  const preferred = siteOf(session, 'Metro_Preferred');
  if (preferred === undefined) return;
  const other = otherSite(session, preferred);
  const isPromoted = isWitnessed && !arrayAt(world, preferred).powered && arrayAt(world, other).powered;
  setResourceState(world, session, preferred, isPromoted ? 'System_Demoted' : 'System_Defined');
  setResourceState(world, session, other, isPromoted ? 'System_Promoted' : 'System_Demoted');
}

/** The destination takes over if the array of the source is off. */
function failOverByWitness(world: World, session: Session): void {
  const destination = siteOf(session, 'Destination');
  if (destination === undefined) return;
  if (arrayAt(world, otherSite(session, destination)).powered || !arrayAt(world, destination).powered) return;
  beginTransition(world, session, {
    action: 'failover',
    sites: [destination],
    via: ['Failing_Over_For_DR'],
    end: { to: 'Failed_Over' },
    swapsRoles: true,
  });
}

const siteOf = (session: Session, role: 'Metro_Preferred' | 'Destination'): Site | undefined =>
  sidesOf(session).find(([, { row }]) => row.role === role)?.[0];

function setResourceState(world: World, session: Session, site: Site, state: ReplicationResourceState): void {
  const row = session.sides[site]?.row;
  if (!row) return;
  if (row.local_resource_state !== state) recordChange(world, session, site, `local_resource_state ${state}`);
  changeRow(world, site, row, { local_resource_state: state });
  reflectService(world, session, site);
}
