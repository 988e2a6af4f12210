// Walks a session through its standings, and tries every action in each of them.
import { isAtMost, type LifecycleRule, operations } from '@powerstore-api/types';
import type { Site } from '../../array/target.js';
import { type Driver, readSides, standingOf } from '../../replication/driver.js';
import { isStable } from '../../replication/restore.js';
import {
  type Action,
  graphOf,
  reachable,
  routeTo,
  rowOf,
  type SessionKind,
  type Standing,
  type Step,
  stepsBy,
  judgeAction,
} from '../../replication/routes.js';
import type { CheckContext } from '../check-context.js';
import { nameOf, type TakenStep, takeStep, tryForbidden } from './take-step.js';
import { LostTrackError, waitFor, type Walk } from './walk.js';

/** The most steps to one standing. A state that passes may be over too early, and then the session is brought back to it. */
const mostSteps = 60;

/** Walks a session through the table; false where the walk cannot begin in its state. */
export async function walkSession(
  context: CheckContext,
  driver: Driver,
  { id, kind, isBrief }: { id: string; kind: SessionKind; isBrief: boolean },
): Promise<boolean> {
  const sides = await readSides(driver, id);
  const start = standingOf(sides);
  if (!start || !isStable(start.state) || start.failover_test) return false;
  const { mode } = context.target.permit;
  const refused = new Set<string>();
  const graph = graphOf({
    kind,
    release: driver.release,
    sites: driver.sites.filter((site) => sides[site] !== undefined),
    allowed: (step) =>
      (!step.action || (isAtMost(operations[step.action.operationId].safety, mode) && !refused.has(nameOf(step)))) &&
      // The failover of a NAS server can fail in part. The table does not describe that.
      (!step.fails || (driver.control !== undefined && kind.resource_type !== 'nas_server')),
  });
  const walk: Walk = {
    context,
    driver: { ...driver, sites: graph.sites },
    id,
    kind,
    isBrief,
    graph,
    refused,
    start,
    current: start,
    sides,
    triedRows: new Set(),
    triedStates: new Set(),
  };
  try {
    const goals = new Set<string>();
    for (const { standing } of reachable(start, graph)) if (leadsBack(walk, standing)) goals.add(placeOf(standing));
    for (const goal of goals) await tryAllIn(walk, goal);
    await travel(walk, (it) => isStart(walk, it));
  } catch (error) {
    if (!(error instanceof LostTrackError)) throw error;
  }
  return true;
}

/** A standing as far as the table tells standings apart. */
const placeOf = ({ state, paused_in, failover_test }: Standing): string =>
  [state, state === 'Paused' ? (paused_in ?? 'OK') : '', failover_test].join(' ');

const isStart = ({ start }: Walk, it: Standing): boolean =>
  placeOf(it) === placeOf(start) && it.leadingSite === start.leadingSite;

const leadsBack = (walk: Walk, from: Standing): boolean =>
  routeTo(from, (it) => isStart(walk, it), walk.graph) !== undefined;

/** Tries every action on every side in one place. Forbidden actions come first, because they leave the session there. */
async function tryAllIn(walk: Walk, place: string): Promise<void> {
  const { graph, context } = walk;
  const isThere = (standing: Standing): boolean => placeOf(standing) === place;
  const { mode } = context.target.permit;
  const attempts = graph.actions
    .filter(({ operationId }) => isAtMost(operations[operationId].safety, mode))
    .flatMap((action) => graph.sites.map((on) => ({ action, on })));
  if (!(await travel(walk, isThere))) return;
  // The state in which a session was paused forbids no further actions.
  const { state, failover_test } = walk.current;
  const isTried = walk.isBrief || walk.triedStates.has(`${state} ${failover_test}`);
  walk.triedStates.add(`${state} ${failover_test}`);
  for (const { action, on } of isTried ? [] : attempts) {
    if (!(await travel(walk, isThere))) return;
    if (isForbidden(walk, action, on)) await tryForbidden(walk, action, on);
  }
  for (const { action, on } of attempts) {
    if (!(await travel(walk, isThere))) return;
    await tryAllowed(walk, action, on, isThere);
  }
}

/** Tries an allowed action. The first time that a row of the table is used, it also tries the action as a job, and failing. */
async function tryAllowed(
  walk: Walk,
  action: Action,
  on: Site,
  isThere: (standing: Standing) => boolean,
): Promise<void> {
  const rule = ruleOf(walk, walk.current, action, on);
  if (!rule) return;
  const row = `${action.operationId} ${rowOf(action.operationId, rule)}`;
  const isNew = !walk.triedRows.has(row);
  walk.triedRows.add(row);
  if (walk.isBrief && !isNew) return;
  for (const way of isNew ? (['plain', 'job', 'failing'] as const) : (['plain'] as const)) {
    // On the way back the sides may have exchanged their roles.
    if (!(await travel(walk, (it) => isThere(it) && ruleOf(walk, it, action, on) === rule))) return;
    const steps = [...stepsBy({ on, action, rule }, walk.current)];
    const step = steps.find(({ fails, leadsTo }) => (fails ?? false) === (way === 'failing') && !leadsTo.next);
    if (step && walk.graph.allowed(step) && leadsBack(walk, step.leadsTo)) await takeStep(walk, step, way !== 'plain');
  }
}

function ruleOf({ kind }: Walk, standing: Standing, action: Action, on: Site): LifecycleRule | undefined {
  const judgement = judgeAction(action, on, standing, kind);
  return judgement.possible ? judgement.rule : undefined;
}

/** Where time passes by itself, a state that passes may be over before the action arrives. */
function isForbidden({ current, kind, driver }: Walk, action: Action, on: Site): boolean {
  if (judgeAction(action, on, current, kind).possible !== false) return false;
  return (
    !current.next || driver.control !== undefined || judgeAction(action, on, current.next, kind).possible === false
  );
}

/** Brings a session to a standing that fits; false where no way leads there any more. */
async function travel(walk: Walk, fits: (standing: Standing) => boolean): Promise<boolean> {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    if (fits(walk.current)) return true;
    const [step] = routeTo(walk.current, fits, walk.graph) ?? [];
    if (!step) return false;
    if (isTaken(step)) await takeStep(walk, step, step.fails === true || step.leadsTo.next !== undefined);
    else await waitFor(walk, step.leadsTo);
  }
  return false;
}

const isTaken = (step: Step): step is TakenStep => step.action !== undefined;
