import { isAtLeast } from '@powerstore-api/types';
import { lastKeyOf } from '../contract/place.js';
import { addMissing, type ComparisonContext, firstRelease, isSameRelease, laterOf } from './differences.js';
import type { Located, SchemaObject } from './openapi.js';
import { inFourParts, proposeAttribute, proposeLiterals } from './proposed-schema.js';
import { addedOf, type SchemaView, viewSchema } from './schema-view.js';

/** Schemas to compare. */
export interface SchemaPair {
  ours: Located<SchemaObject>;
  theirs: Located<SchemaObject>;
  /** The name of the part in messages, such as `volume_instance.size`. */
  name: string;
  /** Whether it is of an answer: only there, a document says that something may be `null`. */
  isAnswer: boolean;
  /** The release that added what is around them. */
  since: string;
}

export function compareSchemas(context: ComparisonContext, pair: SchemaPair): void {
  const { differences, comparedSchemas } = context;
  const { ours, theirs, name, isAnswer, since } = pair;
  const key = `${ours.place} ${theirs.place}`;
  const sinceBefore = comparedSchemas.get(key);
  if (sinceBefore !== undefined && isAtLeast(since, sinceBefore)) return;
  comparedSchemas.set(key, since);
  const [a, b] = [viewSchema(context.ours, ours), viewSchema(context.theirs, theirs)];
  const places = { ours: ours.place, theirs: theirs.place };
  if (a.type !== undefined && b.type !== undefined && a.type !== b.type) {
    const proposals = [{ place: `${places.ours}/type`, value: b.type }];
    differences.add({
      message: `${name} is ${a.type}; the document says ${b.type}`,
      ...places,
      subject: 'type',
      proposals,
    });
    return;
  }
  if (isAnswer) {
    if (b.nullable) differences.seeMark('nullable');
    if (a.nullable !== b.nullable) {
      const [says, saysThere] = [a, b].map(({ nullable }) => (nullable ? 'may' : 'may not'));
      const message = `${name} ${says} be null; the document says it ${saysThere}`;
      differences.addAboutMark('nullable', { message, ...places, subject: 'type' });
    }
  }
  compareLiterals(context, a, b, since);
  compareProperties(context, a, b, pair);
  if (a.items && b.items) compareSchemas(context, { ours: a.items, theirs: b.items, name, isAnswer, since });
}

function compareLiterals(
  context: ComparisonContext,
  { literals: a }: SchemaView,
  { literals: b }: SchemaView,
  since: string,
): void {
  if (!a || !b) return;
  const { differences, source } = context;
  const places = { ours: a.place, theirs: b.place };
  const enumName = lastKeyOf(a.place);
  for (const literal of a.values)
    if (!b.values.includes(literal))
      addMissing(context, a.added.get(literal) ?? firstRelease, {
        message: `${enumName} has ${literal}; the document does not`,
        ...places,
      });
  if (b.added.size > 0) differences.seeMark('added');
  for (const literal of b.values) {
    const [release, releaseThere] = [a.added.get(literal) ?? firstRelease, b.added.get(literal)];
    if (!a.values.includes(literal)) {
      const proposals = [{ place: a.place, value: proposeLiterals(b, [literal], source) }];
      differences.add({ message: `${enumName} does not have ${literal}`, ...places, subject: 'unknown', proposals });
    } else if (!isSameRelease(laterOf(release, since), laterOf(releaseThere ?? firstRelease, since))) {
      // A document that marks no literal of an enum says nothing about them: a converter may have dropped the marks.
      differences.addAboutMark(b.added.size > 0 ? 'added' : 'addedInEnum', {
        message: `${enumName}.${literal} came with ${release}; ${saysOf(releaseThere)}`,
        ...places,
        subject: 'release',
        ...(releaseThere !== undefined && {
          proposals: [{ place: a.place, value: { 'x-added_value': { [inFourParts(releaseThere)]: [literal] } } }],
        }),
      });
    }
  }
}

function compareProperties(
  context: ComparisonContext,
  a: SchemaView,
  b: SchemaView,
  { name, isAnswer, since }: SchemaPair,
): void {
  if (!a.properties || !b.properties) return;
  const { differences } = context;
  const owner = /schemas\/([^/]+)$/.exec(a.place)?.[1] ?? name;
  for (const [property, ours] of a.properties) {
    const theirs = b.properties.get(property);
    const propertyName = `${owner}.${property}`;
    if (theirs) {
      const sinceInside = compareAdded(context, { ours, theirs, name: propertyName, since });
      compareSchemas(context, { ours, theirs, name: propertyName, isAnswer, since: sinceInside });
    } else {
      const { own, ofType } = addedOf(context.ours, ours);
      const message = `${propertyName} is not in the document`;
      addMissing(context, own ?? ofType ?? firstRelease, { message, ours: ours.place, theirs: b.place });
    }
  }
  for (const [property, theirs] of b.properties) {
    if (a.properties.has(property)) continue;
    const view = viewSchema(context.theirs, theirs);
    // `*` is how some documents write that every attribute can be selected; it is none.
    if (property === '*') continue;
    // The contract has related resources one level deep.
    if (owner.startsWith('related_') && (view.properties || view.items)) continue;
    const place = `${a.place}/properties/${property}`;
    differences.add({
      message: `${owner} does not have ${property}`,
      ours: place,
      theirs: theirs.place,
      subject: 'unknown',
      proposals: proposeAttribute(context, { attribute: theirs, place, isAnswer }),
    });
  }
}

/** Two parts to compare the releases of. `since` is the release that added what is around them. */
type AddedPair = Pick<SchemaPair, 'ours' | 'theirs' | 'name' | 'since'>;

/** Compares the releases that added a part. Returns the release that added it, and with it everything inside. */
export function compareAdded(context: ComparisonContext, { ours, theirs, name, since }: AddedPair): string {
  const { differences } = context;
  const [a, b] = [addedOf(context.ours, ours), addedOf(context.theirs, theirs)];
  const [release, releaseThere] = [a.own ?? a.ofType ?? firstRelease, b.own ?? b.ofType];
  if (releaseThere !== undefined) differences.seeMark('added');
  if (b.own !== undefined && b.isReference) differences.seeMark('addedBesideReference');
  const [inside, insideThere] = [laterOf(release, since), laterOf(releaseThere ?? firstRelease, since)];
  if (!isSameRelease(inside, insideThere)) {
    const isPerhapsLost = b.isReference && b.own === undefined;
    differences.addAboutMark(isPerhapsLost ? 'addedBesideReference' : 'added', {
      message: `${name} came with ${release}; ${saysOf(releaseThere)}`,
      ours: ours.place,
      theirs: theirs.place,
      subject: 'release',
      ...(b.own !== undefined && { proposals: [{ place: `${ours.place}/x-added`, value: inFourParts(b.own) }] }),
    });
  }
  return laterOf(inside, insideThere);
}

const saysOf = (release: string | undefined): string => `the document says ${release ?? 'nothing, which is 1.0'}`;
