import type { CheckContext } from './check-context.js';
import type { Exchange } from '../array/exchange.js';
import { type Row, rowsOf } from '../array/rows.js';
import { expectStranger } from './authentication.js';
import type { Check } from './check.js';
import { attributesOf, limited, unknownId, type Resource, resources } from '../contract/resources.js';
import { expectAttributes } from './selection.js';

/** Collections with something in them on every array. */
const neverEmpty = new Set(['software_installed', 'cluster', 'login_session']);

/** Reading a collection, and each kind of thing in it. */
export const collectionChecks: Check[] = resources.flatMap((resource) => {
  const { name, list, get, byName } = resource;
  return [
    {
      id: `${name}.default-select`,
      title: 'without select there are only ids',
      async run(context: CheckContext) {
        const exchange = await context.ask(list, { query: limited(resource, 5) });
        context.expectStatus(exchange, 200, 206);
        expectAttributes(context, name, exchange, ['id']);
      },
    },
    {
      id: `${name}.attributes`,
      title: 'every attribute of this release can be selected, and has a documented value',
      async run(context: CheckContext) {
        const selected = attributesOf(name, context.release).map(([attribute]) => attribute);
        const exchange = await context.ask(list, { query: { select: selected.join(','), ...limited(resource, 100) } });
        context.expectStatus(exchange, 200, 206);
        expectAttributes(context, name, exchange, selected);
        if (neverEmpty.has(name) && exchange.status === 200 && rowsOf(exchange).length === 0) {
          context.find('collection.empty', exchange, `${name} is empty, which it never is`);
        }
      },
    },
    {
      id: `${name}.unknown-attribute`,
      title: 'selecting what does not exist is refused',
      async run({ ask, find }: CheckContext) {
        const exchange = await ask(list, { query: { select: 'id,no_such_attribute' } });
        // With which error an array refuses is not known; that it is a documented one is seen to by the contract.
        if (exchange.status < 300) {
          find('select.unknown', exchange, 'an attribute that does not exist was accepted');
        }
      },
    },
    {
      id: `${name}.refusals`,
      title: 'a stranger, and who asks for anything but JSON, is refused',
      async run(context: CheckContext) {
        const { ask, expectStatus } = context;
        const html = { headers: { accept: 'text/html' } };
        expectStranger(context, await ask(list, { as: 'anonymous' }));
        expectStatus(await ask(list, html), 406);
        if (get === undefined) return;
        expectStranger(context, await ask(get, { id: unknownId, as: 'anonymous' }));
        const [row] = rowsOf(await ask(list, { query: limited(resource, 1) }));
        // What is not there may be missed before the form of the answer is looked at.
        if (row) expectStatus(await ask(get, { id: String(row['id']), ...html }), 406, 404);
        else expectStatus(await ask(get, { id: unknownId, ...html }), 406, 404);
      },
    },
    ...(get === undefined
      ? []
      : [
          {
            id: `${name}.instance`,
            title: 'what a list names can be read by its id, and is the same there',
            run: (context: CheckContext) => readInstances(context, resource, get),
          },
          {
            id: `${name}.not-found`,
            title: 'an id nobody has is not found',
            async run({ ask, expectStatus }: CheckContext) {
              expectStatus(await ask(get, { id: unknownId }), 404);
            },
          },
        ]),
    ...(get === undefined || byName === undefined
      ? []
      : [
          {
            id: `${name}.by-name`,
            title: 'what a list names can be read by its name',
            async run({ ask, find, expectStatus }: CheckContext) {
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
  ];
});

async function readInstances(
  context: CheckContext,
  resource: Resource,
  get: NonNullable<Resource['get']>,
): Promise<void> {
  const { ask, find, expectStatus, notApplicable } = context;
  const select = attributesOf(resource.name, context.release)
    .map(([attribute]) => attribute)
    .join(',');
  const rows = rowsOf(await ask(resource.list, { query: { select, ...limited(resource, 3) } }));
  if (rows.length === 0) notApplicable(`there is no ${resource.name}`);
  for (const row of rows) {
    const id = String(row['id']);
    const exchange = await ask(get, { id, query: { select } });
    // It may have ended since the list was read.
    expectStatus(exchange, 200, 404);
    expectInstance(find, exchange, row['id']);
    if (exchange.status !== 200 || (exchange.json as Row | null)?.['id'] !== row['id']) continue;
    let differing = differences(row, exchange.json as Row);
    if (differing.length === 0) continue;
    // What is another in the list by now has changed meanwhile.
    const filter = resource.queried ? { id: `eq.${id}` } : {};
    const again = rowsOf(await ask(resource.list, { query: { select, ...filter } })).find(
      (it) => it['id'] === row['id'],
    );
    const changed = differences(row, again ?? {});
    differing = differing.filter((attribute) => !changed.includes(attribute));
    if (differing.length > 0) {
      find('instance.differs', exchange, `other than in the list: ${differing.join(', ')}`);
    }
  }
  const [first] = rows;
  const unknown = await ask(get, { id: String(first?.['id']), query: { select: 'id,no_such_attribute' } });
  if (unknown.status < 300) find('select.unknown', unknown, 'an attribute that does not exist was accepted');
}

/** Attributes of two readings of one instance that differ; in which order a list of objects comes, nobody says. */
const differences = (one: Row, other: Row): string[] =>
  Object.keys(one).filter((name) => name in other && canonical(one[name]) !== canonical(other[name]));

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, it]) => `${name}:${canonical(it)}`);
  return `{${entries.toSorted().join()}}`;
}

function expectInstance(find: CheckContext['find'], exchange: Exchange, id: unknown): void {
  const answered = (exchange.json as { id?: unknown } | undefined)?.id;
  if (exchange.status === 200 && answered !== id) {
    find('instance.id', exchange, 'another instance was answered than was asked for');
  }
}
