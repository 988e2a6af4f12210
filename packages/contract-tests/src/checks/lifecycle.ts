// The state table, walked through on sessions that may be changed: in every standing that can be reached, every action is
// tried on every side. What is possible has to lead where the table says, what is not has to be refused.
import { type LifecycleRule, literalInfo, operations, isAtLeast } from '@powerstore-api/types';
import { transitionItem } from '../contract/items.js';
import {
  carryOut,
  type Driver,
  driverOf,
  kindOf,
  questionOf,
  readSides,
  shows,
  type Sides,
  standingOf,
  until as lookUntil,
  watch,
} from '../replication/driver.js';
import type { CheckContext } from './check-context.js';
import type { Exchange } from '../array/exchange.js';
import { allows } from '../array/permit.js';
import { isRestful } from '../replication/restore.js';
import {
  type Action,
  describeAction,
  describeStanding,
  type Ground,
  groundOf,
  mayBeRefused,
  reachable,
  routeTo,
  rowOf,
  type SessionKind,
  type Standing,
  type Step,
  stepsBy,
  verdict,
} from '../replication/routes.js';
import { rowOfInstance } from '../array/rows.js';
import type { Site } from '../array/target.js';
import type { Check } from './check.js';

type Taken = Step & { action: Action };

export const kinds: readonly SessionKind[] = [
  { type: 'Asynchronous', resource_type: 'volume' },
  { type: 'Asynchronous', resource_type: 'volume_group' },
  { type: 'Asynchronous', resource_type: 'replication_group' },
  { type: 'Asynchronous', resource_type: 'nas_server' },
  { type: 'Synchronous', resource_type: 'volume' },
  { type: 'Synchronous', resource_type: 'volume_group' },
  { type: 'Synchronous', resource_type: 'nas_server' },
  { type: 'Metro_Active_Active', resource_type: 'volume' },
  { type: 'Metro_Active_Active', resource_type: 'volume_group' },
];

/** Every action × state × role of a kind of session, as far as the mode allows and everything can be put back. */
export const lifecycleChecks: Check[] = kinds.map((kind) => ({
  id: `lifecycle.${kind.type}.${kind.resource_type}`,
  title: 'actions are possible where the state table says so, lead where it says, and are refused elsewhere',
  safety: 'non-disruptive',
  once: true,
  async run(context) {
    const { target, notApplicable } = context;
    if (target.permit.sessions === 'all' && target.control === undefined)
      notApplicable('the mock that answers with examples has no states');
    const ids = await sessionsOf(context, kind);
    if (ids.length === 0) notApplicable('no such session may be changed');
    // A simulator does with every block resource the same, so that one of them is walked through whole.
    const isBrief =
      target.permit.sessions === 'all' && ['volume_group', 'replication_group'].includes(kind.resource_type);
    const walks: boolean[] = [];
    for (const id of ids) walks.push(await walkSchema(context, driverIn(context), { id, kind, isBrief }));
    if (!walks.includes(true))
      notApplicable('its sessions are in a state, or under a failover test, that they could not be brought back to');
  },
}));

export const driverIn = (context: CheckContext): Driver =>
  driverOf(context, context.other, (site, operationId, question) =>
    context.ask(operationId, { ...question, ...(site !== context.target.site && { on: 'other' }) }),
  );

/** Those that may be changed; of the many of a simulator, one. */
export async function sessionsOf(context: CheckContext, kind: SessionKind): Promise<string[]> {
  const { target, release, ask, rowsOf } = context;
  const hasType = isAtLeast(release, '3.0.0.0');
  if (target.permit.sessions === 'all') {
    if (!hasType && kind.type !== 'Asynchronous') return [];
    const query = {
      resource_type: `eq.${kind.resource_type}`,
      ...(hasType && { type: `eq.${kind.type}` }),
      limit: '1',
    };
    return rowsOf(await ask('replication_session_collection_query', { query })).map(({ id }) => String(id));
  }
  const found: string[] = [];
  const query = { select: hasType ? 'id,type,resource_type' : 'id,resource_type' };
  for (const id of target.permit.sessions) {
    const row = rowOfInstance(await ask('replication_session_instance_query', { id, query }));
    if (!row) continue;
    const { type, resource_type } = kindOf({ a: row });
    if (type === kind.type && resource_type === kind.resource_type) found.push(id);
  }
  return found;
}

/** The session does not stand where anything further could be told from it. */
class LostTrackError extends Error {}

