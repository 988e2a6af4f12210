import type { OperationId, Resource } from '@powerstore-api/types';
import type { Exchange } from '../array/http/exchange.js';
import { attributeNames, type FiltersOf } from '../array/rows/query.js';
import { isList, type Row, type RowOf, rowOfInstance, rowsOf } from '../array/rows/rows.js';
import {
  attributesOf,
  limited,
  type NamedResource,
  type ReadableResource,
  resources,
  unknownId,
} from '../contract/resources.js';
import { expectDeleted } from './deleted.js';
import type { CheckContext, LoginSession } from './context/check-context.js';
import type { Check, SuiteCheck } from './define-check.js';
import { expectRows } from './expect-rows.js';
import { expectRefusal } from './stranger.js';
import { expectAttributes } from './selection.js';

/** Collections that have an instance on every array. */
const neverEmpty: ReadonlySet<Resource> = new Set(['software_installed', 'cluster', 'login_session']);

/** Reading collections and their instances. */
export const collectionChecks: SuiteCheck[] = resources.flatMap((resource) => {
  const { get, byName } = resource;
  return [
    ...listChecks(resource),
    ...(get === undefined ? [] : instanceChecks(resource, get)),
    ...(get === undefined || byName === undefined ? [] : [byNameCheck(resource, get, byName)]),
  ];
});

function listChecks(resource: ReadableResource): SuiteCheck[] {
  const { name, list } = resource;
  return [
    {
      id: `${name}.default-select`,
      title: 'The array must return nothing but ids for a list without select',
      async run(context) {
        const exchange = await context.ask(list, { query: limited(resource, 5) });
        context.expectStatus(exchange, [200, 206]);
        expectAttributes(context, name, exchange, [attributeNames('id')]);
      },
    },
    {
      id: `${name}.attributes`,
      title: 'The array must return every attribute of its release, with a documented value',
      async run(context) {
        const selected = attributesOf(name, context.release).map(([attribute]) => attribute);
        const exchange = await context.ask(list, { query: { select: selected.join(','), ...limited(resource, 100) } });
        context.expectStatus(exchange, [200, 206]);
        expectAttributes(context, name, exchange, selected);
        if (neverEmpty.has(name) && isList(exchange) && rowsOf(exchange).length === 0)
          context.find('collection.empty', exchange, `The array has no ${name}; every working array has one.`, {
            expected: 'at least one row',
            actual: [],
          });
      },
    },
    {
      id: `${name}.unknown-attribute`,
      title: 'The array must refuse to select an attribute that does not exist',
      async run({ ask, find }) {
        const exchange = await ask(list, { query: unknownSelection });
        // The status of the refusal is not documented. Every answer is compared with the documented statuses anyway.
        expectNoSelection(find, exchange);
      },
    },
    {
      id: `${name}.refusals`,
      title: 'The array must refuse requests without credentials, and requests for anything but JSON',
      run: (context, { survey }) => tryRefusals(context, resource, survey),
    },
  ];
}

function instanceChecks(resource: ReadableResource, get: OperationId): Check[] {
  return [
    {
      id: `${resource.name}.instance`,
      title: 'The array must return each instance of a list by its id, with the same attributes',
      run: (context) => readInstances(context, resource, get),
    },
    {
      id: `${resource.name}.not-found`,
      title: 'The array must answer 404 for an id that no instance has',
      async run({ ask, expectStatus }) {
        expectStatus(await ask(get, { id: unknownId }), 404, 'id');
      },
    },
  ];
}

function byNameCheck(
  resource: ReadableResource,
  get: OperationId,
  filter: NonNullable<ReadableResource['byName']>,
): Check {
  const { name: resourceName, list } = resource;
  return {
    id: `${resourceName}.by-name`,
    title: 'The array must return each instance of a list by its name',
    async run(context) {
      const { ask, find, expectStatus } = context;
      const select = attributeNames<NamedResource>('id', 'name');
      const rows: readonly RowOf<NamedResource>[] = rowsOf(
        await ask(list, { query: { select, ...filter, limit: '3' } }),
      );
      for (const { id, name } of rows) {
        if (typeof name !== 'string' || name === '') continue;
        const exchange = await ask(get, { id: `name:${name}`, query: { select: attributeNames('id') } });
        expectStatus(exchange, [200, 404], 'name');
        if (exchange.status === 404) await expectDeleted(context, resource, get, { id, name });
        expectInstance(find, exchange, id, 'name');
      }
    },
  };
}

