// Leads a session through its pair states, and tries every action in each of them.
import { isAtMost, type LifecycleRule, operations } from '@powerstore-api/types';
import type { Site } from '../../array/target/target.js';
import type { TakenStep } from '../../replication/carry-out.js';
import type { Driver } from '../../replication/driver.js';
import { isStable, readAtRest } from '../../replication/restore.js';
import {
  type Action,
  graphOf,
  reachable,
  routeTo,
  rowOf,
  type SessionKind,
  type PairState,
  type Step,
  stepsBy,
  judgeAction,
  pausedIn,
} from '../../replication/routes.js';
import type { CheckContext } from '../context/check-context.js';
import { readBystanders } from './bystanders.js';
import { reportWithoutEffect, stepKey, takeStep, tryForbidden, tryUnsaid } from './take-step.js';
import { absenceOf, LostTrackError, waitFor, type Traversal } from './traversal.js';

/** A way to a pair state has fewer steps, even where a state that passes was over too early and the session had to go back. */
const maxStepsOfWay = 60;

/** How often in a row a state that passes may be over before it is looked at; the suite then looks for it no more. */
const maxMisses = 3;

/** Tries the whole table on a session; false where the traversal cannot begin in its state. */
export async function traverseStates(
  context: CheckContext,
  driver: Driver,
  {
    id,
    kind,
    eachRowOnce,
    strays,
  }: { id: string; kind: SessionKind; eachRowOnce: boolean; strays: Traversal['strays'] },
): Promise<boolean> {
  const { sides, pairState: start } = await readAtRest(driver, id);
  if (!start || !isStable(start.state) || start.failover_test) return false;
  const { mode } = context.target.permit;
  const refused = new Set<string>();
  const absent = new Set<string>();
  const missed: Traversal['missed'] = new Map();
  const graph = graphOf({
    kind,
    release: driver.release,
    sites: driver.sites.filter((site) => sides[site] !== undefined),
    allowed: (step) =>
      (!step.action ||
        (isAtMost(operations[step.action.operationId].safety, mode) &&
          !refused.has(stepKey(step)) &&
          !absent.has(absenceOf(step.action, step.on)))) &&
      (!step.leadsTo.next || (missed.get(step.leadsTo.state) ?? 0) < maxMisses) &&
      // The failover of a NAS server can fail in part. The table does not describe that.
      (!step.fails || (driver.control !== undefined && kind.resource_type !== 'nas_server')),
  });
  const traversal: Traversal = {
    context,
    driver: { ...driver, sites: graph.sites },
    id,
    kind,
    eachRowOnce,
    graph,
    refused,
    absent,
    missed,
    start,
    current: start,
    sides,
    bystanders: await readBystanders(driver, id),
    strays,
    withoutEffect: [],
    ignored: new Set(),
    triedRows: new Set(),
    triedStates: new Set(),
  };
  try {
    const goals = new Set<string>();
    for (const { pairState } of reachable(start, graph))
      if (leadsBack(traversal, pairState)) goals.add(placeOf(pairState));
    for (const goal of goals) await tryAllIn(traversal, goal);
    // They come last, because nobody knows where they lead.
    traversal.triedStates.clear();
    for (const goal of goals) await tryUnsaidIn(traversal, goal);
    await goTo(traversal, (it) => isStart(traversal, it));
  } catch (error) {
    if (!(error instanceof LostTrackError)) throw error;
  } finally {
    reportWithoutEffect(traversal);
  }
  return true;
}

/** The part of a pair state that the table distinguishes. */
const placeOf = (pairState: PairState): string => {
  const { state, failover_test } = pairState;
  return [state, state === 'Paused' ? pausedIn(pairState) : '', failover_test].join(' ');
};

const isStart = ({ start }: Traversal, it: PairState): boolean =>
  placeOf(it) === placeOf(start) && it.leadingSite === start.leadingSite;

const leadsBack = (traversal: Traversal, from: PairState): boolean =>
  routeTo(from, (it) => isStart(traversal, it), traversal.graph) !== undefined;

