// The items of the contract, and which of them a run saw.
import {
  attributes,
  type EnumName,
  isAtLeast,
  isAtMost,
  type Lifecycle,
  lifecycle,
  type LifecycleOperation,
  type LiteralInfo,
  literals,
  type OperationId,
  type OperationInfo,
  operations,
  type Resource,
  type Safety,
} from '@powerstore-api/types';
import { formItem, type Item, literalItem, propertyItem, statusItem, transitionItem } from '../contract/items.js';
import { formsOf, type QueryForm, queryForms } from '../contract/query-forms.js';
import { attributesOf, resources } from '../contract/resources.js';
import { knowsRow } from '../replication/routes.js';

/** The circumstances of a run that decide which items can be seen. */
export interface Circumstances {
  release: string;
  mode: Safety;
  /** Whether a simulator answers, with control of its time and its faults. */
  control: boolean;
  /** Operations that no array of the run has. */
  lacked: ReadonlySet<OperationId>;
}

/** The resources of which the array has an instance. */
type Inventory = ReadonlySet<Resource>;

export interface Covered {
  item: Item;
  /** Whether it can be seen on this target in this mode. */
  attainable: boolean;
  /** Ids of the checks that saw it, in order. */
  by: string[];
}

type Attainable = Omit<Covered, 'by'>;

const operationIds = Object.keys(operations) as OperationId[];
const resourceNames = Object.keys(attributes) as Resource[];

/** All there is to see on a release. */
function itemsOf(circumstances: Circumstances, inventory: Inventory): Attainable[] {
  const { release } = circumstances;
  return [
    ...operationIds.flatMap((id) => statusesOf(id, circumstances, inventory)),
    ...resourceNames.flatMap((resource) =>
      attributesOf(resource, release).map(([name]) => ({
        item: propertyItem(resource, name),
        attainable: inventory.has(resource),
      })),
    ),
    ...literalsOf(circumstances),
    ...formItems(release, inventory),
    ...(Object.keys(lifecycle) as LifecycleOperation[]).flatMap((id) => transitionsOf(id, circumstances)),
  ];
}

function statusesOf(
  id: OperationId,
  { release, mode, control, lacked }: Circumstances,
  inventory: Inventory,
): Attainable[] {
  const { added, safety, statuses, resource }: OperationInfo = operations[id];
  if (!isAtLeast(release, added)) return [];
  return statuses.map((status) => ({
    item: statusItem(id, status),
    attainable:
      !lacked.has(id) &&
      isAtMost(safety, mode) &&
      (control || !onSimulatorsOnly.has(status)) &&
      !isOutOfQuestion(id, status) &&
      (!needsInstance(id, status) || inventory.has(resource)),
  }));
}

function literalsOf({ release, lacked }: Circumstances): Attainable[] {
  const filtered = filteredEnums(release, lacked);
  return (Object.keys(literals) as EnumName[]).flatMap((name) =>
    Object.entries<LiteralInfo>(literals[name])
      .filter(([, { added }]) => isAtLeast(release, added))
      .map(([literal]) => ({ item: literalItem(name, literal), attainable: filtered.has(name) })),
  );
}

/** A form can be seen where the array has an instance of a resource with attributes for it. */
function formItems(release: string, inventory: Inventory): Attainable[] {
  const attainable = new Set<QueryForm>(
    resources.flatMap(({ name, queried }) => (queried && inventory.has(name) ? formsOf(name, release) : [])),
  );
  return queryForms.map((form) => ({ item: formItem(form), attainable: attainable.has(form) }));
}

function transitionsOf(id: LifecycleOperation, { release, mode, lacked }: Circumstances): Attainable[] {
  const { added, safety } = operations[id];
  if (!isAtLeast(release, added)) return [];
  return (lifecycle[id] as Lifecycle).rules.map((rule, row) => ({
    item: transitionItem(id, row),
    attainable: !lacked.has(id) && isAtMost(safety, mode) && knowsRow(release, id, rule),
  }));
}

/** No request makes an array fail (500), be busy (503), or have a user with fewer rights (403). */
const onSimulatorsOnly: ReadonlySet<number> = new Set([403, 500, 503]);

/**
 * A logout has nothing in it that could be wrong (400) or fail (422). An array answers a list with a part (206) only where it
 * has two instances at least, which the suite does not know before it sees them.
 */
const isOutOfQuestion = (operationId: OperationId, status: number): boolean =>
  operationId === 'logout' ? status === 400 || status === 422 : status === 206;

/** An array without an instance answers 404, and neither 200 nor a refusal of a selection or a media type. */
const needsInstance = (operationId: OperationId, status: number): boolean =>
  operationId.endsWith('_instance_query') && (status === 200 || status === 400 || status === 406);

/** Enums of attributes that a list can be filtered by: an array that accepts a literal in a filter knows it. */
const filteredEnums = (release: string, lacked: Circumstances['lacked']): ReadonlySet<EnumName> =>
  new Set(
    resources
      .filter(({ queried, list }) => queried && !lacked.has(list))
      .flatMap(({ name }) => attributesOf(name, release))
      .flatMap(([, it]) => (it.filterable && it.enum !== undefined ? [it.enum] : [])),
  );

/** Every item of the contract, with the checks that saw it. */
export function coverageOf(
  circumstances: Circumstances,
  records: readonly { check: string; covered: readonly Item[] }[],
): Covered[] {
  const by = new Map<Item, Set<string>>();
  for (const { check, covered } of records) {
    for (const item of covered) by.set(item, (by.get(item) ?? new Set()).add(check));
  }
  const inventory = new Set(resourceNames.filter((resource) => by.has(propertyItem(resource, 'id'))));
  return itemsOf(circumstances, inventory).map(({ item, attainable }) => {
    const checks = [...(by.get(item) ?? [])];
    // An item that was seen can be seen.
    return { item, attainable: attainable || checks.length > 0, by: checks };
  });
}
