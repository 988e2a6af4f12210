// The link between the two arrays, and the power of each: what is lost with them, and what comes back.
import { begin, fail, interrupt } from './transitions.js';
import { change, isMetro, lostState, note, reflectService, stop, undisturbed } from './session-side.js';
import { settleAll } from './reconcile.js';
import { wireTime } from '../world/time.js';
import type { Site } from '../world/site.js';
import { arrayAt, isConnected, otherSite, type Run, type Session, sidesOf, type World } from '../world/world.js';

export function setLink(world: World, state: 'up' | 'down'): void {
  if (world.link === state) return;
  // Written down before what comes of it.
  world.journal.add({ time: wireTime(world.now), kind: 'link', text: `the link between A and B is ${state}` });
  changeConnections(world, () => {
    world.link = state;
  });
  settleAll(world);
}

export function setPower(world: World, site: Site, state: 'on' | 'off'): void {
  const array = arrayAt(world, site);
  if (array.powered === (state === 'on')) return;
  world.journal.add({ time: wireTime(world.now), array: site, kind: 'power', text: `powered ${state}` });
  changeConnections(world, () => {
    array.powered = state === 'on';
  });
  settleAll(world);
}

/** Makes a change that may take arrays out of each other's reach, or back into it. */
function changeConnections(world: World, make: () => void): void {
  const before = new Map([...world.sessions.values()].map((session) => [session, isConnected(world, session)]));
  make();
  for (const [session, was] of before) {
    const is = isConnected(world, session);
    if (was && !is) lose(world, session);
    if (was !== is) showConnection(world, session, is);
    if (!was && is) world.unsettled.push(session);
  }
  // File systems after their NAS servers, which take them along.
  world.unsettled.sort((one, two) => Number(one.parent !== undefined) - Number(two.parent !== undefined));
  for (const array of world.arrays.values()) {
    for (const remote of array.tables.rows('remote_system')) {
      const reached = isConnected(world, { sites: [array.site, remote['site'] as Site] });
      array.tables.change('remote_system', remote, {
        state: reached ? 'OK' : 'Management_Connection_Lost',
        data_connection_state: reached ? 'OK' : 'Complete_Data_Connection_Loss',
        file_connection_state: reached ? 'OK' : 'Not_OK',
      });
    }
  }
}

const showConnection = (world: World, session: Session, connected: boolean): void => {
  for (const [site, { row }] of sidesOf(session)) {
    change(world, site, row, { data_connection_state: connected ? 'OK' : 'Complete_Data_Connection_Loss' });
  }
};

/** Actions that one side can end without the other. */
const canEndAlone = new Set(['Pausing', 'Failing_Over_For_DR', 'Deleting']);

function lose(world: World, session: Session): void {
  const inSync = sidesOf(session).every(([, { row }]) => row['state'] === 'OK');
  for (const run of session.runs) if (run.sites.length > 1) loseRun(world, session, run);
  for (const [site, side] of sidesOf(session)) {
    if (undisturbed.has(String(side.row['state']))) stop(world, session, site, side);
  }
  if (inSync) decide(world, session);
}

function loseRun(world: World, session: Session, run: Run): void {
  const [asked, other] = run.sites as [Site, Site];
  const [state = ''] = run.via;
  const members = [session, ...session.children.flatMap((id) => world.sessions.get(id) ?? [])];
  if (canEndAlone.has(state) && arrayAt(world, asked).powered) {
    run.sites = [asked];
    for (const member of members) {
      const side = member.sides[other];
      if (side) stop(world, member, other, side);
    }
    return;
  }
  if (run.action === 'cycle' || run.action === 'recover' || run.action === 'create') {
    interrupt(world, session, run.sites, 'The other array cannot be reached.');
    for (const member of members) for (const [site, side] of sidesOf(member)) stop(world, member, site, side);
    return;
  }
  fail(world, session, run, { text: 'The other array went out of reach.' });
  for (const member of members) {
    for (const [site, side] of sidesOf(member)) {
      const now = String(side.row['state']);
      if (undisturbed.has(now) || now === lostState(side)) stop(world, member, site, side);
    }
  }
}

/**
 * A mirror that was in sync breaks: which side goes on serving? Of a metro session the preferred one, unless its array is
 * gone and a witness tells the other side so; a synchronous NAS session fails over where the witness may do that.
 */
function decide(world: World, session: Session): void {
  const [one] = sidesOf(session);
  if (!one) return;
  const preferred = sidesOf(session).find(([, { row }]) => row['role'] === 'Metro_Preferred')?.[0];
  const { row } = one[1];
  const watched = (row['witness_details'] ?? null) !== null;
  if (isMetro(row) && preferred !== undefined) {
    const other = otherSite(session, preferred);
    const witnessed = watched && !arrayAt(world, preferred).powered && arrayAt(world, other).powered;
    serve(world, session, preferred, witnessed ? 'System_Demoted' : 'System_Defined');
    serve(world, session, other, witnessed ? 'System_Promoted' : 'System_Demoted');
  }
  const destination = sidesOf(session).find(([, side]) => side.row['role'] === 'Destination')?.[0];
  if (destination === undefined || row['auto_failover_state'] !== 'Enabled_For_Witness_Interaction' || !watched) return;
  if (arrayAt(world, otherSite(session, destination)).powered || !arrayAt(world, destination).powered) return;
  begin(world, session, {
    action: 'failover',
    sites: [destination],
    via: ['Failing_Over_For_DR'],
    outcome: { to: 'Failed_Over' },
    swap: true,
  });
}

function serve(world: World, session: Session, site: Site, how: string): void {
  const row = session.sides[site]?.row;
  if (!row) return;
  if (row['local_resource_state'] !== how) note(world, session, site, `local_resource_state ${how}`);
  change(world, site, row, { local_resource_state: how });
  reflectService(world, session, site);
}