/** Walks a session through; false where it is in no state to begin from. */
async function walkSchema(
  context: CheckContext,
  driver: Driver,
  { id, kind, isBrief }: { id: string; kind: SessionKind; isBrief: boolean },
): Promise<boolean> {
  const seen = await readSides(driver, id);
  const home = standingOf(seen);
  if (!home || !isRestful(home.state) || home.failover_test) return false;
  const { mode } = context.target.permit;
  const refused = new Set<string>();
  const ground = groundOf({
    kind,
    release: driver.release,
    sites: driver.sites.filter((site) => seen[site] !== undefined),
    allowed: (step) =>
      (!step.action || (allows(mode, operations[step.action.operationId].safety) && !refused.has(nameOf(step)))) &&
      // A NAS server fails in part, which the table says nothing of.
      (!step.fails || (driver.control !== undefined && kind.resource_type !== 'nas_server')),
  });
  const session: Walked = {
    context,
    driver: { ...driver, sites: ground.sites },
    id,
    kind,
    isBrief,
    ground,
    refused,
    here: home,
    sides: seen,
    rows: new Set(),
    places: new Set(),
  };
  try {
    const goals = new Map<string, Standing>();
    for (const { standing } of reachable(home, ground)) {
      const name = placeOf(standing);
      if (!goals.has(name) && leadsHome(session, standing, home)) goals.set(name, standing);
    }
    for (const name of goals.keys()) await tryAll(session, name, home);
    await travel(session, (it) => placeOf(it) === placeOf(home) && it.first === home.first);
  } catch (error) {
    if (!(error instanceof LostTrackError)) throw error;
  }
  return true;
}

interface Walked {
  context: CheckContext;
  driver: Driver;
  id: string;
  kind: SessionKind;
  /** Only each row of the table, once. */
  isBrief: boolean;
  ground: Ground;
  /** Steps that were refused against the table. */
  refused: Set<string>;
  here: Standing;
  /** What was seen last. */
  sides: Sides;
  /** Rows of the table that have been gone by. */
  rows: Set<string>;
  /** States, with and without a failover test, in which what is impossible has been tried. */
  places: Set<string>;
}

/** As far as the table tells standings apart. */
const placeOf = ({ state, paused_in, failover_test }: Standing): string =>
  [state, state === 'Paused' ? (paused_in ?? 'OK') : '', failover_test].join(' ');

const nameOf = ({ on, action, fails }: Step): string => JSON.stringify([on, action, fails]);

const leadsHome = ({ ground }: Walked, from: Standing, home: Standing): boolean =>
  routeTo(from, (it) => placeOf(it) === placeOf(home) && it.first === home.first, ground) !== undefined;

/** Tries every action on every side, in one place: what should be refused first, which leaves it there. */
async function tryAll(session: Walked, place: string, home: Standing): Promise<void> {
  const { ground, kind, context } = session;
  const isThere = (standing: Standing): boolean => placeOf(standing) === place;
  const { mode } = context.target.permit;
  const asked = ground.actions
    .filter(({ operationId }) => allows(mode, operations[operationId].safety))
    .flatMap((action) => ground.sites.map((on) => ({ action, on })));
  if (!(await travel(session, isThere))) return;
  // What a session was paused in makes nothing else impossible.
  const { state, failover_test } = session.here;
  const isKnown = session.isBrief || session.places.has(`${state} ${failover_test}`);
  session.places.add(`${state} ${failover_test}`);
  for (const { action, on } of isKnown ? [] : asked) {
    if (!(await travel(session, isThere))) return;
    if (isImpossible(session, action, on)) await tryImpossible(session, action, on);
  }
  for (const { action, on } of asked) {
    if (!(await travel(session, isThere))) return;
    const { rule } = ruleOf(session.here, action, on, kind);
    if (!rule) continue;
    const row = `${action.operationId} ${rowOf(action.operationId, rule)}`;
    const isNew = !session.rows.has(row);
    session.rows.add(row);
    if (session.isBrief && !isNew) continue;
    for (const way of isNew ? (['plain', 'job', 'failing'] as const) : (['plain'] as const)) {
      // On the way back the sides may have exchanged their roles.
      if (!(await travel(session, (it) => isThere(it) && ruleOf(it, action, on, kind).rule === rule))) break;
      const steps = [...stepsBy({ on, action, rule }, session.here)];
      const step = steps.find(({ fails, until }) => (fails ?? false) === (way === 'failing') && !until.next);
      if (step && ground.allowed(step) && leadsHome(session, step.until, home))
        await take(session, step, way !== 'plain');
    }
  }
}

function ruleOf(standing: Standing, action: Action, on: Site, kind: SessionKind): { rule?: LifecycleRule } {
  const judgement = verdict(action, on, standing, kind);
  return judgement.possible ? { rule: judgement.rule } : {};
}

/** A standing on the way may be over before the action arrives, where time passes by itself. */
function isImpossible({ here, kind, driver }: Walked, action: Action, on: Site): boolean {
  if (verdict(action, on, here, kind).possible !== false) return false;
  return !here.next || driver.control !== undefined || verdict(action, on, here.next, kind).possible === false;
}

/** Brings a session to where it is wanted; false where no way leads there any more. */
async function travel(session: Walked, fits: (standing: Standing) => boolean): Promise<boolean> {
  // What is on its way may be there before it is made use of: then it is tried again, but not for ever.
  for (let tries = 0; tries < 60; tries += 1) {
    if (fits(session.here)) return true;
    const [step] = routeTo(session.here, fits, session.ground) ?? [];
    if (!step) return false;
    if (isTaken(step)) await take(session, step, step.fails === true || step.until.next !== undefined);
    else await waitFor(session, step.until);
  }
  return false;
}

const isTaken = (step: Step): step is Taken => step.action !== undefined;

