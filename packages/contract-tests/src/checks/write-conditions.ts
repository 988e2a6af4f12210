// Changes of volumes and groups that the conditions of the contract allow or refuse. Only for simulators: they change at will.
import {
  type Fields,
  hasWriteConditions,
  isAtLeast,
  judgeWrite,
  type OperationId,
  operations,
  type RemoteProtectionCapability,
  type SessionFacts,
  writeConditions,
  type WriteOperation,
  type WriteSituation,
} from '@powerstore-api/types';
import { type Row, rowsOf } from '../array/rows/rows.js';
import { saveState, setLink } from '../array/target/simulator-control.js';
import { fieldAdded } from '../contract/contract.js';
import { unknownId } from '../contract/resources.js';
import { observeCondition } from './assumed-conditions.js';
import { fold } from './queries/comparable.js';
import type { CheckContext } from './context/check-context.js';
import type { Check } from './define-check.js';

/** The rows of the array that the conditions are about. */
interface Rows {
  volumes: readonly Row[];
  groups: readonly Row[];
  sessions: readonly Row[];
  policies: readonly Row[];
  systems: readonly Row[];
  /** The other array of the pair, where there is one. */
  remote: Row | undefined;
  /** Whether this is the array of which a simulator cuts the link. */
  isPaired: boolean;
}

/** A request to one instance, and the request that has to come first. */
interface Trial {
  operation: WriteOperation;
  row: Row;
  body: Fields;
  first?: Fields;
  link: 'up' | 'down';
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
  const { control } = target;
  const restore = await saveState(control);
  for (const row of resource === 'volume' ? rows.volumes : rows.groups) {
    for (const [body, first] of bodiesFor(operation, row, rows, release))
      if (await tryOne(context, { operation, row, body, ...(first && { first }), link: 'up' }, rows)) await restore();
    if (!rows.isPaired) continue;
    await setLink(control, 'down');
    for (const body of bodiesWithoutLink(operation, rows))
      if (await tryOne(context, { operation, row, body, link: 'down' }, rows)) {
        await restore();
        await setLink(control, 'down');
      }
    await restore();
  }
}

async function readRows({ ask, other }: CheckContext): Promise<Rows> {
  const read = async (operationId: OperationId, select = '*'): Promise<Row[]> =>
    rowsOf(await ask(operationId, { query: { select, limit: '2000', order: 'id' } }));
  const systems = await read('remote_system_collection_query');
  const [cluster] = other ? rowsOf(await ask('cluster_collection_query', { on: 'other', query: { select: '*' } })) : [];
  const paired = systems.find(({ serial_number: serial }) => cluster && serial === cluster['global_id']);
  const remote = paired ?? systems[0];
  return {
    volumes: await read('volume_collection_query'),
    groups: await read('volume_group_collection_query', '*,volumes(id)'),
    sessions: await read('replication_session_collection_query'),
    policies: await read('policy_collection_query', '*,replication_rules(id,rpo,remote_system_id)'),
    systems,
    remote,
    isPaired: paired !== undefined,
  };
}

const later = '2100-01-01T00:00:00.000Z';

