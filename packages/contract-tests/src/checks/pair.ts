// Two arrays that replicate to each other must show the same sessions, each from its own side.
import {
  type AttributeName,
  type EnumName,
  type OperationId,
  isAtLeast,
  oppositeRole,
  type DataConnectionState,
  type ReplicationElementPair,
  type ReplicationRole,
  type ReplicationSessionType,
} from '@powerstore-api/types';
import type { Exchange } from '../array/http/exchange.js';
import { attributeNames } from '../array/rows/query.js';
import { isList, limitOf, type RowOf } from '../array/rows/rows.js';
import { otherSite, type Site } from '../array/target/target.js';
import { decidedBy } from '../contract/assumed.js';
import { knownLiteral } from '../contract/known-literal.js';
import type { Evidence } from '../findings/evidence.js';
import type { FindingId } from '../findings/finding-kinds.js';
import { isStable } from '../replication/restore.js';
import type { CheckContext } from './context/check-context.js';
import type { Check } from './define-check.js';

/** Reports only problems that two readings in a row show, because time passes between asking one array and the other. */
export const pairChecks: Check[] = [
  {
    id: 'pair.symmetric',
    title: 'Both arrays must show the same sessions, from opposite sides',
    needs: 'pair',
    async run(context) {
      const views = await readBoth(context);
      observeSameIds(context.observe, views);
      const first = problemsOf(views);
      if (first.size === 0) return;
      for (const [key, { id, exchange, message, ...more }] of problemsOf(await readBoth(context)))
        if (first.has(key)) context.find(id, exchange, message, more);
    },
  },
];

type SessionRow = RowOf<'replication_session'>;

interface View {
  exchange: Exchange;
  sessions: ReadonlyMap<string, SessionRow>;
  /** Whether there are more sessions than were read. */
  isPart: boolean;
  /** Ids of the remote systems that are the other array. */
  toOther: ReadonlySet<unknown>;
}

interface Problem extends Evidence {
  id: FindingId;
  message: string;
  subject: string;
}

const wanted: readonly AttributeName<'replication_session'>[] = [
  'id',
  'state',
  'role',
  'type',
  'resource_type',
  'local_resource_id',
  'remote_resource_id',
  'remote_system_id',
  'storage_element_pairs',
  'data_connection_state',
];

/** Attributes that came with 3.0. */
const connected: ReadonlySet<string> = new Set<DataConnectionState>(['OK', 'Partial_Data_Connection_Loss']);

const newer: ReadonlySet<string> = new Set<AttributeName<'replication_session'>>(['type', 'data_connection_state']);

async function readBoth(context: CheckContext): Promise<Record<Site, View>> {
  const { a, b } = { a: await readFrom(context), b: await readFrom(context, 'other') };
  return { a: { ...a, toOther: systemsOf(a, b.serial) }, b: { ...b, toOther: systemsOf(b, a.serial) } };
}

const systemsOf = (
  { systems }: { systems: readonly RowOf<'remote_system'>[] },
  serial: unknown,
): ReadonlySet<unknown> =>
  new Set(systems.filter(({ serial_number }) => serial_number === serial).map((row) => row.id));

async function readFrom(context: CheckContext, on?: 'other') {
  const { rowsOf, target, release, other } = context;
  const releaseOfAsked = on ? (other?.release ?? release) : release;
  const select = wanted.filter((name) => !newer.has(name) || isAtLeast(releaseOfAsked, '3.0.0.0')).join(',');
  const ask = async (operationId: OperationId, query: Record<string, string>): Promise<Exchange> => {
    const answer = await context.ask(operationId, { ...(on && { on }), query });
    if (isList(answer)) return answer;
    // A list that cannot be read is no empty one: all that the other array has would be missing here.
    context.expectStatus(answer, [200, 206]);
    return context.notApplicable(`The ${on ? 'other ' : ''}array does not let its sessions be read.`);
  };
  const exchange = await ask('replication_session_collection_query', {
    select,
    order: attributeNames('id'),
    limit: limitOf(target),
  });
  const sessions: readonly SessionRow[] = rowsOf(exchange);
  const systems: readonly RowOf<'remote_system'>[] = rowsOf(
    await ask('remote_system_collection_query', {
      select: attributeNames<'remote_system'>('id', 'serial_number'),
    }),
  );
  const [cluster]: readonly RowOf<'cluster'>[] = rowsOf(
    await ask('cluster_collection_query', { select: attributeNames<'cluster'>('global_id') }),
  );
  return {
    exchange,
    sessions: new Map(sessions.map((row) => [String(row.id), row])),
    isPart: exchange.status === 206,
    systems,
    serial: cluster?.global_id,
  };
}

function problemsOf(views: Record<Site, View>): Map<string, Problem & { exchange: Exchange }> {
  const problems = new Map<string, Problem & { exchange: Exchange }>();
  for (const site of ['a', 'b'] as const) {
    const [here, there] = [views[site], views[otherSite(site)]];
    const last = [...there.sessions.keys()].at(-1) ?? '';
    for (const [id, row] of here.sessions) {
      const counterpart = there.sessions.get(id);
      // The other array does not have a session to a third array, and the part that was read may not have a later one.
      const isToOther = here.toOther.has(row.remote_system_id);
      const mayBeUnread = there.isPart && id > last;
      const found = counterpart
        ? [...(isToOther ? [] : [wrongSystem(row, site)]), ...(site === 'a' ? compare(row, counterpart) : [])]
        : isToOther && !mayBeUnread
          ? [missing(row, site)]
          : [];
      for (const problem of found)
        problems.set(JSON.stringify([id, problem.id, problem.subject]), { ...problem, exchange: here.exchange });
    }
  }
  return problems;
}

