import type { Oas3Rule } from '@redocly/openapi-core';
import { alternatives, type Document, type Schema, schemaName } from '../contract/document.ts';

/**
 * An example has no property its schema does not know, except those the schema lists under x-internal_attributes:
 * what is left is a typing error.
 */
export const exampleProperties =
  (document: Document): Oas3Rule =>
  () => ({
    MediaType(node, { report, location, resolve }) {
      const media = node as { schema?: Schema; examples?: Record<string, { $ref?: string; value?: unknown }> };
      if (!media.schema) return;
      for (const [name, example] of Object.entries(media.examples ?? {})) {
        const target = example.$ref === undefined ? undefined : resolve<{ value: unknown }>({ $ref: example.$ref });
        const value = target?.node?.value ?? example.value;
        const place = target?.location ?? location.child(['examples', name]);
        for (const path of unknownProperties(document, local(media.schema), value)) {
          report({
            message: `No schema knows "${path.join('.')}". Correct it, transcribe it, or list it under x-internal_attributes.`,
            location: place.child(['value', ...path]).key(),
          });
        }
      }
    },
  });

/** References into other files are to components of the bundled document. */
const local = (schema: Schema): Schema => ({
  ...schema,
  ...(schema.$ref !== undefined && { $ref: `#/components/schemas/${schemaName(schema.$ref)}` }),
  ...(schema.items && { items: local(schema.items) }),
});

function unknownProperties(document: Document, schema: Schema, value: unknown): string[][] {
  const candidates = alternatives(document, schema);
  if (Array.isArray(value)) {
    const items = candidates.find((it) => it.items)?.items;
    return items ? value.flatMap((it, index) => prefixed(String(index), unknownProperties(document, items, it))) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const { properties, 'x-internal_attributes': internal = [] } = candidates.find((it) => it.properties) ?? {};
  if (!properties) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const property = properties[name];
    if (property) return prefixed(name, unknownProperties(document, property, inner));
    return internal.includes(name) ? [] : [[name]];
  });
}

const prefixed = (head: string, tails: string[][]): string[][] => tails.map((tail) => [head, ...tail]);
