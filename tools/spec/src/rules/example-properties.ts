import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import type { Schema } from '../contract/document.ts';

/** A schema, and the file whose references it has. */
interface Placed {
  schema: Schema;
  file: string;
}

/**
 * An example has only properties of its schema, and those that the schema lists under x-internal_attributes. Any other is a
 * typing error.
 */
export const exampleProperties: Oas3Rule = () => ({
  MediaType(node, context) {
    const { report, location, resolve } = context;
    const media = node as { schema?: Schema; examples?: Record<string, { $ref?: string; value?: unknown }> };
    if (!media.schema) return;
    const schema = { schema: media.schema, file: location.source.absoluteRef };
    for (const [name, example] of Object.entries(media.examples ?? {})) {
      const target = example.$ref === undefined ? undefined : resolve<{ value: unknown }>({ $ref: example.$ref });
      const value = target?.node?.value ?? example.value;
      const place = target?.location ?? location.child(['examples', name]);
      for (const path of unknownProperties(context, schema, value)) {
        report({
          message: `The schema has no property "${path.join('.')}". Correct its name, add it to the schema, or list it under x-internal_attributes.`,
          location: place.child(['value', ...path]).key(),
        });
      }
    }
  },
});

function unknownProperties(context: UserContext, { schema, file }: Placed, value: unknown): string[][] {
  const candidates = (schema.anyOf ?? [schema]).map((it) => follow(context, { schema: it, file }));
  if (Array.isArray(value)) {
    const list = candidates.find((it) => it.schema.items);
    const items = list?.schema.items && { schema: list.schema.items, file: list.file };
    return items ? value.flatMap((it, index) => prefixed(String(index), unknownProperties(context, items, it))) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const object = candidates.find((it) => it.schema.properties);
  if (!object) return [];
  const { properties = {}, 'x-internal_attributes': internal = [] } = object.schema;
  return Object.entries(value).flatMap(([name, inner]) => {
    const property = properties[name];
    if (property) return prefixed(name, unknownProperties(context, { schema: property, file: object.file }, inner));
    return internal.includes(name) ? [] : [[name]];
  });
}

/** Follows a reference from the file it is written in. */
function follow({ resolve }: UserContext, placed: Placed): Placed {
  if (placed.schema.$ref === undefined) return placed;
  const { node, location } = resolve<Schema>({ $ref: placed.schema.$ref }, placed.file);
  return node && location ? { schema: node, file: location.source.absoluteRef } : placed;
}

const prefixed = (head: string, tails: string[][]): string[][] => tails.map((tail) => [head, ...tail]);
