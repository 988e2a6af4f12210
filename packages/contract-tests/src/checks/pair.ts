// Two arrays that replicate to each other tell the same of a session, each from its side.
import { isAtLeast } from '@powerstore-api/types';
import type { CheckContext } from './check-context.js';
import type { Exchange } from '../array/exchange.js';
import type { FindingId } from '../findings/finding-kinds.js';
import { isRestful } from '../replication/restore.js';
import type { Row } from '../array/rows.js';
import { otherSite, type Site } from '../array/target.js';
import type { Check } from './check.js';

/** Asymmetries that are there on two looks in a row: between one array and the other, time passes. */
export const pairChecks: Check[] = [
  {
    id: 'pair.symmetric',
    title: 'both arrays have the same sessions, from opposite sides',
    needs: 'pair',
    async run(context) {
      const first = problemsOf(await look(context));
      if (first.size === 0) return;
      for (const [key, problem] of problemsOf(await look(context)))
        if (first.has(key)) context.find(problem.id, problem.exchange, problem.what);
    },
  },
];

interface View {
  exchange: Exchange;
  sessions: Map<string, Row>;
  /** Whether there are more sessions than were read. */
  isPart: boolean;
  /** Ids of the remote systems that are the other array. */
  toOther: ReadonlySet<unknown>;
}

interface Problem {
  id: FindingId;
  exchange: Exchange;
  what: string;
}

const wanted = [
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

/** What came with 3.0. */
const newer = new Set(['type', 'data_connection_state']);

async function look(context: CheckContext): Promise<Record<Site, View>> {
  const { a, b } = { a: await lookAt(context), b: await lookAt(context, 'other') };
  return { a: { ...a, toOther: systemsOf(a, b.serial) }, b: { ...b, toOther: systemsOf(b, a.serial) } };
}

const systemsOf = ({ systems }: { systems: Row[] }, serial: unknown): ReadonlySet<unknown> =>
  new Set(systems.filter(({ serial_number }) => serial_number === serial).map(({ id }) => id));

async function lookAt({ ask, rowsOf, target, release, other }: CheckContext, on?: 'other') {
  const asked = on ? { on } : {};
  const known = on ? (other?.release ?? release) : release;
  const select = wanted.filter((name) => !newer.has(name) || isAtLeast(known, '3.0.0.0')).join(',');
  const exchange = await ask('replication_session_collection_query', {
    ...asked,
    query: { select, order: 'id', limit: String(Math.min(target.pace.rows, 2000)) },
  });
  const systems = rowsOf(
    await ask('remote_system_collection_query', { ...asked, query: { select: 'id,serial_number' } }),
  );
  const [cluster = {}] = rowsOf(await ask('cluster_collection_query', { ...asked, query: { select: 'global_id' } }));
  return {
    exchange,
    sessions: new Map(rowsOf(exchange).map((row) => [String(row['id']), row])),
    isPart: exchange.status === 206,
    systems,
    serial: cluster['global_id'],
  };
}

function problemsOf(views: Record<Site, View>): Map<string, Problem> {
  const problems = new Map<string, Problem>();
  const add = (session: string, id: FindingId, { exchange }: View, what: string): void => {
    problems.set(`${session} ${id} ${what}`, { id, exchange, what });
  };
  for (const site of ['a', 'b'] as const) {
    const [here, there] = [views[site], views[otherSite(site)]];
    const last = [...there.sessions.keys()].at(-1) ?? '';
    for (const [id, row] of here.sessions) {
      const copy = there.sessions.get(id);
      const isMeant = here.toOther.has(row['remote_system_id']);
      // A session to a third site is none of the other array's business; one beyond what was read may be there.
      if (!copy && isMeant && !(there.isPart && id > last))
        add(id, 'pair.missing', here, `a ${kindOf(row)} session is on array ${site} only`);
      if (copy && !isMeant) add(id, 'pair.crossed', here, 'remote_system_id does not name the other array');
      if (copy && site === 'a') compare(row, copy, (finding, what) => add(id, finding, here, what));
    }
  }
  return problems;
}

const opposites: Readonly<Record<string, string>> = {
  Source: 'Destination',
  Destination: 'Source',
  Metro_Preferred: 'Metro_Non_Preferred',
  Metro_Non_Preferred: 'Metro_Preferred',
};

function compare(one: Row, two: Row, add: (id: FindingId, what: string) => void): void {
  const kind = kindOf(one);
  if (one['type'] !== two['type'] || one['resource_type'] !== two['resource_type'])
    add('pair.crossed', `type or resource_type of a ${kind} session is another one on the other array`);
  if (one['local_resource_id'] !== two['remote_resource_id'] || one['remote_resource_id'] !== two['local_resource_id'])
    add('pair.crossed', `local_resource_id and remote_resource_id of a ${kind} session are not crossed`);
  if (!areCrossed(one['storage_element_pairs'], two['storage_element_pairs']))
    add('pair.crossed', `storage_element_pairs of a ${kind} session are not crossed`);
  // On the way roles change one after the other.
  if (![one, two].every((row) => isRestful(row['state']))) return;
  if (one['role'] !== opposites[String(two['role'])]) add('pair.roles', `roles of a ${kind} session are not opposite`);
  const isConnected = [one, two].every(({ data_connection_state: it = 'OK' }) => it === 'OK');
  if (isConnected && one['state'] !== two['state'])
    add('pair.states', `the sides of a ${kind} session are in different states`);
}

const kindOf = ({ type, resource_type }: Row): string =>
  [type, resource_type]
    .map((it) => (typeof it === 'string' && /^[A-Za-z_]{1,40}$/.test(it) ? it : 'unknown'))
    .join(' ');

function areCrossed(one: unknown, two: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(two)) return true;
  return listed(one as Row[], 'local', 'remote') === listed(two as Row[], 'remote', 'local');
}

const listed = (pairs: Row[], from: string, to: string): string =>
  pairs
    .map((pair) => JSON.stringify([pair[`${from}_storage_element_id`], pair[`${to}_storage_element_id`]]))
    .toSorted()
    .join();
