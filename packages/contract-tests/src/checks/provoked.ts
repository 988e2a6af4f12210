// What no array can be asked for, and a simulator can: to be out of order or busy, and to lose the other array.
import { operations, type OperationId, isAtLeast } from '@powerstore-api/types';
import { answerNext, keep, setLink, withRestoredState } from '../array/simulator-control.js';
import { transitionItem } from '../contract/items.js';
import { type Driver, questionOf, readSides, standingOf, watch } from '../replication/driver.js';
import type { CheckContext } from './check-context.js';
import type { Question } from '../array/array-session.js';
import {
  type Action,
  actionsOf,
  describeAction,
  mayBeRefused,
  rowOf,
  type SessionKind,
  type Standing,
  verdict,
} from '../replication/routes.js';
import type { Site } from '../array/target.js';
import type { Check } from './check.js';
import { driverIn, kinds, sessionsOf } from './lifecycle.js';

const errors = [403, 500, 503] as const;

const wrongReads: readonly [status: number, wrong: Question][] = [
  [400, { query: { select: 'no_such_attribute' } }],
  [401, { as: 'anonymous' }],
  [406, { headers: { accept: 'text/html' } }],
];

const listOf = (name: string): OperationId => name.replace('_instance_', '_collection_') as OperationId;

/** Before 3.0 all of them were asynchronous. */
const ofType = (release: string): Record<string, string> =>
  isAtLeast(release, '3.0.0.0') ? { type: 'eq.Asynchronous' } : {};

const linkCheck = (kind: SessionKind): Check => ({
  id: `alone.${kind.type}.${kind.resource_type}`,
  title: 'without the other array, actions are possible where the state table says so',
  safety: 'disruptive',
  needs: 'control',
  once: true,
  async run(context) {
    const [id] = await sessionsOf(context, kind);
    const { control } = context.target;
    if (id === undefined || control === undefined) return context.notApplicable('there is no such session');
    const driver = driverIn(context);
    const putBack = await keep(control);
    /** As it was, and the other array out of reach. */
    const begin = async (): Promise<void> => {
      await putBack();
      await setLink(control, 'down');
    };
    try {
      await setLink(control, 'down');
      const standing = standingOf(await readSides(driver, id));
      if (!standing) return context.notApplicable('its sides do not go together');
      const rows = new Set<string>();
      for (const action of actionsOf(driver.release))
        for (const on of driver.sites) await tryAlone(context, driver, { id, kind, action, on, standing, rows, begin });
    } finally {
      await putBack();
    }
  },
});

export const provokedChecks: Check[] = [
  {
    id: 'provoked.errors',
    title: 'an array that is out of order, busy or refuses a user says so as documented',
    needs: 'control',
    once: true,
    async run({ target, release, ask, expectStatus }) {
      const { control, site } = target;
      if (control === undefined) return;
      for (const [name, { added, statuses }] of Object.entries(operations)) {
        const operation = name as OperationId;
        if (!isAtLeast(release, added)) continue;
        for (const status of errors) {
          if (!(statuses as readonly number[]).includes(status)) continue;
          await answerNext(control, { array: site, operation }, status);
          expectStatus(await ask(operation, { id: '0', provoked: true }), status);
        }
      }
    },
  },
  {
    id: 'provoked.reads',
    title: 'a stranger and a read in the wrong form are refused',
    needs: 'control',
    once: true,
    async run({ release, ask, rowsOf, expectStatus }) {
      for (const [name, { added, method, statuses }] of Object.entries(operations)) {
        if (method !== 'GET' || !isAtLeast(release, added)) continue;
        const documented: readonly number[] = statuses;
        const [some] = name.endsWith('_instance_query') ? rowsOf(await ask(listOf(name))) : [];
        const id = String(some?.['id'] ?? '0');
        for (const [status, wrong] of wrongReads)
          if (documented.includes(status))
            expectStatus(await ask(name as OperationId, { id, ...wrong }), status, ...(some ? [] : [404]));
      }
    },
  },
  {
    id: 'provoked.end-of-test-snapshot',
    title: 'a failover test that is stopped can leave a snapshot behind',
    safety: 'non-disruptive',
    needs: 'control',
    async run(context) {
      const { ask, expectStatus, release, rowsOf, notApplicable, target } = context;
      if (!isAtLeast(release, operations.replication_session_start_failover_test.added))
        notApplicable('the release has no failover tests');
      const query = { role: 'eq.Destination', resource_type: 'eq.volume', state: 'eq.OK', ...ofType(release) };
      const [session] = rowsOf(await ask('replication_session_collection_query', { query: { ...query, limit: '1' } }));
      if (!session) return notApplicable('there is no destination');
      const id = String(session['id']);
      await withRestoredState(target.control, async () => {
        expectStatus(await ask('replication_session_start_failover_test', { id }), 204);
        const body = { create_end_of_test_snapshot: true };
        expectStatus(await ask('replication_session_stop_failover_test', { id, body }), 200);
      });
    },
  },
  ...kinds.filter(({ resource_type: it }) => it === 'volume' || it === 'nas_server').map(linkCheck),
];

interface Attempt {
  id: string;
  kind: SessionKind;
  action: Action;
  on: Site;
  standing: Standing;
  /** Rows of the table that have been gone by. */
  rows: Set<string>;
  /** Puts the simulator back to before the action. */
  begin: () => Promise<void>;
}

async function tryAlone(
  context: CheckContext,
  driver: Driver,
  { id, kind, action, on, standing, rows, begin }: Attempt,
): Promise<void> {
  const { operationId } = action;
  const alone: Driver = { ...driver, sites: [on] };
  const judgement = verdict(action, on, standing, kind, 'down');
  const told = `${describeAction(action, on, standing, kind)}, alone,`;
  if (!judgement.possible) {
    const before = await readSides(alone, id);
    const exchange = await driver.send(on, operationId, questionOf(action, id, false));
    context.expectStatus(exchange, 400, 422);
    if (exchange.status < 300) context.find('action.accepted', exchange, `${told} is accepted`);
    else if (JSON.stringify(await readSides(alone, id)) !== JSON.stringify(before))
      context.find('action.changed', exchange, `${told} is refused, and changes the session`);
    return;
  }
  const { rule } = judgement;
  const row = transitionItem(operationId, rowOf(operationId, rule));
  if (rows.has(row)) return;
  rows.add(row);
  const exchange = await driver.send(on, operationId, questionOf(action, id, false));
  if (exchange.status >= 300) {
    if (!mayBeRefused(action, standing, kind, driver.release))
      context.find('action.refused', exchange, `${told} is refused with ${exchange.status}`);
    return;
  }
  const wanted = { state: rule.to ?? standing.state, ...rule.set };
  const { arrived } = await watch(alone, id, (sides) =>
    Object.entries(wanted).every(([name, value]) => sides[on]?.[name] === value),
  );
  if (arrived) context.cover(row);
  else context.find('action.state', exchange, `${told} does not lead to ${wanted.state}`);
  await begin();
}
