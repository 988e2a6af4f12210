import type * as v from 'valibot';

/** As much of a schema of valibot as it takes to find another one inside of it. A pipe has what its schema has. */
interface Node {
  readonly entries?: Readonly<Record<string, Node>>;
  readonly wrapped?: Node;
  readonly item?: Node;
  readonly options?: readonly (Node | string)[];
}

/** The names that the object at a path may have; none where the schema has no object there. */
export function knownNames(schema: v.GenericSchema, path: readonly (string | number)[]): string[] {
  let nodes = alternatives(schema as Node);
  for (const key of path) {
    const inner = nodes.flatMap(({ entries, item }) => (typeof key === 'number' ? item : entries?.[key]) ?? []);
    nodes = inner.flatMap(alternatives);
  }
  return nodes.flatMap(({ entries }) => Object.keys(entries ?? {}));
}

/** The schema inside of an optional one, and each one that a union offers. */
function alternatives(node: Node): Node[] {
  if (node.wrapped) return alternatives(node.wrapped);
  if (node.options) return node.options.flatMap((it) => (typeof it === 'string' ? [] : alternatives(it)));
  return [node];
}
