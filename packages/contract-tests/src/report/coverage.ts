// What there is to be seen of the contract, and what of it was.
import {
  attributes,
  type Lifecycle,
  lifecycle,
  type LifecycleOperation,
  literals,
  type OperationId,
  operations,
  isAtLeast,
  type Safety,
} from '@powerstore-api/types';
import { allows } from '../array/permit.js';
import {
  type Item,
  literalItem,
  operatorItem,
  operators,
  propertyItem,
  statusItem,
  transitionItem,
} from '../contract/items.js';
import { attributesOf, resources } from '../contract/resources.js';
import { knowsRow } from '../replication/routes.js';

/** What a run is like, as far as it decides what can be seen. */
export interface Circumstances {
  release: string;
  mode: Safety;
  /** A simulator that can be told what happens to it. */
  control: boolean;
}

/** What an array has: resources of which there is something. */
type Inventory = ReadonlySet<string>;

export interface Covered {
  item: Item;
  /** Whether it can be seen on this target, in this mode. */
  attainable: boolean;
  /** Ids of the checks that saw it, in order. */
  by: string[];
}

/** All there is to be seen on a release. */
function itemsOf(
  { release, mode, control }: Circumstances,
  inventory: Inventory,
): { item: Item; attainable: boolean }[] {
  const has = (added: string): boolean => isAtLeast(release, added);
  const asked = canBeAskedFor(release);
  const known = Object.entries(operations).filter(([, { added }]) => has(added));
  return [
    ...known.flatMap(([id, { statuses, safety, resource }]) =>
      statuses.map((status) => ({
        item: statusItem(id as OperationId, status),
        attainable:
          allows(mode, safety) &&
          (control || !beyondReach.has(status)) &&
          !isOutOfQuestion(id as OperationId, status) &&
          (!needsInstance(id, status) || inventory.has(resource)),
      })),
    ),
    ...Object.entries(attributes).flatMap(([resource, all]) =>
      Object.entries(all)
        .filter(([, { added }]) => has(added))
        .map(([name]) => ({ item: propertyItem(resource, name), attainable: inventory.has(resource) })),
    ),
    ...Object.entries(literals).flatMap(([name, all]) =>
      Object.entries(all)
        .filter(([, { added }]) => has(added))
        .map(([literal]) => ({ item: literalItem(name, literal), attainable: asked.has(name) })),
    ),
    ...operators.map((operator) => ({ item: operatorItem(operator), attainable: true })),
    ...(Object.entries(lifecycle) as [LifecycleOperation, Lifecycle][]).flatMap(([id, { rules }]) => {
      const { added, safety } = operations[id];
      if (!has(added)) return [];
      return rules.map((rule, row) => ({
        item: transitionItem(id, row),
        attainable: allows(mode, safety) && knowsRow(release, id, rule),
      }));
    }),
  ];
}

/** Nobody can ask an array for these: to be out of order, to be busy, to have a user with fewer rights. */
const beyondReach: ReadonlySet<number> = new Set([403, 500, 503]);

/**
 * A logout has nothing in it that could be wrong (400), or fail (422). A list is a part (206) only where there are two of a
 * thing at least, which nobody knows who has not seen it.
 */
const isOutOfQuestion = (operationId: OperationId, status: number): boolean =>
  operationId === 'logout' ? status === 400 || status === 422 : status === 206;

/** To be answered, or refused for what is selected or accepted: what is not there is refused for that alone. */
const needsInstance = (operationId: string, status: number): boolean =>
  operationId.endsWith('_instance_query') && (status === 200 || status === 400 || status === 406);

/** Enums of attributes that a list can be filtered by: an array that accepts a literal in a filter knows it. */
const canBeAskedFor = (release: string): ReadonlySet<string> =>
  new Set(
    resources
      .filter(({ queried }) => queried)
      .flatMap(({ name }) => attributesOf(name, release))
      .flatMap(([, it]) => (it.filterable && it.enum !== undefined ? [it.enum] : [])),
  );

/** What was seen, item by item. */
export function coverageOf(
  circumstances: Circumstances,
  records: readonly { check: string; covered: readonly Item[] }[],
): Covered[] {
  const by = new Map<Item, Set<string>>();
  for (const { check, covered } of records) {
    for (const item of covered) by.set(item, (by.get(item) ?? new Set()).add(check));
  }
  const inventory = new Set(Object.keys(attributes).filter((resource) => by.has(propertyItem(resource, 'id'))));
  return itemsOf(circumstances, inventory).map(({ item, attainable }) => {
    const checks = [...(by.get(item) ?? [])];
    // What was seen could be seen.
    return { item, attainable: attainable || checks.length > 0, by: checks };
  });
}
