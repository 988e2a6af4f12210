// Answers that only a simulator can be told to give: internal errors, being busy, and being without the other array.
import {
  isAtLeast,
  isAtMost,
  type OperationId,
  type OperationInfo,
  operations,
  type RequestBody,
} from '@powerstore-api/types';
import type { RequestOptions } from '../../array/http/array-session.js';
import type { FiltersOf } from '../../array/rows/query.js';
import { answerNext, saveState, setLink, withRestoredState } from '../../array/target/simulator-control.js';
import type { Site } from '../../array/target/target.js';
import { transitionItem } from '../../contract/items.js';
import { describeAttempt, subjectOf } from '../../replication/describe.js';
import { requestOf } from '../../replication/carry-out.js';
import { type Driver, hasAttributes, readSides, pairStateOf, watch } from '../../replication/driver.js';
import {
  type Action,
  actionsOf,
  mayBeRefused,
  rowOf,
  type SessionKind,
  type PairState,
  judgeAction,
} from '../../replication/routes.js';
import type { CheckContext } from '../context/check-context.js';
import type { Check } from '../define-check.js';
import { driverIn, sessionKinds, sessionsOf } from './sessions.js';
import { tryRowsWithoutLink } from './without-link.js';

const provokedStatuses = [403, 500, 503] as const;

const wrongReads: readonly { status: number; wrong: RequestOptions; subject: string }[] = [
  { status: 400, wrong: { query: { select: 'no_such_attribute' } }, subject: 'select' },
  { status: 401, wrong: { as: 'anonymous' }, subject: 'anonymous' },
  { status: 406, wrong: { headers: { accept: 'text/html' } }, subject: 'Accept' },
];

const operationIds = Object.keys(operations) as OperationId[];

const listOf = (instanceQuery: OperationId): OperationId =>
  instanceQuery.replace('_instance_', '_collection_') as OperationId;

export const provokedChecks: Check[] = [
  {
    id: 'provoked.errors',
    title: 'The array must answer as documented when it fails, is busy, or does not permit the user',
    needs: 'control',
    once: true,
    run: provokeErrors,
  },
  {
    id: 'provoked.reads',
    title: 'The array must refuse every read without credentials or in the wrong form',
    needs: 'control',
    once: true,
    run: provokeRefusals,
  },
  {
    id: 'provoked.end-of-test-snapshot',
    title: 'The array must leave a snapshot behind when it is asked to at the end of a failover test',
    safety: 'non-disruptive',
    needs: 'control',
    run: endFailoverTest,
  },
  ...sessionKinds.filter(({ resource_type: it }) => it === 'volume' || it === 'nas_server').map(linkDownCheck),
];

async function provokeErrors({ target, release, ask, expectStatus }: CheckContext): Promise<void> {
  const { control, site } = target;
  if (control === undefined) return;
  for (const operation of operationIds) {
    const { added, safety, statuses }: OperationInfo = operations[operation];
    if (!isAtLeast(release, added) || !isAtMost(safety, target.permit.mode)) continue;
    for (const status of provokedStatuses) {
      if (!statuses.includes(status)) continue;
      await answerNext(control, { array: site, operation }, status);
      expectStatus(await ask(operation, { id: '0', provoked: true }), status, `provoked ${status}`);
    }
  }
}

async function provokeRefusals({ release, ask, rowsOf, expectStatus }: CheckContext): Promise<void> {
  for (const operation of operationIds) {
    const { added, method, statuses }: OperationInfo = operations[operation];
    if (method !== 'GET' || !isAtLeast(release, added)) continue;
    const [some] = operation.endsWith('_instance_query') ? rowsOf(await ask(listOf(operation))) : [];
    const id = String(some?.id ?? '0');
    for (const { status, wrong, subject } of wrongReads)
      if (statuses.includes(status))
        expectStatus(await ask(operation, { id, ...wrong }), some ? status : [status, 404], subject);
  }
}

async function endFailoverTest(context: CheckContext): Promise<void> {
  const { ask, expectStatus, release, rowsOf, notApplicable, target } = context;
  if (!isAtLeast(release, operations.replication_session_start_failover_test.added))
    notApplicable('The release has no failover tests.');
  const query: FiltersOf<'replication_session'> & { limit: string } = {
    role: 'eq.Destination',
    resource_type: 'eq.volume',
    state: 'eq.OK',
    // Before 3.0 every session was asynchronous, and there was no attribute for it.
    ...(isAtLeast(release, '3.0.0.0') && { type: 'eq.Asynchronous' }),
    limit: '1',
  };
  const [session] = rowsOf(await ask('replication_session_collection_query', { query }));
  if (!session) return notApplicable('The array is the destination of no asynchronous session.');
  const id = String(session.id);
  await withRestoredState(target.control, async () => {
    expectStatus(await ask('replication_session_start_failover_test', { id }), 204);
    const body: RequestBody<'replication_session_stop_failover_test'> = { create_end_of_test_snapshot: true };
    const stopped = await ask('replication_session_stop_failover_test', { id, body });
    expectStatus(stopped, 200, 'create_end_of_test_snapshot');
  });
}