async function waitFor(session: Walked, standing: Standing): Promise<void> {
  const { driver, id, kind, here } = session;
  const { seen, arrived } = await watch(
    driver,
    id,
    (sides) => shows(sides, standing, kind),
    (sides) => Object.values(sides).some(({ state }) => state === here.state),
  );
  if (!arrived) throw new LostTrackError();
  Object.assign(session, { here: standing, sides: seen });
}

/** Carries out what is possible, and compares what comes of it with the table. */
async function take(session: Walked, step: Taken, asJob: boolean): Promise<void> {
  const { context, driver, id, kind, here, refused } = session;
  const { action, on, rule, until } = step;
  const { exchange, arrived, sides } = await carryOut(driver, id, kind, step, asJob);
  const before = session.sides;
  session.sides = sides;
  if (exchange.status >= 300) {
    if (mayBeRefused(action, here, kind, driver.release)) return context.expectStatus(exchange, 400, 422);
    if (await hasMovedOn(session)) return;
    context.find('action.refused', exchange, `${describe(session, action, on)} is refused with ${exchange.status}`);
    refused.add(nameOf(step));
    return;
  }
  context.expectStatus(
    exchange,
    ...(asJob ? [202] : operations[action.operationId].statuses.filter((it) => it < 300 && it !== 202)),
  );
  if (!arrived) {
    if (hasPassed(session, until)) return;
    const isIgnored = JSON.stringify(sides) === JSON.stringify(before);
    const told = describe(session, action, on);
    if (isIgnored) context.find('action.ignored', exchange, `${told} is accepted, and nothing changes`);
    else
      context.find('action.state', exchange, `${told} leads to ${statesOf(sides)}, not to ${describeStanding(until)}`);
    throw new LostTrackError();
  }
  session.here = until;
  if (rule) context.cover(transitionItem(action.operationId, rowOf(action.operationId, rule)));
  if (exchange.status === 202 && !until.next) await followJob(session, on, exchange, step.fails === true);
}

/** What is to be met on the way may be over when it is looked for, and the session where it was before. */
function hasPassed(session: Walked, { next }: Standing): boolean {
  if (!next || !shows(session.sides, next, session.kind)) return false;
  session.here = next;
  return true;
}

/** A session that synchronizes, or has ended to, is not where it was thought to be when it was asked. */
async function hasMovedOn(session: Walked): Promise<boolean> {
  const { here, sides } = session;
  if (here.next && session.driver.control === undefined) {
    await waitFor(session, here.next);
    return true;
  }
  if (here.state !== 'OK' || !Object.values(sides).some(({ state }) => state === 'Synchronizing')) return false;
  await waitFor(session, here);
  return true;
}

async function tryImpossible(session: Walked, action: Action, on: Site): Promise<void> {
  const { context, driver, id } = session;
  const exchange = await driver.send(on, action.operationId, questionOf(action, id, false));
  if (exchange.status < 300) {
    context.find('action.accepted', exchange, `${describe(session, action, on)} is accepted with ${exchange.status}`);
    throw new LostTrackError();
  }
  context.expectStatus(exchange, 400, 422);
  const before = session.sides;
  session.sides = { ...before, ...(await readSides({ ...driver, sites: [on] }, id)) };
  if (JSON.stringify(session.sides[on]) === JSON.stringify(before[on]) || (await hasMovedOn(session))) return;
  context.find('action.changed', exchange, `${describe(session, action, on)} is refused, and changes the session`);
  throw new LostTrackError();
}

/** The job of an action says how it went, once it has. */
async function followJob(session: Walked, on: Site, exchange: Exchange, fails: boolean): Promise<void> {
  const { context, driver } = session;
  const { id } = (exchange.json ?? {}) as { id?: unknown };
  if (typeof id !== 'string') return;
  // Before 1.0.2 a job said the same in other letters.
  const attribute = isAtLeast(driver.release, '1.0.2.0') ? 'phase' : 'state';
  const query = { select: `id,progress_percentage,${attribute}` };
  const { seen: job, arrived } = await lookUntil(
    driver,
    () => driver.send(on, 'job_instance_query', { id, query }),
    (answer) => {
      const { [attribute]: phase, progress_percentage: progress } = rowOfInstance(answer) ?? {};
      const ended = String(phase).toLowerCase();
      return fails ? ended.endsWith('failed') : ended === 'completed' && progress === 100;
    },
  );
  if (!arrived)
    context.find(
      'action.job',
      job,
      `the job of ${exchange.operationId} does not end as ${fails ? 'failed' : 'completed at 100 percent'}`,
    );
}

const describe = ({ here, kind }: Walked, action: Action, on: Site): string => describeAction(action, on, here, kind);

/** What the sides are in, in literals of the contract. */
const statesOf = (sides: Sides): string =>
  [
    ...new Set(
      Object.values(sides).map(
        ({ state, role }) => `${literalOf('ReplicationState', state)} as ${literalOf('ReplicationRole', role)}`,
      ),
    ),
  ].join(' and ');

const literalOf = (name: string, value: unknown): string =>
  typeof value === 'string' && literalInfo(name, value) ? value : 'something unknown';