/** Tries every action on every side in one place. Forbidden actions come first, because they leave the session there. */
async function tryAllIn(traversal: Traversal, place: string): Promise<void> {
  const isThere = (pairState: PairState): boolean => placeOf(pairState) === place;
  const attempts = attemptsOf(traversal);
  if (!(await goTo(traversal, isThere))) return;
  const isTried = isTriedHere(traversal);
  for (const { action, on } of isTried ? [] : attempts) {
    if (!(await goTo(traversal, isThere))) return;
    if (isForbidden(traversal, action, on)) await tryForbidden(traversal, action, on);
  }
  for (const { action, on } of attempts) {
    if (!(await goTo(traversal, isThere))) return;
    await tryAllowed(traversal, action, on, isThere);
  }
}

/** Whether what must not succeed was tried in this state. The state in which a session was paused makes no difference. */
function isTriedHere({ current: { state, failover_test }, eachRowOnce, triedStates }: Traversal): boolean {
  const isTried = eachRowOnce || triedStates.has(`${state} ${failover_test}`);
  triedStates.add(`${state} ${failover_test}`);
  return isTried;
}

/** Every action that the mode permits, on every side. */
function attemptsOf({ graph, context, absent }: Traversal): { action: Action; on: Site }[] {
  const { mode } = context.target.permit;
  return graph.actions
    .filter(({ operationId }) => isAtMost(operations[operationId].safety, mode))
    .flatMap((action) => graph.sites.map((on) => ({ action, on })))
    .filter(({ action, on }) => !absent.has(absenceOf(action, on)));
}

/** Sends every action that no source speaks of in one place, on every side. */
async function tryUnsaidIn(traversal: Traversal, place: string): Promise<void> {
  const isThere = (pairState: PairState): boolean => placeOf(pairState) === place;
  if (!(await goTo(traversal, isThere)) || isTriedHere(traversal)) return;
  for (const { action, on } of attemptsOf(traversal)) {
    if (!(await goTo(traversal, isThere))) return;
    const { current, kind } = traversal;
    // A state that passes may be over before the action arrives.
    if (!current.next && judgeAction(action, on, current, kind).possible === undefined)
      await tryUnsaid(traversal, action, on);
  }
}

/** Tries an allowed action. The first time that a row of the table is used, it also tries the action as a job, and failing. */
async function tryAllowed(
  traversal: Traversal,
  action: Action,
  on: Site,
  isThere: (pairState: PairState) => boolean,
): Promise<void> {
  const rule = ruleOf(traversal, traversal.current, action, on);
  if (!rule) return;
  const row = `${action.operationId} ${rowOf(action.operationId, rule)}`;
  const isNew = !traversal.triedRows.has(row);
  traversal.triedRows.add(row);
  if (traversal.eachRowOnce && !isNew) return;
  for (const way of isNew ? (['plain', 'job', 'failing'] as const) : (['plain'] as const)) {
    // On the way back the sides may have exchanged their roles.
    if (!(await goTo(traversal, (it) => isThere(it) && ruleOf(traversal, it, action, on) === rule))) return;
    const steps = [...stepsBy({ on, action, rule }, traversal.current)];
    const step = steps.find(({ fails, leadsTo }) => (fails ?? false) === (way === 'failing') && !leadsTo.next);
    if (step && traversal.graph.allowed(step) && leadsBack(traversal, step.leadsTo))
      await takeStep(traversal, step, way !== 'plain');
  }
}

function ruleOf({ kind }: Traversal, pairState: PairState, action: Action, on: Site): LifecycleRule | undefined {
  const judgement = judgeAction(action, on, pairState, kind);
  return judgement.possible ? judgement.rule : undefined;
}

/** Where time passes by itself, a state that passes may be over before the action arrives. */
function isForbidden({ current, kind, driver }: Traversal, action: Action, on: Site): boolean {
  if (judgeAction(action, on, current, kind).possible !== false) return false;
  return (
    !current.next || driver.control !== undefined || judgeAction(action, on, current.next, kind).possible === false
  );
}

/** Brings a session to a pair state that fits; false where no way leads there any more. */
async function goTo(traversal: Traversal, fits: (pairState: PairState) => boolean): Promise<boolean> {
  for (let steps = 0; steps < maxStepsOfWay; steps += 1) {
    if (fits(traversal.current)) return true;
    const [step] = routeTo(traversal.current, fits, traversal.graph) ?? [];
    if (!step) return false;
    if (isTaken(step)) await takeStep(traversal, step, step.fails === true || step.leadsTo.next !== undefined);
    else await waitFor(traversal, step.leadsTo);
  }
  return false;
}

const isTaken = (step: Step): step is TakenStep => step.action !== undefined;
