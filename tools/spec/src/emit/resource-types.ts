import { type Document, instanceSchema, operationsOf, type Schema } from '../contract/document.ts';
import { type Attribute, attributesOf, resourcesOf } from './attributes.ts';
import { closedType } from './closed-type.ts';
import { module } from './module.ts';

/**
 * The types of each resource as an interface of literals, which the compiler only looks up. If they were computed from the types
 * of the instances, every query would cost the compiler that work.
 */
export function emitResourceTypes(document: Document): string {
  const resources = resourcesOf(document);
  return module(
    "import type { Enums } from './enums.js';",
    "import type { components } from './openapi.js';",
    "type Schemas = components['schemas'];",
    lines(
      '/**',
      ' * The types of each resource. `instance`: as arrays answer it. `full`: with every attribute of its own and closed enums.',
      ' * `filterable`: the attributes that filter and sort a collection, with the type that compares them (`[]` for a list).',
      ' * `related`: the resources that it embeds, one level deep. `operations`: keyed by `operationId` without the resource.',
      ' */',
      'export interface ResourceTypes {',
      ...resources.map((resource) => resourceTypes(document, resource)),
      '}',
    ),
    lines(
      '/** The resources that other resources embed, with the attributes that they have there. */',
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
