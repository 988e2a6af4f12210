import type * as v from 'valibot';

/** As much of a schema of valibot as it takes to find another one inside of it. A pipe has what its schema has. */
interface Node {
  readonly entries?: Readonly<Record<string, Node>>;
  readonly wrapped?: Node;
  readonly item?: Node;
  readonly options?: readonly (Node | string)[];
  /** The schema that a lazy one has for an input. */
  readonly getter?: (input: unknown) => Node;
}

/**
 * The names that are known in the place of an unknown one. `path` is the path of its issue: from the whole input to the unknown
 * name.
 *
 * @example
 * ```ts
 * const schema = v.strictObject({ mode: v.optional(v.string()) });
 * const [issue] = v.safeParse(schema, { mod: 'read-only' }).issues ?? [];
 * knownNames(schema, issue?.path ?? []); // ['mode']
 * ```
 */
export function knownNames(schema: v.GenericSchema, path: readonly v.IssuePathItem[]): string[] {
  let nodes = alternatives(schema as Node, path[0]?.input);
  for (const [index, { key }] of path.slice(0, -1).entries()) {
    const inner = nodes.flatMap(({ entries, item }) => entries?.[String(key)] ?? item ?? []);
    nodes = inner.flatMap((node) => alternatives(node, path[index + 1]?.input));
  }
  return nodes.flatMap(({ entries }) => Object.keys(entries ?? {}));
}

/** The schema inside of an optional or a lazy one, and each one that a union offers. */
function alternatives(node: Node, input: unknown): Node[] {
  if (node.wrapped) return alternatives(node.wrapped, input);
  if (node.getter) return alternatives(node.getter(input), input);
  if (node.options) return node.options.flatMap((it) => (typeof it === 'string' ? [] : alternatives(it, input)));
  return [node];
}