/** Records whether the other array has the sessions of this one under the same ids. */
function observeSameIds(observe: CheckContext['observe'], { a, b }: Record<Site, View>): void {
  const shared = [...a.sessions].filter(([, row]) => a.toOther.has(row.remote_system_id));
  if (shared.length === 0 || b.isPart) return;
  const isSame = shared.some(([id]) => b.sessions.has(id));
  for (const { name } of decidedBy('pair'))
    observe(a.exchange, {
      assumption: name,
      verdict: isSame ? 'confirmed' : 'contradicted',
      evidence: isSame
        ? 'both arrays have a replication_session of one id'
        : 'no replication_session has one id on both arrays',
    });
}

const missing = (row: SessionRow, site: Site): Problem => ({
  id: 'pair.missing',
  subject: `${kindOf(row)} on ${site}`,
  message: `Only array ${site} has a session (${kindOf(row)}) that both arrays must have.`,
  expected: row.id,
  actual: undefined,
  rows: [row],
});

const wrongSystem = (row: SessionRow, site: Site): Problem => ({
  id: 'pair.crossed',
  subject: `remote_system_id ${kindOf(row)} on ${site}`,
  message: `The remote_system_id of a session (${kindOf(row)}) on array ${site} does not name the other array.`,
  expected: 'the id of a remote system with the serial number of the other array',
  actual: row.remote_system_id,
  rows: [row],
});

/** The problems of two sides of one session, which must be equal in some attributes and opposite in others. */
function compare(one: SessionRow, two: SessionRow): Problem[] {
  const kind = kindOf(one);
  const crossed = (
    attribute: AttributeName<'replication_session'>,
    message: string,
    counterpart = attribute,
  ): Problem => ({
    id: 'pair.crossed',
    subject: `${attribute} ${kind}`,
    message: `The two sides of a session (${kind}) ${message}.`,
    expected: two[counterpart],
    actual: one[attribute],
    rows: [one, two],
  });
  const problems: Problem[] = [];
  for (const attribute of ['type', 'resource_type'] as const)
    if (one[attribute] !== two[attribute]) problems.push(crossed(attribute, `show another ${attribute}`));
  for (const [ours, theirs] of [
    ['local_resource_id', 'remote_resource_id'],
    ['remote_resource_id', 'local_resource_id'],
  ] as const)
    if (one[ours] !== two[theirs])
      problems.push(
        crossed(ours, `do not refer to each other: ${ours} of array a is not ${theirs} of array b`, theirs),
      );
  if (!areCrossed(one.storage_element_pairs, two.storage_element_pairs))
    problems.push(crossed('storage_element_pairs', 'do not have the same storage_element_pairs the other way round'));
  // During an action the two sides change their roles one after the other.
  if (![one, two].every((row) => isStable(row.state))) return problems;
  if (one.role !== oppositeRole(two.role as ReplicationRole))
    problems.push(unlike('pair.roles', 'role', 'ReplicationRole', 'have the roles', [one, two]));
  // Sessions go on while a part of the connection is lost.
  const isConnected = [one, two].every(
    ({ data_connection_state: it }) => it === undefined || connected.has(String(it)),
  );
  if (isConnected && one.state !== two.state)
    problems.push(unlike('pair.states', 'state', 'ReplicationState', 'are in the states', [one, two]));
  return problems;
}

function unlike(
  id: FindingId,
  attribute: 'role' | 'state',
  enumName: EnumName,
  verb: string,
  sides: readonly [SessionRow, SessionRow],
): Problem {
  const [one, two] = sides.map((row) => knownLiteral(enumName, row[attribute]) ?? 'unknown');
  const kind = kindOf(sides[0]);
  return {
    id,
    subject: `${one}/${two} ${kind}`,
    message: `The two sides of a session (${kind}) ${verb} ${one} and ${two}.`,
    expected: attribute === 'role' ? oppositeRole(sides[0].role as ReplicationRole) : sides[0].state,
    actual: sides[1][attribute],
    rows: sides,
  };
}

/** Before 3.0 there was one type, and no attribute for it. */
const kindOf = ({ type = 'Asynchronous' satisfies ReplicationSessionType, resource_type }: SessionRow): string =>
  [knownLiteral('ReplicationSessionType', type), knownLiteral('ReplicatedResourceType', resource_type)]
    .map((it) => it ?? 'unknown')
    .join('/');

function areCrossed(one: unknown, two: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(two)) return true;
  return listed(one, 'local', 'remote') === listed(two, 'remote', 'local');
}

const listed = (pairs: readonly ReplicationElementPair[], from: 'local' | 'remote', to: 'local' | 'remote'): string =>
  pairs
    .map((pair) =>
      JSON.stringify([pair[`${from}_storage_element_id` as const], pair[`${to}_storage_element_id` as const]]),
    )
    .toSorted()
    .join();
