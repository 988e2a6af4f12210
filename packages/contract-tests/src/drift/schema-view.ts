// Schemas of two documents, seen in the same way: whatever says the same looks the same.

export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  properties?: Record<string, SchemaObject>;
  items?: SchemaObject;
  anyOf?: SchemaObject[];
  oneOf?: SchemaObject[];
  allOf?: SchemaObject[];
  'x-nullable'?: boolean;
  'x-added'?: string;
  'x-added_value'?: Record<string, string[]>;
}

export interface ParameterObject {
  $ref?: string;
  name?: string;
  in?: string;
  required?: boolean;
  schema?: SchemaObject;
}

export interface BodyObject {
  $ref?: string;
  required?: boolean;
  content?: Record<string, { schema?: SchemaObject }>;
}

export interface OperationObject {
  operationId?: string;
  description?: string;
  parameters?: ParameterObject[];
  requestBody?: BodyObject;
  responses?: Record<string, BodyObject>;
  'x-added'?: string;
}

export interface ApiDocument {
  info?: { version?: string };
  paths?: Record<string, Record<string, unknown>>;
}

/** Something of a document, and its JSON pointer without `#/`. */
export interface At<T> {
  value: T;
  at: string;
}

/** What is at the end of references within the document; a reference to somewhere else is an empty object. */
export function follow<T extends { $ref?: string }>(document: ApiDocument, { value, at }: At<T>): At<T> {
  let [found, place] = [value, at];
  for (let steps = 0; found.$ref !== undefined && steps < 20; steps += 1) {
    const { $ref } = found;
    if (!$ref.startsWith('#/')) return { value: {} as T, at: place };
    place = $ref.slice(2);
    const keys = place.split('/').map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
    found = (keys.reduce<unknown>((it, key) => (it as Record<string, unknown> | undefined)?.[key], document) ??
      {}) as T;
  }
  return { value: found, at: place };
}

/** What a schema says, whichever way it says it. */
export interface SchemaView {
  at: string;
  /** `string`, `integer`, `number`, `boolean`, `array`, `object`; nothing where it does not say. */
  type?: string | undefined;
  nullable: boolean;
  literals?: { values: string[]; at: string; added: ReadonlyMap<string, string> };
  properties?: Map<string, At<SchemaObject>>;
  items?: At<SchemaObject>;
}

export function view(document: ApiDocument, start: At<SchemaObject>): SchemaView {
  const parts = [...partsOf(document, start)];
  const types = new Set(parts.flatMap(({ value }) => typesOf(value)));
  const named = parts.find(({ value }) => value.enum?.some((it) => typeof it === 'string'));
  const objects = parts.filter(({ value }) => value.properties);
  const list = parts.find(({ value }) => value.items);
  const nullable = types.delete('null') || parts.some(({ value }) => value['x-nullable'] === true);
  return {
    at: (named ?? objects[0] ?? follow(document, start)).at,
    type: [...types].join(' or ') || undefined,
    nullable,
    ...(named && {
      literals: {
        values: (named.value.enum ?? []).filter((it) => typeof it === 'string'),
        at: named.at,
        added: new Map(
          Object.entries(named.value['x-added_value'] ?? {}).flatMap(([release, all]) =>
            all.map((literal) => [literal, release] as const),
          ),
        ),
      },
    }),
    ...(objects.length > 0 && {
      properties: new Map(
        objects.flatMap(({ value, at }) =>
          Object.entries(value.properties ?? {}).map(
            ([name, it]) => [name, { value: it, at: `${at}/properties/${name}` }] as const,
          ),
        ),
      ),
    }),
    ...(list?.value.items && { items: { value: list.value.items, at: `${list.at}/items` } }),
  };
}

/** The schemas that a schema is made of. */
function* partsOf(document: ApiDocument, start: At<SchemaObject>, depth = 0): Generator<At<SchemaObject>> {
  const { value, at } = follow(document, start);
  if (depth > 10) return;
  yield { value, at };
  // What is said beside a reference is said of it.
  if (start.value.$ref !== undefined) yield { value: { ...start.value, $ref: '' }, at: start.at };
  for (const kind of ['allOf', 'anyOf', 'oneOf'] as const)
    for (const [index, it] of (value[kind] ?? []).entries())
      yield* partsOf(document, { value: it, at: `${at}/${kind}/${index}` }, depth + 1);
}

function typesOf({ type, properties, enum: literals }: SchemaObject): string[] {
  if (type !== undefined) return [type].flat();
  if (properties) return ['object'];
  return literals?.every((it) => typeof it === 'string') ? ['string'] : [];
}

/** The release that something came with, as a mark or as prose has it. */
export function addedIn({
  'x-added': added,
  description = '',
}: {
  'x-added'?: string;
  description?: string;
}): string | undefined {
  return added ?? /\badded in (?:version |release )?v?(\d+(?:\.\d+)+)/i.exec(description)?.[1];
}
