// Schemas of two documents, seen in the same way: those that say the same look the same.
import { type ApiDocument, type Located, resolveRef, type SchemaObject } from './openapi.js';

/** The content of a schema, in whichever form the schema has it. */
export interface SchemaView {
  place: string;
  /** `string`, `integer`, `number`, `boolean`, `array`, `object`; absent where it does not say. */
  type?: string | undefined;
  nullable: boolean;
  literals?: { values: string[]; place: string; added: ReadonlyMap<string, string> };
  properties?: ReadonlyMap<string, Located<SchemaObject>>;
  items?: Located<SchemaObject>;
}

export function viewSchema(document: ApiDocument, schema: Located<SchemaObject>): SchemaView {
  const parts = [...partsOf(document, schema)];
  const types = new Set(parts.flatMap(({ value }) => typesOf(value)));
  const isNullable = types.delete('null') || parts.some(({ value }) => value['x-nullable'] === true);
  const enumeration = parts.find(({ value }) => value.enum?.some((it) => typeof it === 'string'));
  const objects = parts.filter(({ value }) => value.properties);
  const list = parts.find(({ value }) => value.items);
  return {
    place: (enumeration ?? objects[0] ?? resolveRef(document, schema)).place,
    type: [...types].join(' or ') || undefined,
    nullable: isNullable,
    ...(enumeration && { literals: literalsOf(enumeration) }),
    ...(objects.length > 0 && { properties: new Map(objects.flatMap(propertiesOf)) }),
    ...(list?.value.items && { items: { value: list.value.items, place: `${list.place}/items` } }),
  };
}

/** The schemas that a schema is composed of, each once: many that refer to the next ten times would never come to an end. */
function* partsOf(
  document: ApiDocument,
  schema: Located<SchemaObject>,
  seen = new Set<string>(),
): Generator<Located<SchemaObject>> {
  const { value, place } = resolveRef(document, schema);
  const isNew = !seen.has(place);
  seen.add(place);
  if (isNew) yield { value, place };
  // Keywords beside a reference add to it.
  if (schema.value.$ref !== undefined) yield { value: { ...schema.value, $ref: '' }, place: schema.place };
  if (!isNew) return;
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const)
    for (const [index, part] of (value[keyword] ?? []).entries())
      yield* partsOf(document, { value: part, place: `${place}/${keyword}/${index}` }, seen);
}

function typesOf({ type, properties, enum: literals }: SchemaObject): string[] {
  if (type !== undefined) return [type].flat();
  if (properties) return ['object'];
  return literals?.every((it) => typeof it === 'string') ? ['string'] : [];
}

const literalsOf = ({ value, place }: Located<SchemaObject>): NonNullable<SchemaView['literals']> => ({
  values: (value.enum ?? []).filter((it) => typeof it === 'string'),
  place,
  added: new Map(
    Object.entries(value['x-added_value'] ?? {}).flatMap(([release, literals]) =>
      literals.map((literal) => [literal, release] as const),
    ),
  ),
});

const propertiesOf = ({ value, place }: Located<SchemaObject>): [string, Located<SchemaObject>][] =>
  Object.entries(value.properties ?? {}).map(([name, property]) => [
    name,
    { value: property, place: `${place}/properties/${name}` },
  ]);

/** The release that added something, from its mark or from its description. */
export function addedIn({
  'x-added': added,
  description = '',
}: {
  'x-added'?: string;
  description?: string;
}): string | undefined {
  return added ?? /\badded in (?:version |release )?v?(\d+(?:\.\d+)+)/i.exec(description)?.[1];
}
