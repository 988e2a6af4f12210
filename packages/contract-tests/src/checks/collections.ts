import { attributes, type OperationId } from '@powerstore-api/types';
import type { Exam } from '../exam.js';
import type { Exchange } from '../exchange.js';
import { existsIn } from '../release.js';
import type { Check } from './check.js';
import { rowsOf } from '../rows.js';

interface Resource {
  name: string;
  list: OperationId;
  get?: OperationId;
  /** Whether an instance can be named in place of its id, and which to try: whether names of snapshots are unique is not documented. */
  byName?: Record<string, string>;
}

const resources: Resource[] = [
  {
    name: 'replication_session',
    list: 'replication_session_collection_query',
    get: 'replication_session_instance_query',
  },
  { name: 'remote_system', list: 'remote_system_collection_query', get: 'remote_system_instance_query', byName: {} },
  {
    name: 'replication_rule',
    list: 'replication_rule_collection_query',
    get: 'replication_rule_instance_query',
    byName: {},
  },
  { name: 'policy', list: 'policy_collection_query', get: 'policy_instance_query', byName: {} },
  { name: 'volume', list: 'volume_collection_query', get: 'volume_instance_query', byName: { type: 'eq.Primary' } },
  {
    name: 'volume_group',
    list: 'volume_group_collection_query',
    get: 'volume_group_instance_query',
    byName: { type: 'eq.Primary' },
  },
  {
    name: 'host_volume_mapping',
    list: 'host_volume_mapping_collection_query',
    get: 'host_volume_mapping_instance_query',
  },
  { name: 'job', list: 'job_collection_query', get: 'job_instance_query' },
  { name: 'software_installed', list: 'software_installed_collection_query', get: 'software_installed_instance_query' },
  { name: 'cluster', list: 'cluster_collection_query', get: 'cluster_instance_query' },
  { name: 'login_session', list: 'login_session_collection_query' },
];

/** Collections with something in them on every array. */
const neverEmpty = new Set(['software_installed', 'cluster', 'login_session']);

/** Reading a collection, and each kind of thing in it. */
export const collectionChecks: Check[] = resources.flatMap(({ name, list, get, byName }) => [
  {
    id: `${name}.default-select`,
    title: 'without select there are only ids',
    async run(exam: Exam) {
      const exchange = await exam.ask(list, { query: limited(list, 5) });
      exam.expectStatus(exchange, 200, 206);
      expectAttributes(exam, name, exchange, ['id']);
    },
  },
  {
    id: `${name}.attributes`,
    title: 'every attribute of this release can be selected, and has a documented value',
    async run(exam: Exam) {
      const selected = Object.entries(attributes[name] ?? {})
        .filter(([, { added }]) => existsIn(exam.release, added))
        .map(([attribute]) => attribute);
      const exchange = await exam.ask(list, { query: { select: selected.join(','), ...limited(list, 100) } });
      exam.expectStatus(exchange, 200, 206);
      expectAttributes(exam, name, exchange, selected);
      if (neverEmpty.has(name) && exchange.status === 200 && rowsOf(exchange).length === 0) {
        exam.find('collection.empty', exchange, `${name} is empty, which it never is`);
      }
    },
  },
  {
    id: `${name}.unknown-attribute`,
    title: 'selecting what does not exist is refused',
    async run({ ask, find }: Exam) {
      const exchange = await ask(list, { query: { select: 'id,no_such_attribute' } });
      // With which error an array refuses is not known; that it is a documented one is seen to by the contract.
      if (exchange.status < 400) {
        find('select.unknown', exchange, 'an attribute that does not exist was accepted');
      }
    },
  },
  ...(get === undefined
    ? []
    : [
        {
          id: `${name}.instance`,
          title: 'what a list names can be read by its id',
          async run({ ask, find, expectStatus }: Exam) {
            for (const { id } of rowsOf(await ask(list, { query: limited(list, 3) }))) {
              const exchange = await ask(get, { id: String(id), query: { select: 'id' } });
              // It may have ended since the list was read.
              expectStatus(exchange, 200, 404);
              expectInstance(find, exchange, id);
            }
          },
        },
        {
          id: `${name}.not-found`,
          title: 'an id nobody has is not found',
          async run({ ask, expectStatus }: Exam) {
            expectStatus(await ask(get, { id: '00000000-0000-0000-0000-000000000000' }), 404);
          },
        },
      ]),
  ...(get === undefined || byName === undefined
    ? []
    : [
        {
          id: `${name}.by-name`,
          title: 'what a list names can be read by its name',
          async run({ ask, find, expectStatus }: Exam) {
            const rows = rowsOf(await ask(list, { query: { select: 'id,name', ...byName, limit: '3' } }));
            for (const { id, name: called } of rows) {
              if (typeof called !== 'string' || called === '') continue;
              const exchange = await ask(get, { id: `name:${called}`, query: { select: 'id' } });
              expectStatus(exchange, 200, 404);
              expectInstance(find, exchange, id);
            }
          },
        },
      ]),
]);

function expectInstance(find: Exam['find'], exchange: Exchange, id: unknown): void {
  const answered = (exchange.json as { id?: unknown } | undefined)?.id;
  if (exchange.status === 200 && answered !== id) {
    find('instance.id', exchange, 'another instance was answered than was asked for');
  }
}

/** `cluster` and `login_session` offer no paging. */
const limited = (list: OperationId, limit: number): Record<string, string> =>
  list === 'cluster_collection_query' || list === 'login_session_collection_query' ? {} : { limit: String(limit) };

/** An array returns what was selected, `null` where there is nothing, and no more. */
function expectAttributes({ find }: Exam, resource: string, exchange: Exchange, selected: string[]): void {
  const rows = rowsOf(exchange);
  const missing = selected.filter((name) => rows.some((row) => !(name in row)));
  if (missing.length > 0) {
    find('select.missing', exchange, `selected, but not there: ${missing.join(', ')}`);
  }
  const extra = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !selected.includes(name));
  const [known, unknown] = [
    extra.filter((name) => isKnown(resource, name)),
    extra.filter((name) => !isKnown(resource, name)),
  ];
  if (known.length > 0) {
    find('select.extra', exchange, `not selected, but there: ${known.join(', ')}`);
  }
  if (unknown.length > 0) {
    find('attribute.unknown', exchange, `not in the contract: ${unknown.join(', ')}`);
  }
}

const isKnown = (resource: string, name: string): boolean => Object.hasOwn(attributes[resource] ?? {}, name);