/** Requests that break and that meet conditions, whatever the instance is; some of them after another request. */
function bodiesFor(
  operation: WriteOperation,
  row: Row,
  { volumes, groups, policies, remote }: Rows,
  release: string,
): [body: Fields, first?: Fields][] {
  if (operation.endsWith('_configure_metro'))
    return [[{ remote_system_id: remote?.id }], [{ remote_system_id: unknownId }]];
  if (operation.endsWith('_end_metro')) return [[{}], [{ force: true }]];
  const isVolume = operation === 'volume_modify';
  const others = isVolume ? volumes : groups;
  const other = others.find(({ id, type }) => id !== row.id && type === row['type']);
  const protection = policies.filter(({ type }) => type === 'Protection');
  const size = Number(row['size']);
  const bodies: [body: Fields, first?: Fields][] = [
    [{ description: 'changed' }],
    [{ name: `${String(row['name'])}-2` }],
    ...(other
      ? [[{ name: other['name'] }] as [Fields], [{ name: inOtherCase(String(other['name'])) }] as [Fields]]
      : []),
    [{ protection_policy_id: null }],
    [{ protection_policy_id: null, force: true }],
    [{ protection_policy_id: unknownId }],
    ...protection.map(({ id }): [Fields] => [{ protection_policy_id: id }]),
    ...(isVolume
      ? []
      : protection.map(({ id }): [Fields] => [{ protection_policy_id: id, is_write_order_consistent: false }])),
    [{ qos_performance_policy_id: unknownId }],
    [{ is_replication_destination: true }],
    [{ is_replication_destination: false }],
    [{ expiration_timestamp: later }],
    [{ is_secure: true }],
    [{ is_secure: false }, { is_secure: true, expiration_timestamp: later }],
    ...(isVolume
      ? [
          [{ performance_policy_id: unknownId }] as [Fields],
          [{ size }] as [Fields],
          [{ size: size + 1 }] as [Fields],
          [{ size: 2 * size }] as [Fields],
        ]
      : [[{ is_write_order_consistent: false }] as [Fields]]),
  ];
  return bodies.filter((both) =>
    both.every((body = {}) => Object.keys(body).every((field) => isAtLeast(release, fieldAdded(operation, field)))),
  );
}

/** Requests that need the other array. */
function bodiesWithoutLink(operation: WriteOperation, { policies, remote }: Rows): Fields[] {
  if (operation.endsWith('_configure_metro')) return [{ remote_system_id: remote?.id }];
  if (operation.endsWith('_end_metro')) return [{}];
  return policies
    .filter(({ type, is_replica: isReplica }) => type === 'Protection' && isReplica === false)
    .map(({ id }) => ({ protection_policy_id: id }));
}

const inOtherCase = (text: string): string => (text.toUpperCase() === text ? text.toLowerCase() : text.toUpperCase());

/** Sends one request, and says whether the instance may be another one afterwards. */
async function tryOne(context: CheckContext, trial: Trial, rows: Rows): Promise<boolean> {
  const { ask, find, expectStatus } = context;
  const { operation, row, body, first } = trial;
  const before = {
    ...row,
    ...(first &&
      (await isCarriedOut(context, trial, first)) && {
        protection_data: { ...(row['protection_data'] as object | null), ...first },
      }),
  };
  if (first && before['protection_data'] === row['protection_data']) return false;
  const judgement = judgeWrite(operation, body, situationOf({ ...trial, row: before }, rows));
  if (judgement.possible === undefined) return first !== undefined;
  const exchange = await ask(operation, { id: String(row.id), body });
  const isAccepted = exchange.status < 300;
  const fields = Object.keys(body).join(', ') || 'no fields';
  const broken = judgement.possible ? undefined : judgement.name;
  const names = (operation.startsWith('volume_group') ? rows.groups : rows.volumes).map(({ name }) => name);
  const isOtherCase =
    !names.includes(body['name']) && names.some((name) => fold(String(name)) === fold(String(body['name'])));
  if (broken === undefined) {
    if (!isAccepted) {
      const message = `The array answers a request with ${fields} with ${exchange.status}, although it meets all conditions.`;
      find('action.refused', exchange, message, {
        subject: fields,
        expected: 'a status below 300',
        actual: exchange.status,
        rows: [row],
      });
    }
  } else if (observeCondition(context.observe, exchange, broken, isOtherCase)) return isAccepted || first !== undefined;
  else if (isAccepted) {
    const message = `The array accepts a request with ${fields} that breaks ${broken}.`;
    find('action.accepted', exchange, message, {
      subject: broken,
      expected: writeConditions[broken].status,
      actual: exchange.status,
      rows: [row],
    });
  } else expectStatus(exchange, writeConditions[broken].status, broken);
  return isAccepted || first !== undefined;
}

