// Relations between instances: the id of a row, the instance that it embeds, and what they lead to.
import type { AttributeInfo, AttributeName, OperationId, Resource } from '@powerstore-api/types';
import type { FiltersOf } from '../array/rows/query.js';
import { type Row, rowsOf } from '../array/rows/rows.js';
import { attributesOf, limited, type ReadableResource, resources } from '../contract/resources.js';
import type { CheckContext, LoginSession } from './context/check-context.js';
import { expectDeleted } from './deleted.js';
import type { SuiteCheck } from './define-check.js';
import { expectRows } from './expect-rows.js';

/** An attribute with an id, or with one embedded instance or a list of them. */
interface Relation {
  /** The attribute that holds the id; absent where the row only embeds. */
  id?: string;
  /** The attribute that embeds; absent where the row only has the id. */
  embedded?: string;
  /** The resource it leads to. */
  to: string;
  /** Only rows with this `resource_type` lead there. */
  type?: string;
}

/** The session names the resource that it copies, whose kind is that of its `resource_type`. */
const replicated: readonly Relation[] = (['volume', 'volume_group'] satisfies Resource[]).map((to) => ({
  id: 'local_resource_id' satisfies AttributeName<'replication_session'>,
  to,
  type: to,
}));

/** Instances that are looked up for each relation, for it takes a request each. */
const lookedUp = 2;

export const relationChecks: SuiteCheck[] = resources
  .filter(({ name }) => relationsOf(name, '99').length > 0)
  .map((resource) => ({
    id: `${resource.name}.relations`,
    title: 'The array must embed the instances whose ids it names, and have them',
    run: (context, { survey }) => follow(context, resource, survey),
  }));

/** The relations of a resource: `remote_system_id` and `remote_system` are one. */
function relationsOf(name: Resource, release: string): Relation[] {
  const attributes = attributesOf(name, release);
  const relatedTo = (attribute: string): string | undefined =>
    attributes.find(([it, { related }]) => it === attribute && related !== undefined)?.[1].related;
  const ids = attributes.flatMap(([id, { references }]): Relation[] => {
    if (references === undefined) return [];
    const embedded = id.replace(/_id$/, '');
    return [{ id, to: references, ...(relatedTo(embedded) === references && { embedded }) }];
  });
  const paired = new Set(ids.map(({ embedded }) => embedded));
  const others = attributes.flatMap(([embedded, { related }]: [string, AttributeInfo]): Relation[] =>
    related === undefined || paired.has(embedded) ? [] : [{ embedded, to: related }],
  );
  return [...ids, ...others, ...(name === 'replication_session' ? replicated : [])];
}

async function follow(
  context: CheckContext,
  resource: ReadableResource,
  survey: LoginSession['survey'],
): Promise<void> {
  const { ask, find, notApplicable, target } = context;
  // The examples of a mock are answers of several arrays.
  if (target.permit.sessions === 'all' && target.control === undefined)
    notApplicable('The mock answers with examples.');
  const relations = relationsOf(resource.name, context.release);
  const select = [...new Set(['id', ...relations.flatMap(attributesIn)])].join(',');
  const exchange = await ask(resource.list, { query: { select, ...limited(resource, 100) } });
  const rows = expectRows(context, exchange, resource.name);
  const known = await survey();
  for (const relation of relations) {
    const { id, embedded } = relation;
    if (id !== undefined && embedded !== undefined) {
      const row = rows.find((it) => differs(it, id, embedded));
      const message = `The array embeds another ${embedded} than the one whose id it names in ${id}.`;
      if (row)
        find('relation.embedded', exchange, message, {
          subject: embedded,
          expected: row[id],
          actual: row[embedded],
          rows: [row],
        });
    }
    const other = resources.find(({ name }) => name === relation.to);
    // It cannot be followed to a resource that the array lacks, and a finding says so already.
    if (other?.get !== undefined && known.lackOf(other.get) === undefined)
      await lookUp(context, resource, relation, { other, get: other.get }, rows);
  }
}

const attributesIn = ({ id, embedded, type }: Relation): string[] => [
  ...(id === undefined ? [] : [id]),
  ...(embedded === undefined ? [] : [embedded]),
  ...(type === undefined ? [] : ['resource_type']),
];

/** Whether a row embeds another instance than it names. A relation that the array left out is reported as such. */
function differs(row: Row, id: string, embedded: string): boolean {
  if (!(id in row) || !(embedded in row)) return false;
  return (row[id] ?? null) !== (idIn(row[embedded]) ?? null);
}

const idIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;

/** The ids that a row names for a relation. */
const idsIn = (row: Row, { id, embedded, type }: Relation): string[] =>
  type !== undefined && row['resource_type'] !== type
    ? []
    : [id === undefined ? [] : row[id], embedded === undefined ? [] : [row[embedded]].flat().map(idIn)]
        .flat()
        .filter((it): it is string => typeof it === 'string');

/** Looks some of the ids up. An instance may have been deleted since, so a row counts that still names it. */
async function lookUp(
  context: CheckContext,
  resource: ReadableResource,
  relation: Relation,
  { other, get }: { other: ReadableResource; get: OperationId },
  rows: readonly Row[],
): Promise<void> {
  const { ask, find } = context;
  const ids = [...new Set(rows.flatMap((row) => idsIn(row, relation)))].slice(0, lookedUp);
  for (const id of ids) {
    const looked = await ask(get, { id, query: { select: 'id' } });
    if (looked.status !== 404) continue;
    const attribute = relation.id ?? relation.embedded ?? '';
    const holder = rows.find((row) => idsIn(row, relation).includes(id));
    const filter: FiltersOf<Resource> = resource.queried ? { id: `eq.${String(holder?.id)}` } : {};
    const exchange = await ask(resource.list, {
      query: { select: ['id', ...attributesIn(relation)].join(','), ...filter },
    });
    const again = rowsOf(exchange).find((row) => row.id === holder?.id);
    if (again === undefined || !idsIn(again, relation).includes(id)) continue;
    // What the list of the other resource has is there: then the array does not find it, and the relation is right.
    if (await expectDeleted(context, other, get, { id })) continue;
    const message = `${attribute} of a ${resource.name} leads to a ${relation.to} that the array does not have.`;
    find('relation.dangling', exchange, message, {
      subject: `${resource.name}.${attribute}`,
      expected: `the ${relation.to} ${id}`,
      actual: looked.status,
      rows: [again],
    });
  }
}
