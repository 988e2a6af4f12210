// Schemas of two documents, seen in the same way: those that say the same look the same.
import {
  type ApiDocument,
  type Located,
  requireList,
  requireObject,
  resolveRef,
  type SchemaObject,
} from './openapi.js';

/** The content of a schema, in whichever form the schema has it. */
export interface SchemaView {
  place: string;
  /** `string`, `integer`, `number`, `boolean`, `array`, `object`; absent where it does not say. */
  type?: string | undefined;
  nullable: boolean;
  literals?: {
    values: string[];
    place: string;
    added: ReadonlyMap<string, string>;
    /** The literals in words, where the document has them. */
    texts: Record<string, string>;
  };
  properties?: ReadonlyMap<string, Located<SchemaObject>>;
  items?: Located<SchemaObject>;
}

export function viewSchema(document: ApiDocument, schema: Located<SchemaObject>): SchemaView {
  const parts = [...partsOf(document, schema)];
  for (const { value, place } of parts) if (value.enum !== undefined) requireList(value.enum, `${place}/enum`);
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

/** The schemas that a schema is composed of, each once: many may lead to the same, or in a circle. */
function* partsOf(
  document: ApiDocument,
  schema: Located<SchemaObject>,
  seen = new Set<string>(),
): Generator<Located<SchemaObject>> {
  const { value, place } = resolveRef(document, schema);
  if (seen.has(place)) return;
  seen.add(place);
  yield { value, place };
  // Keywords beside a reference add to it.
  if (schema.value.$ref !== undefined) yield { value: { ...schema.value, $ref: '' }, place: schema.place };
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const parts = value[keyword] ?? [];
    requireList(parts, `${place}/${keyword}`);
    for (const [index, part] of parts.entries())
      yield* partsOf(document, { value: part, place: `${place}/${keyword}/${index}` }, seen);
  }
}

function typesOf({ type, properties, enum: literals }: SchemaObject): string[] {
  if (type !== undefined) return [type].flat();
  if (properties) return ['object'];
  return literals?.every((it) => typeof it === 'string') ? ['string'] : [];
}

const literalsOf = ({ value, place }: Located<SchemaObject>): NonNullable<SchemaView['literals']> => ({
  values: (value.enum ?? []).filter((it) => typeof it === 'string'),
  place,
  texts: value['x-display_enum_text'] ?? {},
  added: new Map(
    Object.entries(value['x-added_value'] ?? {}).flatMap(([release, literals]) =>
      literals.map((literal) => [literal, release] as const),
    ),
  ),
});

function propertiesOf({ value, place }: Located<SchemaObject>): [string, Located<SchemaObject>][] {
  const { properties = {} } = value;
  requireObject(properties, `${place}/properties`);
  return Object.entries(properties).map(([name, property]) => [
    name,
    { value: property, place: `${place}/properties/${name}` },
  ]);
}

/** The release that added something, as far as a document says so. */
export interface Added {
  /** The release, from its own mark or description. */
  own?: string | undefined;
  /** The release that added the schema that it refers to; nothing can be older than its type. */
  ofType?: string | undefined;
  /** Whether it is a reference, beside which converters drop marks. */
  isReference: boolean;
}

export function addedOf(document: ApiDocument, part: Located<SchemaObject>): Added {
  requireObject(part.value, part.place);
  const { $ref, items } = part.value;
  const parts = [...partsOf(document, part)];
  if (items) parts.push(...partsOf(document, { value: items, place: `${part.place}/items` }));
  return {
    own: addedIn(part.value),
    ofType: parts.map(({ value }) => addedIn(value)).find((it) => it !== undefined),
    isReference: $ref !== undefined,
  };
}

function addedIn({ 'x-added': added, description }: SchemaObject): string | undefined {
  if (typeof added === 'string' && /^\d+(\.\d+)+$/.test(added)) return added;
  return /\badded in (?:version |release )?v?(\d+(?:\.\d+)+)/i.exec(String(description))?.[1];
}
