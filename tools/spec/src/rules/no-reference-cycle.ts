import type { Location, Oas3Rule } from '@redocly/openapi-core';
import { join } from '@sagold/json-pointer';
import { componentAt } from '../contract/component.ts';

/**
 * No component leads back to itself: Prism's loader does not end on a cycle. Associations are transcribed one level
 * deep, as a related_… schema of scalar attributes.
 */
export const noReferenceCycle: Oas3Rule = () => {
  const edges = new Map<string, Map<string, Location>>();

  const cycleFrom = (start: string): string[] | undefined => {
    const visit = (at: string, trail: string[]): string[] | undefined => {
      for (const next of edges.get(at)?.keys() ?? []) {
        if (next === start) return [...trail, next];
        if (trail.includes(next)) continue;
        const found = visit(next, [...trail, next]);
        if (found) return found;
      }
      return undefined;
    };
    return visit(start, [start]);
  };

  return {
    ref(node, { location, resolve }) {
      const from = schemaAt(location);
      const target = resolve(node).location;
      if (from === undefined || !target) return;
      const to = schemaAt(target);
      if (to === undefined) return;
      const targets = edges.get(from) ?? new Map<string, Location>();
      edges.set(from, targets.set(to, location));
    },
    Root: {
      leave(_node, { report }) {
        const reported = new Set<string>();
        for (const [from, targets] of edges) {
          const cycle = cycleFrom(from);
          if (!cycle || cycle.some((name) => reported.has(name))) continue;
          for (const name of cycle) reported.add(name);
          const location = targets.get(cycle[1] ?? '');
          report({
            message: `These references form a circle: ${cycle.map(shortName).join(' → ')}. Reference a related_… schema with scalar attributes instead.`,
            ...(location && { location }),
          });
        }
      },
    },
  };
};

/** The schema component that a place is in, as `file#/components/schemas/name`. */
function schemaAt({ source, pointer }: Location): string | undefined {
  const component = componentAt(pointer);
  if (component?.kind !== 'schemas') return undefined;
  return `${source.absoluteRef}${join(['components', 'schemas', component.name], true)}`;
}

const shortName = (schema: string): string => componentAt(schema)?.name ?? schema;
