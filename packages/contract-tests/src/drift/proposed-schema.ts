// Parts of another document, as the contract writes them: enums and related resources are schemas of their own.
import { posix } from 'node:path';
import { lastKeyOf, placeAt } from '../contract/place.js';
import type { ComparisonContext } from './differences.js';
import { type ApiDocument, type Located, type OperationObject, resolveRef, type SchemaObject } from './openapi.js';
import type { Proposal } from './proposals.js';
import { addedOf, type SchemaView, viewSchema } from './schema-view.js';
import { sourceOf } from './source-location.js';

type Part = Omit<Proposal, 'why'>;

const description = 'To be described.';

interface NewAttribute {
  attribute: Located<SchemaObject>;
  /** Its place in the contract. */
  place: string;
  isAnswer: boolean;
}

/** An attribute, and the schemas that it references and the contract does not have. */
export function proposeAttribute(context: ComparisonContext, { attribute, place, isAnswer }: NewAttribute): Part[] {
  const { theirs, source } = context;
  const { own } = addedOf(theirs, attribute);
  const schemas: Part[] = [];
  const value = {
    description,
    ...(own !== undefined && { 'x-added': inFourParts(own) }),
    ...typeOf(context, attribute, { file: sourceOf(place).file, isAnswer, schemas }),
    'x-source': [source],
  };
  return [{ place, value }, ...schemas];
}

interface Surroundings {
  /** The file of the contract that the part is for. */
  file: string;
  isAnswer: boolean;
  /** Collects the schemas that the contract does not have. */
  schemas: Part[];
}

function typeOf(context: ComparisonContext, part: Located<SchemaObject>, around: Surroundings): object {
  const view = viewSchema(context.theirs, part);
  const { type, nullable, literals, items } = view;
  const orNull = nullable ? [{ type: 'null' }] : [];
  if (items) return { type: nullable ? ['array', 'null'] : 'array', items: typeOf(context, items, around) };
  if (literals && nameOfSchema(literals.place) !== undefined) {
    const schema = referenceTo(context, nameOfSchema(literals.place) ?? '', around, () => ({
      description,
      type: 'string',
      ...proposeLiterals(literals, literals.values, context.source),
    }));
    const unknown = { $ref: reference('UnknownLiteral', around.file) };
    return around.isAnswer ? { anyOf: [schema, unknown, ...orNull] } : schema;
  }
  const name = nameOfSchema(view.place);
  if (view.properties && name !== undefined) {
    const related = relatedName(name);
    const schema = referenceTo(context, related, around, () => objectOf(context, view, related));
    return nullable ? { anyOf: [schema, ...orNull] } : schema;
  }
  const { format } = resolveRef(context.theirs, part).value;
  return {
    ...(type !== undefined && { type: nullable ? [...type.split(' or '), 'null'] : single(type.split(' or ')) }),
    ...(format !== undefined && { format }),
  };
}

const single = (types: string[]): string | string[] => (types.length === 1 ? String(types[0]) : types);

/** The contract has `related_volume` where documents of arrays have `volume_instance`. */
const relatedName = (name: string): string => name.replace(/^(.+)_instance$/, 'related_$1');

/** A related resource or another object, with the attributes that name it. A person adds those that matter. */
function objectOf({ theirs, source }: ComparisonContext, { properties }: SchemaView, name: string): object {
  const simple = [...(properties ?? [])].flatMap(([property, schema]) => {
    const { type } = viewSchema(theirs, schema);
    const isSimple = type !== undefined && ['string', 'integer', 'number', 'boolean'].includes(type);
    return isSimple && (!name.startsWith('related_') || ['id', 'name'].includes(property))
      ? [[property, { description, type }] as const]
      : [];
  });
  return { description, type: 'object', 'x-source': [source], properties: Object.fromEntries(simple) };
}

/** A reference to a schema of the contract. A schema that it does not have is proposed, for the entry file. */
function referenceTo(
  { ours }: ComparisonContext,
  name: string,
  { file, schemas }: Surroundings,
  schema: () => object,
): { $ref: string } {
  const place = placeAt('components', 'schemas', name);
  if (!hasSchema(ours, name)) schemas.push({ place, value: schema() });
  return { $ref: reference(name, file) };
}

const hasSchema = ({ components }: ApiDocument, name: string): boolean =>
  Object.hasOwn(components?.schemas ?? {}, name);

const reference = (name: string, from: string): string => referenceFrom(from, placeAt('components', 'schemas', name));

function referenceFrom(from: string, place: string): string {
  const { file } = sourceOf(place);
  return `${file === from ? '' : posix.relative(posix.dirname(from), file)}#/${place}`;
}

/** The name of a schema among the components; `undefined` for a schema inside of another one. */
const nameOfSchema = (place: string): string | undefined =>
  /^components\/schemas\/[^/]+$/.test(place) ? lastKeyOf(place) : undefined;

/** Literals with their texts, and with the releases that the document says. */
export function proposeLiterals(
  { added, texts }: NonNullable<SchemaView['literals']>,
  literals: readonly string[],
  source: string,
): object {
  const releases = new Map<string, string[]>();
  for (const literal of literals) {
    const release = added.get(literal);
    if (release === undefined) continue;
    const key = inFourParts(release);
    releases.set(key, [...(releases.get(key) ?? []), literal]);
  }
  return {
    enum: literals,
    ...(releases.size > 0 && { 'x-added_value': Object.fromEntries(releases) }),
    'x-display_enum_text': Object.fromEntries(literals.map((it) => [it, texts[it] ?? it.replaceAll('_', ' ')])),
    'x-source': [source],
  };
}

/**
 * An answer with another status. An error is proposed where other operations of the contract have it: otherwise somebody has
 * to find an example of it first.
 */
export function proposeAnswer(ours: ApiDocument, list: string, status: string, source: string): Part[] {
  const place = `${list}/${status}`;
  if (Number(status) < 400) return [{ place, value: { description, 'x-source': [source] } }];
  const operations = Object.values(ours.paths ?? {}).flatMap((item) => Object.values(item) as OperationObject[]);
  const known = operations.map(({ responses }) => responses?.[status]?.$ref).find((it) => it !== undefined);
  return known === undefined ? [] : [{ place, value: { $ref: referenceFrom(sourceOf(place).file, known.slice(2)) } }];
}

/** The contract writes releases in four parts; some documents have three. */
export const inFourParts = (release: string): string => [...release.split('.'), '0', '0', '0'].slice(0, 4).join('.');
