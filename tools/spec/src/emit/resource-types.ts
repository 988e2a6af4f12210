import { type Document, instanceSchema, operationsOf, type Schema } from '../contract/document.ts';
import { type Attribute, attributesOf, resourcesOf } from './attributes.ts';
import { closedType } from './closed-type.ts';
import { module } from './module.ts';

/**
 * Per resource, its types as an interface of literals, which the compiler only looks up. Computed from the types of the
 * instances, the same would cost it work in every query.
 */
export function emitResourceTypes(document: Document): string {
  const resources = resourcesOf(document);
  return module(
    "import type { Enums } from './enums.js';",
    "import type { components } from './openapi.js';",
    "type Schemas = components['schemas'];",
    lines(
      '/**',
      ' * Per resource: an instance as arrays answer it; an instance with every attribute of its own and closed enums; the',
      ' * attributes that filter and sort a collection, with how their values compare (`[]` for a list); the resources it',
      ' * embeds, one level deep; and its operations, by what follows the name of the resource in their `operationId`.',
      ' */',
      'export interface ResourceTypes {',
      ...resources.map((resource) => resourceTypes(document, resource)),
      '}',
    ),
    lines(
      '/** The resources that others embed, with the attributes they have there. */',
      'export interface RelatedTypes {',
      ...relatedResources(document).map((resource) => `  ${resource}: Schemas['related_${resource}'];`),
      '}',
    ),
    lines(
      '/** The operations that have a state table. */',
      'export type LifecycleOperation =',
      `${operationsOf(document)
        .flatMap(({ operation }) => (operation['x-lifecycle'] ? [`  | '${operation.operationId}'`] : []))
        .join('\n')};`,
    ),
  );
}

const relatedResources = (document: Document): string[] =>
  Object.values(document.components.schemas).flatMap((schema) => schema['x-related'] ?? []);

function resourceTypes(document: Document, resource: string): string {
  const schema: Schema = instanceSchema(document, resource) ?? {};
  const attributes = Object.entries(attributesOf(document, schema));
  const own = attributes.filter(([, { related }]) => related === undefined);
  const operations = operationsOf(document).filter(({ operation }) => operation.tags[0] === resource);
  return lines(
    `  ${resource}: {`,
    `    instance: Schemas['${resource}_instance'];`,
    group(
      'full',
      own.map(([name]) => [name, closedType(document, schema.properties?.[name] ?? {})]),
    ),
    group(
      'filterable',
      attributes.flatMap(([name, info]) => (info.filterable ? [[name, `'${comparison(info)}'`]] : [])),
    ),
    group(
      'related',
      attributes.flatMap(([name, { related }]) => (related === undefined ? [] : [[name, `'${related}'`]])),
    ),
    group(
      'operations',
      operations.map(({ operation: { operationId } }) => [operationId.replace(`${resource}_`, ''), `'${operationId}'`]),
    ),
    '  };',
  );
}

const comparison = ({ type, list }: Attribute): string => `${type}${list ? '[]' : ''}`;

const group = (name: string, members: (readonly [key: string, type: string])[]): string =>
  members.length === 0
    ? `    ${name}: Record<never, never>;`
    : lines(`    ${name}: {`, ...members.map(([key, type]) => `      ${key}: ${type};`), '    };');

const lines = (...parts: string[]): string => parts.join('\n');
