import type { Document, Schema } from '../document.ts';
import { type Attribute, attributesOf } from './attributes.ts';
import { module } from './module.ts';

/**
 * What a typed query needs to know, as types: interfaces of literals, which the compiler only looks up. Computed from
 * the types of the instances, the same would cost it work in every query.
 */
export function emitQueryTypes(document: Document): string {
  const resources = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    name.endsWith('_instance') ? [resourceTypes(document, name, schema)] : [],
  );
  return module(
    "import type { components } from './openapi.js';",
    "type Schemas = components['schemas'];",
    lines(
      '/**',
      ' * Per resource: its instance, the attributes that a collection can be filtered and sorted by with how their values are',
      ' * compared (`[]` for a list), and the resources it embeds, one level deep.',
      ' */',
      'export interface QueryTypes {',
      ...resources,
      '}',
    ),
  );
}

function resourceTypes(document: Document, name: string, schema: Schema): string {
  const attributes = Object.entries(attributesOf(document, schema));
  return lines(
    `  ${name.slice(0, -'_instance'.length)}: {`,
    `    instance: Schemas['${name}'];`,
    group(
      'filterable',
      attributes.flatMap(([attribute, info]) => (info.filterable ? [[attribute, `'${kindOf(info)}'`]] : [])),
    ),
    group(
      'related',
      attributes.flatMap(([attribute, { related }]) =>
        related === undefined ? [] : [[attribute, `Schemas['related_${related}']`]],
      ),
    ),
    '  };',
  );
}

const kindOf = ({ type, list }: Attribute): string => `${type}${list ? '[]' : ''}`;

const group = (name: string, members: string[][]): string =>
  members.length === 0
    ? `    ${name}: Record<never, never>;`
    : lines(`    ${name}: {`, ...members.map(([key, type]) => `      ${key}: ${type};`), '    };');

const lines = (...parts: string[]): string => parts.join('\n');