function linkDownCheck(kind: SessionKind): Check {
  return {
    id: `link-down.${kind.type}.${kind.resource_type}`,
    title: 'The array must allow actions where the state table does, also while the other array is out of reach',
    safety: 'disruptive',
    needs: 'control',
    once: true,
    run: (context) => tryAllWithoutLink(context, kind),
  };
}

async function tryAllWithoutLink(context: CheckContext, kind: SessionKind): Promise<void> {
  const [id] = await sessionsOf(context, kind);
  const { control } = context.target;
  if (id === undefined || control === undefined) return context.notApplicable('The array has no such session.');
  const driver = driverIn(context);
  await tryRowsWithoutLink(context, driver, id, kind);
  const restore = await saveState(control);
  const restart = async (): Promise<void> => {
    await restore();
    await setLink(control, 'down');
  };
  try {
    await setLink(control, 'down');
    const pairState = pairStateOf(await readSides(driver, id));
    if (!pairState) return context.notApplicable('The two sides of the session contradict each other.');
    const triedRows = new Set<string>();
    for (const action of actionsOf(driver.release))
      for (const on of driver.sites)
        await tryWithoutLink(context, driver, { id, kind, action, on, pairState, triedRows, restart });
  } finally {
    await restore();
  }
}

interface Trial {
  id: string;
  kind: SessionKind;
  action: Action;
  on: Site;
  pairState: PairState;
  /** Rows of the table that have been tried. */
  triedRows: Set<string>;
  /** Puts the simulator back to before the action. */
  restart: () => Promise<void>;
}

async function tryWithoutLink(context: CheckContext, driver: Driver, trial: Trial): Promise<void> {
  const { id, kind, action, on, pairState, triedRows, restart } = trial;
  const { operationId } = action;
  const judgement = judgeAction(action, on, pairState, kind, 'down');
  if (judgement.possible === undefined) return;
  if (!judgement.possible) return tryForbiddenWithoutLink(context, driver, trial);
  const { rule } = judgement;
  const row = transitionItem(operationId, rowOf(operationId, rule));
  if (triedRows.has(row)) return;
  triedRows.add(row);
  const attempt = { action, on, pairState, kind, link: 'down' } as const;
  const subject = subjectOf(attempt);
  const exchange = await driver.send(on, operationId, requestOf(action, id, false));
  if (exchange.status >= 300) {
    if (mayBeRefused(action, pairState, kind, driver.release)) return;
    const message = `The array refuses ${describeAttempt(attempt)} with ${exchange.status}.`;
    return context.find('action.refused', exchange, message, {
      subject,
      expected: 'a status below 300',
      actual: exchange.status,
      rows: [pairState],
    });
  }
  const wanted = { state: rule.to ?? pairState.state, ...rule.set };
  const { arrived, seen } = await watch({ ...driver, sites: [on] }, id, (sides) => hasAttributes(sides[on], wanted));
  if (arrived) context.cover(row);
  else {
    const message = `The array does not lead ${describeAttempt(attempt)} to ${wanted.state}.`;
    context.find('action.state', exchange, message, {
      subject: `${subject} → ${wanted.state}`,
      expected: wanted,
      actual: seen[on],
      rows: Object.values(seen),
    });
  }
  await restart();
}

async function tryForbiddenWithoutLink(context: CheckContext, driver: Driver, trial: Trial): Promise<void> {
  const { id, kind, action, on, pairState } = trial;
  const attempt = { action, on, pairState, kind, link: 'down' } as const;
  const about = { subject: subjectOf(attempt) };
  const alone: Driver = { ...driver, sites: [on] };
  const before = await readSides(alone, id);
  const exchange = await driver.send(on, action.operationId, requestOf(action, id, false));
  if (exchange.status < 300)
    return context.find('action.accepted', exchange, `The array accepts ${describeAttempt(attempt)}.`, {
      ...about,
      expected: [400, 422],
      actual: exchange.status,
      rows: Object.values(before),
    });
  context.expectStatus(exchange, [400, 422], about.subject);
  const after = await readSides(alone, id);
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    const message = `The array refuses ${describeAttempt(attempt)}, and changes the session nevertheless.`;
    context.find('action.changed', exchange, message, { ...about, expected: before, actual: after });
  }
}
