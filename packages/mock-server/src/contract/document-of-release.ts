import type { Release } from './release.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * The contract of a release: without the operations, attributes, fields and literals of later releases. An array rejects
 * names that it does not know.
 */
export const documentOf = <T extends object>(document: T, release: Release): T =>
  without(document as unknown as Json, release) as unknown as T;

function without(value: Json, release: Release): Json {
  if (Array.isArray(value)) return value.map((it) => without(it, release));
  if (typeof value !== 'object' || value === null) return value;
  const kept: [string, Json][] = [];
  for (const [key, child] of Object.entries(value)) {
    if (isLater(child, release)) {
      // A schema stays, because other schemas refer to it, but loses its properties.
      if (isObject(child) && 'properties' in child && !('operationId' in child))
        kept.push([key, { ...child, properties: {} }]);
      else if (!isObject(child) || !('operationId' in child)) kept.push([key, child]);
      continue;
    }
    if (key === 'properties' && isObject(child)) kept.push([key, withoutLater(child, release)]);
    else if (key === 'enum' && Array.isArray(child)) kept.push([key, withoutLiterals(child, value, release)]);
    else kept.push([key, without(child, release)]);
  }
  return Object.fromEntries(kept);
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLater = (value: Json, release: Release): boolean =>
  isObject(value) && typeof value['x-added'] === 'string' && !release.has(value['x-added']);

const withoutLater = (properties: { [key: string]: Json }, release: Release): Json =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, schema]) =>
      isLater(schema, release) ? [] : [[name, without(schema, release)]],
    ),
  );

function withoutLiterals(
  literals: Json[],
  { 'x-added_value': added }: { [key: string]: Json },
  release: Release,
): Json[] {
  if (added === undefined || !isObject(added)) return literals;
  const later = new Set(
    Object.entries(added).flatMap(([since, names]) => (release.has(since) ? [] : (names as Json[]))),
  );
  return literals.filter((literal) => !later.has(literal));
}
