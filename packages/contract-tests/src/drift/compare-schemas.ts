import { lastKeyOf } from '../contract/place.js';
import { type ComparisonContext, firstRelease, isSameRelease, type Places } from './differences.js';
import type { Located, SchemaObject } from './openapi.js';
import { addedIn, type SchemaView, viewSchema } from './schema-view.js';

/** Schemas to compare. */
export interface SchemaPair {
  ours: Located<SchemaObject>;
  theirs: Located<SchemaObject>;
  /** The name of the part in messages, such as `volume_instance.size`. */
  name: string;
  /** Whether it is of an answer: only there, a document says that something may be `null`. */
  isAnswer: boolean;
}

export function compareSchemas(context: ComparisonContext, pair: SchemaPair): void {
  const { differences, comparedSchemas } = context;
  const { ours, theirs, name, isAnswer } = pair;
  const key = `${ours.place} ${theirs.place}`;
  if (comparedSchemas.has(key)) return;
  comparedSchemas.add(key);
  const [a, b] = [viewSchema(context.ours, ours), viewSchema(context.theirs, theirs)];
  const places = { ours: ours.place, theirs: theirs.place };
  if (a.type !== undefined && b.type !== undefined && a.type !== b.type) {
    const proposal = { place: `${places.ours}/type`, value: b.type };
    differences.add({ message: `${name} is ${a.type}; the document says ${b.type}`, ...places, proposal });
    return;
  }
  if (isAnswer) {
    if (b.nullable) differences.seeMark('nullable');
    if (a.nullable !== b.nullable) {
      const [says, saysThere] = [a, b].map(({ nullable }) => (nullable ? 'may' : 'may not'));
      const message = `${name} ${says} be null; the document says it ${saysThere}`;
      differences.addAboutMark('nullable', { message, ...places });
    }
  }
  compareLiterals(context, a, b);
  compareProperties(context, a, b, pair);
  if (a.items && b.items) compareSchemas(context, { ours: a.items, theirs: b.items, name, isAnswer });
}

function compareLiterals(
  { differences }: ComparisonContext,
  { literals: a }: SchemaView,
  { literals: b }: SchemaView,
): void {
  if (!a || !b) return;
  const places = { ours: a.place, theirs: b.place };
  const enumName = lastKeyOf(a.place);
  for (const literal of a.values)
    if (!b.values.includes(literal))
      differences.add({ message: `${enumName} has ${literal}; the document does not`, ...places });
  if (b.added.size > 0) differences.seeMark('added');
  for (const literal of b.values) {
    const [release, releaseThere] = [a.added.get(literal) ?? firstRelease, b.added.get(literal)];
    const added = releaseThere !== undefined && { 'x-added_value': { [releaseThere]: [literal] } };
    if (!a.values.includes(literal)) {
      const proposal = { place: a.place, value: { enum: [literal], ...added } };
      differences.add({ message: `${enumName} does not have ${literal}`, ...places, proposal });
    } else if (!isSameRelease(release, releaseThere ?? firstRelease)) {
      differences.addAboutMark('added', {
        message: `${enumName}.${literal} came with ${release}; ${saysOf(releaseThere)}`,
        ...places,
        ...(added && { proposal: { place: a.place, value: added } }),
      });
    }
  }
}

function compareProperties(
  context: ComparisonContext,
  a: SchemaView,
  b: SchemaView,
  { name, isAnswer }: SchemaPair,
): void {
  if (!a.properties || !b.properties) return;
  const { differences } = context;
  const owner = /schemas\/([^/]+)$/.exec(a.place)?.[1] ?? name;
  for (const [property, ours] of a.properties) {
    const theirs = b.properties.get(property);
    const propertyName = `${owner}.${property}`;
    if (theirs) {
      compareAdded(context, ours.value, theirs.value, { ours: ours.place, theirs: theirs.place }, propertyName);
      compareSchemas(context, { ours, theirs, name: propertyName, isAnswer });
    } else differences.add({ message: `${propertyName} is not in the document`, ours: ours.place, theirs: b.place });
  }
  for (const [property, theirs] of b.properties) {
    if (a.properties.has(property)) continue;
    const view = viewSchema(context.theirs, theirs);
    // The contract has related resources one level deep.
    if (owner.startsWith('related_') && (view.properties || view.items)) continue;
    const place = `${a.place}/properties/${property}`;
    differences.add({
      message: `${owner} does not have ${property}`,
      ours: place,
      theirs: theirs.place,
      proposal: { place, value: { ...proposedSchema(context, theirs, view), 'x-source': [context.source] } },
    });
  }
}

function proposedSchema(
  { theirs }: ComparisonContext,
  { value }: Located<SchemaObject>,
  { type, nullable, literals, items }: SchemaView,
): object {
  const added = addedIn(value);
  return {
    description: 'To be described.',
    ...(added !== undefined && { 'x-added': added }),
    ...(type !== undefined && { type: nullable ? [type, 'null'] : type }),
    ...(value.format !== undefined && { format: value.format }),
    ...(literals && { enum: literals.values }),
    ...(items && { items: { type: viewSchema(theirs, items).type ?? 'object' } }),
  };
}

/** Compares the releases that added a part. */
export function compareAdded(
  { differences }: ComparisonContext,
  ours: Parameters<typeof addedIn>[0],
  theirs: Parameters<typeof addedIn>[0],
  places: Places,
  name: string,
): void {
  const [release, releaseThere] = [addedIn(ours) ?? firstRelease, addedIn(theirs)];
  if (releaseThere !== undefined) differences.seeMark('added');
  if (isSameRelease(release, releaseThere ?? firstRelease)) return;
  differences.addAboutMark('added', {
    message: `${name} came with ${release}; ${saysOf(releaseThere)}`,
    ...places,
    ...(releaseThere !== undefined && { proposal: { place: `${places.ours}/x-added`, value: releaseThere } }),
  });
}

const saysOf = (release: string | undefined): string => `the document says ${release ?? 'nothing, which is 1.0'}`;
