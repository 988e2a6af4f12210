// The rows of the state table of which the contract assumes that they need the other array: each action is sent while the link is down.
import type { LifecycleRule } from '@powerstore-api/types';
import { saveState, setLink } from '../../array/target/simulator-control.js';
import type { Site } from '../../array/target/target.js';
import { subjectOf } from '../../replication/describe.js';
import { carryOut, requestOf } from '../../replication/carry-out.js';
import { type Driver, pairStateOf, readSides } from '../../replication/driver.js';
import {
  type Action,
  graphOf,
  judgeAction,
  mayBeRefused,
  type PairState,
  reachable,
  type SessionKind,
  type Step,
} from '../../replication/routes.js';
import type { CheckContext } from '../context/check-context.js';
import { record, rowAssumptions } from './observe-action.js';

interface Trial {
  action: Action;
  on: Site;
  rule: LifecycleRule;
  pairState: PairState;
  steps: readonly Step[];
}

/** Leads a session to each row that the contract assumes to need the link, cuts the link, and sends the action. */
export async function tryRowsWithoutLink(
  { observe }: Pick<CheckContext, 'observe'>,
  driver: Driver,
  id: string,
  kind: SessionKind,
): Promise<void> {
  const { control } = driver;
  const start = pairStateOf(await readSides(driver, id));
  if (control === undefined || !start) return;
  const restore = await saveState(control);
  for (const { action, on, rule, pairState, steps } of trialsFrom(start, driver, kind)) {
    try {
      if (!(await takeAll(driver, id, kind, steps))) continue;
      await setLink(control, 'down');
      const exchange = await driver.send(on, action.operationId, requestOf(action, id, false));
      const isRefused = exchange.status >= 300;
      const evidence = `${subjectOf({ action, on, pairState, kind, link: 'down' })} is ${isRefused ? 'refused' : 'accepted'} with ${exchange.status}`;
      record(
        observe,
        exchange,
        rowAssumptions({ action, rule }, 'link'),
        isRefused ? 'confirmed' : 'contradicted',
        evidence,
      );
    } finally {
      await restore();
    }
  }
}

/** The nearest pair state for each of these rows. */
function trialsFrom(start: PairState, { sites, release }: Driver, kind: SessionKind): Trial[] {
  const graph = graphOf({ kind, sites, release, allowed: ({ action, fails }) => action !== undefined && !fails });
  const trials = new Map<LifecycleRule, Trial>();
  for (const { pairState, steps } of reachable(start, graph))
    for (const action of graph.actions)
      for (const on of sites) {
        const judgement = judgeAction(action, on, pairState, kind);
        if (!judgement.possible || trials.has(judgement.rule) || mayBeRefused(action, pairState, kind, release))
          continue;
        const { rule } = judgement;
        if (rowAssumptions({ action, rule }, 'link').length > 0)
          trials.set(rule, { action, on, rule, pairState, steps });
      }
  return [...trials.values()];
}

async function takeAll(driver: Driver, id: string, kind: SessionKind, steps: readonly Step[]): Promise<boolean> {
  for (const { action, ...step } of steps) {
    if (!action) return false;
    // A state that passes is there only while a job is under way.
    const before = await readSides(driver, id);
    const asJob = step.leadsTo.next !== undefined;
    const { outcome } = await carryOut(driver, id, kind, { ...step, action }, { before, asJob });
    if (outcome !== 'arrived') return false;
  }
  return true;
}