async function tryRefusals(
  context: CheckContext,
  resource: ReadableResource,
  survey: LoginSession['survey'],
): Promise<void> {
  const { ask, expectStatus } = context;
  const { list, get } = resource;
  const html = { headers: { accept: 'text/html' } };
  expectRefusal(context, await ask(list, { as: 'anonymous' }), 'anonymous');
  expectStatus(await ask(list, html), 406, 'Accept');
  const known = await survey();
  if (get === undefined || known.lackOf(get)) return;
  expectRefusal(context, await ask(get, { id: unknownId, as: 'anonymous' }), 'anonymous');
  const row = known.firstOf(list);
  // An array may look for the instance before it looks at Accept.
  expectStatus(await ask(get, { id: row ? String(row.id) : unknownId, ...html }), [406, 404], 'Accept');
}

async function readInstances(context: CheckContext, resource: ReadableResource, get: OperationId): Promise<void> {
  const { ask, find, expectStatus } = context;
  const attributes = attributesOf(resource.name, context.release).map(([name]) => name);
  const select = attributes.join(',');
  const list = await ask(resource.list, { query: { select, ...limited(resource, 3) } });
  const rows = expectRows(context, list, resource.name);
  for (const row of rows) {
    const exchange = await ask(get, { id: String(row.id), query: { select } });
    expectStatus(exchange, [200, 404]);
    if (exchange.status === 404) await expectDeleted(context, resource, get, { id: row.id });
    expectInstance(find, exchange, row.id, 'id');
    const instance = rowOfInstance(exchange);
    if (exchange.status !== 200 || !instance || instance.id !== row.id) continue;
    for (const attribute of await steadyDifferences(context, resource, attributes, row, instance)) {
      const message = `The array returns another ${attribute} for an instance than in the list.`;
      const [expected, actual] = [row[attribute], instance[attribute]];
      find('instance.differs', exchange, message, { subject: attribute, expected, actual, rows: [row, instance] });
    }
  }
  const [first] = rows;
  expectNoSelection(find, await ask(get, { id: String(first?.id), query: unknownSelection }));
}

/** The attributes that differ between an instance and its row, except those that differ in the list by now. */
async function steadyDifferences(
  { ask }: CheckContext,
  { list, queried }: ReadableResource,
  attributes: readonly string[],
  row: Row,
  instance: Row,
): Promise<string[]> {
  const differing = differences(attributes, row, instance);
  if (differing.length === 0) return [];
  const select = attributes.join(',');
  const filter: FiltersOf<Resource> = queried ? { id: `eq.${String(row.id)}` } : {};
  const reread = rowsOf(await ask(list, { query: { select, ...filter } })).find((it) => it.id === row.id);
  const changed = differences(attributes, row, reread ?? {});
  return differing.filter((attribute) => !changed.includes(attribute));
}

/** Attributes that differ between two readings of one instance. The order of a list of objects is not documented. */
const differences = (attributes: readonly string[], one: Row, other: Row): string[] =>
  attributes.filter((name) => name in one && name in other && canonical(one[name]) !== canonical(other[name]));

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, it]) => `${name}:${canonical(it)}`);
  return `{${entries.toSorted().join()}}`;
}

const unknownSelection = { select: 'id,no_such_attribute' };

function expectNoSelection(find: CheckContext['find'], exchange: Exchange): void {
  if (exchange.status < 300)
    find('select.unknown', exchange, 'The array accepts a selection of an attribute that does not exist.', {
      expected: 400,
      actual: exchange.status,
    });
}

function expectInstance(find: CheckContext['find'], exchange: Exchange, id: unknown, askedBy: 'id' | 'name'): void {
  const answered = (exchange.json as { id?: unknown } | undefined)?.id;
  if (exchange.status === 200 && answered !== id)
    find('instance.id', exchange, `The array returns another instance than it was asked for by ${askedBy}.`, {
      subject: askedBy,
      expected: id,
      actual: answered,
      ...(exchange.json !== undefined && { rows: [exchange.json] }),
    });
}
