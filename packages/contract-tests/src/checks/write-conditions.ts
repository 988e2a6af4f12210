// Changes of volumes and groups that the conditions of the contract allow or refuse. Only for simulators: they change at will.
import {
  type Fields,
  hasWriteConditions,
  isAtLeast,
  judgeWrite,
  type OperationId,
  operations,
  type SessionFacts,
  writeConditions,
  type WriteOperation,
  type WriteSituation,
} from '@powerstore-api/types';
import { type Row, rowsOf } from '../array/rows/rows.js';
import { saveState } from '../array/target/simulator-control.js';
import type { CheckContext } from './check-context.js';
import type { Check } from './define-check.js';

/** The rows of the array that the conditions are about. */
interface Rows {
  volumes: readonly Row[];
  groups: readonly Row[];
  sessions: readonly Row[];
  remote: Row | undefined;
}

export const writeConditionChecks: Check[] = Object.keys(operations)
  .filter((it): it is WriteOperation => hasWriteConditions(it as OperationId))
  .map((operation) => ({
    id: `${operation}.conditions`,
    title: 'The array must refuse a request that breaks a condition, and carry out one that meets all of them',
    safety: operations[operation].safety,
    needs: 'control',
    run: (context) => tryAll(context, operation),
  }));

async function tryAll(context: CheckContext, operation: WriteOperation): Promise<void> {
  const { release, target, notApplicable } = context;
  const { added, resource } = operations[operation];
  if (!isAtLeast(release, added)) notApplicable(`The operation came with ${added}.`);
  if (target.control === undefined) return;
  const rows = await readRows(context);
  const restore = await saveState(target.control);
  for (const row of resource === 'volume' ? rows.volumes : rows.groups) {
    for (const body of bodiesFor(operation, row, rows))
      if (await tryOne(context, operation, row, body, rows)) await restore();
  }
}

async function readRows({ ask }: CheckContext): Promise<Rows> {
  const read = async (operationId: OperationId, select = '*'): Promise<Row[]> =>
    rowsOf(await ask(operationId, { query: { select, limit: '2000', order: 'id' } }));
  const [remote] = await read('remote_system_collection_query');
  return {
    volumes: await read('volume_collection_query'),
    groups: await read('volume_group_collection_query', '*,volumes(id)'),
    sessions: await read('replication_session_collection_query'),
    remote,
  };
}

/** Requests that break and that meet conditions, whatever the instance is. */
function bodiesFor(operation: WriteOperation, row: Row, { volumes, groups, remote }: Rows): Fields[] {
  if (operation.endsWith('_configure_metro')) return [{ remote_system_id: remote?.id }];
  if (operation.endsWith('_end_metro')) return [{}, { force: true }];
  const others = operation === 'volume_modify' ? volumes : groups;
  const other = others.find(({ id, type }) => id !== row.id && type === row['type']);
  const common: Fields[] = [
    { description: 'changed' },
    { name: `${String(row['name'])}-2` },
    ...(other ? [{ name: other['name'] }] : []),
    { protection_policy_id: null },
    { is_replication_destination: false },
  ];
  if (operation !== 'volume_modify') return [...common, { is_write_order_consistent: false }];
  const size = Number(row['size']);
  return [...common, { size }, { size: size + 1 }, { size: 2 * size }];
}

/** Sends one request, and says whether it was carried out. */
async function tryOne(
  { ask, find, expectStatus }: CheckContext,
  operation: WriteOperation,
  row: Row,
  body: Fields,
  rows: Rows,
): Promise<boolean> {
  const judgement = judgeWrite(operation, body, situationOf(operation, row, body, rows));
  if (judgement.possible === undefined) return false;
  const exchange = await ask(operation, { id: String(row.id), body });
  const isAccepted = exchange.status < 300;
  const fields = Object.keys(body).join(', ') || 'no fields';
  const broken = judgement.possible ? undefined : judgement.name;
  if (isAccepted && broken !== undefined) {
    const message = `The array accepts a request with ${fields} that breaks ${broken}.`;
    find('action.accepted', exchange, message, {
      subject: broken,
      expected: writeConditions[broken].status,
      actual: exchange.status,
      rows: [row],
    });
  } else if (!isAccepted && broken === undefined) {
    const message = `The array answers a request with ${fields} with ${exchange.status}, although it meets all conditions.`;
    find('action.refused', exchange, message, {
      subject: fields,
      expected: 'a status below 300',
      actual: exchange.status,
      rows: [row],
    });
  } else if (broken !== undefined) expectStatus(exchange, writeConditions[broken].status, broken);
  return isAccepted;
}

const members = (group: Row): unknown[] => ((group['volumes'] ?? []) as Row[]).map(({ id }) => id);

function situationOf(operation: WriteOperation, row: Row, body: Fields, rows: Rows): WriteSituation {
  const isVolume = operations[operation].resource === 'volume';
  const own = isVolume ? rows.groups.filter((group) => members(group).includes(row.id)) : [];
  const ids = new Set([row, ...own].map(({ id }) => id));
  const sessions = rows.sessions.filter(({ local_resource_id: id }) => ids.has(id));
  const names = (isVolume ? rows.volumes : rows.groups).filter(
    ({ id, type }) => id !== row.id && (type === 'Snapshot') === (row['type'] === 'Snapshot'),
  );
  return {
    before: { expiration_timestamp: null, ...(row['protection_data'] as Fields | null), ...row },
    member: own.length > 0,
    empty: !isVolume && members(row).length === 0,
    sessions: sessions.map((session) => factsOf(session, rows.remote)),
    creates: [],
    ...(!operation.endsWith('_configure_metro') && { supported: true }),
    link: 'up',
    name_used: names.some(({ name }) => String(name).toLowerCase() === String(body['name']).toLowerCase()),
    refers: { remote_system_id: rows.remote ?? null },
  };
}

const factsOf = (session: Row, remote: Row | undefined): SessionFacts => {
  const { type, role, state, last_sync_timestamp: last, remote_system_id: to } = session;
  // Before 3.0 a session has no type: all of them are asynchronous.
  const kind = String(type ?? 'Asynchronous');
  return {
    type: kind,
    role: String(role),
    state: String(state),
    synchronized: kind === 'Asynchronous' ? last !== null : state !== 'Initializing',
    to_target: to === remote?.id,
  };
};
