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
import type { CheckRecord } from './check-record.js';
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
  /** Whether it can be seen, or tried in a filter, on this target in this mode. */
  attainable: boolean;
  /** Ids of the checks that saw it in an answer, in order. */
  by: string[];
  /** Ids of the checks for which the array accepted it in a filter, in order. That shows that it knows it, and no more. */
  acceptedBy?: string[];
}

type Attainable = Pick<Covered, 'item' | 'attainable'>;

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
  records: readonly Pick<CheckRecord, 'check' | 'covered' | 'acceptedItems'>[],
): Covered[] {
  const by = checksOf(records, ({ covered }) => covered);
  const acceptedBy = checksOf(records, ({ acceptedItems = [] }) => acceptedItems);
  const inventory = new Set(resourceNames.filter((resource) => by.has(propertyItem(resource, 'id'))));
  return itemsOf(circumstances, inventory).map(({ item, attainable }) => {
    const [seen, accepted] = [[...(by.get(item) ?? [])], [...(acceptedBy.get(item) ?? [])]];
    return {
      item,
      // An item that was seen can be seen.
      attainable: attainable || seen.length > 0 || accepted.length > 0,
      by: seen,
      ...(accepted.length > 0 && { acceptedBy: accepted }),
    };
  });
}

/** The checks that have an item. */
function checksOf<Covering extends { check: string }>(
  records: readonly Covering[],
  itemsIn: (record: Covering) => readonly Item[],
): Map<Item, Set<string>> {
  const checks = new Map<Item, Set<string>>();
  for (const record of records)
    for (const item of itemsIn(record)) checks.set(item, (checks.get(item) ?? new Set()).add(record.check));
  return checks;
}

/** Numbers of items. */
export interface Counts {
  all: number;
  /** Those that can be seen, or tried in a filter, on this target in this mode. */
  attainable: number;
  /** Those that were seen in an answer. */
  reached: number;
  /** Those that the array accepted in a filter, and that no answer had. */
  accepted: number;
}

export const countCovered = (items: readonly Covered[]): Counts => ({
  all: items.length,
  attainable: items.filter(({ attainable }) => attainable).length,
  reached: items.filter(({ by }) => by.length > 0).length,
  accepted: items.filter(isOnlyAccepted).length,
});

/** Whether the array accepted an item in a filter, and no answer had it. */
export const isOnlyAccepted = ({ by, acceptedBy = [] }: Covered): boolean => by.length === 0 && acceptedBy.length > 0;