/** Only snapshots take another request first. */
const isCarriedOut = async ({ ask }: CheckContext, { operation, row }: Trial, body: Fields): Promise<boolean> =>
  row['type'] === 'Snapshot' && (await ask(operation, { id: String(row.id), body })).status < 300;

const members = (group: Row): unknown[] => ((group['volumes'] ?? []) as Row[]).map(({ id }) => id);

function situationOf({ operation, row, body, link }: Trial, rows: Rows): WriteSituation {
  const isVolume = operations[operation].resource === 'volume';
  const own = isVolume ? rows.groups.filter((group) => members(group).includes(row.id)) : [];
  const ids = new Set([row, ...own].map(({ id }) => id));
  const sessions = rows.sessions.filter(({ local_resource_id: id }) => ids.has(id));
  const names = (isVolume ? rows.volumes : rows.groups).filter(
    ({ id, type }) => id !== row.id && (type === 'Snapshot') === (row['type'] === 'Snapshot'),
  );
  const policy = policyOf(rows, body['protection_policy_id']);
  const rules = (policy?.['replication_rules'] ?? []) as Row[];
  const targets = new Set([body['remote_system_id'], ...rules.map(({ remote_system_id: to }) => to)]);
  const made = rows.sessions.filter((it) => it['local_resource_id'] === row.id && it['type'] !== 'Metro_Active_Active');
  // A session to the array goes on, by the other rule. With the same rule nothing changes.
  const changed = rules.filter(({ id, remote_system_id: to }) =>
    made.every((it) => it['remote_system_id'] !== to || it['replication_rule_id'] !== id),
  );
  const created = changed.filter((rule) =>
    made.every((it) => it['remote_system_id'] !== rule['remote_system_id'] || it['type'] !== typeOf(rule)),
  );
  const needed = new Set([body['remote_system_id'], ...changed.map(({ remote_system_id: to }) => to)]);
  return {
    before: { expiration_timestamp: null, ...(row['protection_data'] as Fields | null), ...row },
    member: own.length > 0,
    empty: !isVolume && members(row).length === 0,
    sessions: sessions.map((session) => factsOf(session, targets)),
    creates: created.map(typeOf),
    ...(!operation.endsWith('_configure_metro') && { supported: created.every((rule) => isSupported(rule, rows)) }),
    // The links to other arrays stay up.
    link: operation.endsWith('_end_metro') || needed.has(rows.remote?.id) ? link : 'up',
    name_used: names.some(({ name }) => fold(String(name)) === fold(String(body['name']))),
    refers: {
      remote_system_id: body['remote_system_id'] === rows.remote?.id ? (rows.remote ?? null) : null,
      protection_policy_id: policy ?? null,
      performance_policy_id: policyOf(rows, body['performance_policy_id']) ?? null,
      qos_performance_policy_id: policyOf(rows, body['qos_performance_policy_id']) ?? null,
    },
  };
}

const typeOf = ({ rpo }: Row): string => (rpo === 'Zero' ? 'Synchronous' : 'Asynchronous');

const isSupported = (rule: Row, { systems }: Rows): boolean => {
  const { capabilities } = systems.find(({ id }) => id === rule['remote_system_id']) ?? {};
  return typeOf(rule) !== 'Synchronous' || (Array.isArray(capabilities) && capabilities.includes(synchronous));
};

const synchronous = 'Synchronous_Block_Replication' satisfies RemoteProtectionCapability;

const policyOf = ({ policies }: Rows, id: unknown): Row | undefined => policies.find((it) => it.id === id);

const factsOf = (session: Row, targets: ReadonlySet<unknown>): SessionFacts => {
  const { type, role, state, last_sync_timestamp: last, remote_system_id: to } = session;
  // Before 3.0 a session has no type: all of them are asynchronous.
  const kind = String(type ?? 'Asynchronous');
  return {
    type: kind,
    role: String(role),
    state: String(state),
    synchronized: kind === 'Asynchronous' ? last !== null : state !== 'Initializing',
    to_target: targets.has(to),
  };
};
