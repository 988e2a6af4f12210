import { alternatives, type Document, enumOf, instanceSchema, type Schema } from '../contract/document.ts';
import { typeName } from './enums.ts';
import { literal, module } from './module.ts';

export interface Attribute {
  type: string;
  added: string;
  nullable: boolean;
  filterable: boolean;
  list?: true;
  ignoreCase?: true;
  deprecated?: true;
  enum?: string;
  related?: string;
  references?: string;
}

/** The attributes of every resource with a section, of embedded resources, and the internal ones of real arrays. */
export function emitAttributes(document: Document): string {
  const own = resourcesOf(document).map((resource) => ({ resource, schema: instanceSchema(document, resource) ?? {} }));
  const related = Object.values(document.components.schemas).flatMap((schema) =>
    schema['x-related'] === undefined ? [] : [{ resource: schema['x-related'], schema }],
  );
  const tableOf = (some: typeof own) =>
    literal(Object.fromEntries(some.map(({ resource, schema }) => [resource, attributesOf(document, schema)])));
  const internal = Object.fromEntries(
    [...own, ...related].flatMap(({ resource, schema }) =>
      schema['x-internal_attributes']
        ? [[resource, { since: schema['x-internal_since'] ?? '1.0.0.0', names: schema['x-internal_attributes'] }]]
        : [],
    ),
  );
  return module(
    "import type { AttributeTable, InternalAttributeTable, RelatedAttributeTable } from '../tables.js';",
    `/** Attributes per resource. */\nexport const attributes: AttributeTable = ${tableOf(own)};`,
    `/** Attributes of embedded resources, which you select through another resource, one level deep. */\nexport const relatedAttributes: RelatedAttributeTable = ${tableOf(related)};`,
    `/** Attributes that real arrays answered with, and that no public document has. They need \`DELL-VISIBILITY: internal\`. */\nexport const internalAttributes: InternalAttributeTable = ${literal(internal)};`,
  );
}

/** The resources with a section: they have a schema of their instances. */
export const resourcesOf = (document: Document): string[] =>
  Object.keys(document.components.schemas).flatMap((name) =>
    name.endsWith('_instance') ? [name.slice(0, -'_instance'.length)] : [],
  );

export function attributesOf(document: Document, schema: Schema): Record<string, Attribute> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [name, attribute(document, property)]),
  );
}

function attribute(document: Document, property: Schema): Attribute {
  const members = alternatives(document, property);
  const value = members.find((it) => it.type !== 'null') ?? {};
  const list = [value.type].flat().includes('array');
  const element = list && value.items ? value.items : property;
  const elements = alternatives(document, element);
  const elementValue = elements.find((it) => it.type !== 'null') ?? {};
  const enumeration = enumOf(document, element);
  const related = elements.find((it) => it['x-related'])?.['x-related'];
  const isObject = [elementValue.type].flat().includes('object');
  return {
    type: enumeration ? 'enum' : typeOf(elementValue),
    added: property['x-added'] ?? '1.0.0.0',
    nullable: members.some((it) => [it.type].flat().includes('null')),
    filterable: !isObject && property['x-no_filter'] === undefined,
    ...(list && { list }),
    ...(property['x-case-insensitive'] && { ignoreCase: true as const }),
    ...(property.deprecated && { deprecated: true as const }),
    ...(enumeration && { enum: typeName(enumeration.name) }),
    ...(related !== undefined && { related }),
    ...(property['x-ref'] !== undefined && { references: property['x-ref'] }),
  };
}

function typeOf({ type, format }: Schema): string {
  if (format === 'date-time') return 'date-time';
  return [type].flat().find((it) => it !== 'null') ?? 'object';
}
