// The deviations that the schema of an answer lets pass: attributes and literals that no document knows, that are newer than the
// array or deprecated, and texts that do not belong to their literals. It also collects the items of the contract that the answer shows.
import { join } from '@sagold/json-pointer';
import { type EnumName, internalAttributes, isAtLeast, isResource, literalInfo, literals } from '@powerstore-api/types';
import { isTime, isTooFine } from '../array/rows/time.js';
import type { Deviation } from '../findings/deviation.js';
import type { SeenProperty } from './assumed-answers.js';
import { instanceOf, isUndocumented, type Place, resolve, type Schema } from './contract.js';
import { type Item, literalItem, propertyItem } from './items.js';
import { literalSpelt } from './known-literal.js';
import { lastKeyOf } from './place.js';

export interface Walked {
  deviations: Deviation[];
  items: Set<Item>;
  /** The place in the contract of each part of the body, by its path in the body; all rows of a list have one path. */
  places: Map<string, string>;
  /** The paths of the integers that have to be integers. */
  integers: Set<string>;
  /** The properties that the body has, by their places in the contract. */
  properties: Map<string, SeenProperty>;
  /** The literals whose texts are right, by the places of their enums. */
  texts: Map<string, Set<string>>;
}

/** Goes through a body together with its schema. */
export function walkSchema(json: unknown, start: Place, release: string): Walked {
  const walk = new SchemaWalk(release);
  walk.visit(json, start, top);
  return walk;
}

/** A place in a body: its path with `*` for all rows of a list, and the JSON pointer of the one row. */
interface Spot {
  path: string;
  at: string;
}

/** A place in the contract, and the one in the body. */
type Where = Pick<Spot, 'at'> & Pick<Place, 'place'>;

const top: Spot = { path: '', at: '' };

const inside = ({ path, at }: Spot, name: string): Spot => ({ path: `${path}/${name}`, at: `${at}${join([name])}` });

const itemOf = ({ path, at }: Spot, index: number): Spot => ({ path: `${path}/*`, at: `${at}/${index}` });

class SchemaWalk implements Walked {
  readonly deviations: Deviation[] = [];
  readonly items = new Set<Item>();
  readonly places = new Map<string, string>();
  readonly integers = new Set<string>();
  readonly properties = new Map<string, SeenProperty>();
  readonly texts = new Map<string, Set<string>>();
  readonly #reported = new Set<string>();
  readonly #release: string;

  constructor(release: string) {
    this.#release = release;
  }

  visit(value: unknown, at: Place, spot: Spot): void {
    const { path } = spot;
    this.places.set(path === '' ? '/' : path, at.place);
    const all = alternatives(at);
    if (Array.isArray(value)) {
      const list = all.find(({ schema }) => schema.items);
      if (!list?.schema.items) return;
      const items = { schema: list.schema.items, place: `${list.place}/items` };
      for (const [index, item] of value.entries()) this.visit(item, items, itemOf(spot, index));
    } else if (typeof value === 'object' && value !== null) {
      const object = all.find(({ schema }) => schema.properties);
      if (object) this.#visitObject(value as Record<string, unknown>, object, spot);
    } else if (typeof value === 'string') {
      const named = all.find(({ schema }) => schema.enum);
      if (named) this.#visitLiteral(value, named.place, at.place, spot);
      if (all.some(({ schema }) => schema.format === 'date-time') && isTime(value) && isTooFine(value))
        this.#report(incomparable(spot, 'a time finer than a microsecond', at.place));
    } else if (Number.isInteger(value) && all.some(({ schema }) => isInteger(schema))) {
      this.integers.add(path);
      if (!Number.isSafeInteger(value)) this.#report(incomparable(spot, 'an integer beyond 2^53', at.place));
    }
  }

  #visitObject(value: Record<string, unknown>, object: Place, spot: Spot): void {
    const { place } = object;
    const resource = resourceOf(place);
    let unknown = 0;
    for (const [name, it] of Object.entries(value)) {
      const from = withProperty(object, resource, name);
      const property = from?.schema.properties?.[name];
      if (!from || !property) {
        if (internalAttributes[resource as keyof typeof internalAttributes]?.names.includes(name)) continue;
        unknown += 1;
        // An object with more of them is no instance with a new attribute. It may hold data as its keys.
        const { at } = inside(spot, name);
        this.#report(
          unknown > maxUnknown ? manyUnknown(resource, place, at) : unknownAttribute(resource, name, it, { place, at }),
        );
        continue;
      }
      const at = { schema: property, place: `${from.place}/properties/${name}` };
      const inner = inside(spot, name);
      this.#see(it, at, from.schema);
      if (isResource(resource) && place.endsWith('_instance')) this.items.add(propertyItem(resource, name));
      const { 'x-added': added } = property;
      if (added !== undefined && !isAtLeast(this.#release, added)) {
        const message = `The array has ${name} of ${resource}, which came with ${added}.`;
        this.#report({
          id: 'release.too-new',
          subject: name,
          message,
          place: at.place,
          sample: valueKindOf(it),
          expected: `no ${name} before ${added}`,
          at: inner.at,
        });
      }
      this.visit(it, at, inner);
      this.#compareText(value, name, at, spot);
    }
  }

  #see(value: unknown, { schema, place }: Place, owner: Schema): void {
    const kinds = this.properties.get(place)?.kinds ?? new Set();
    kinds.add(value === null ? 'null' : Array.isArray(value) && value.length === 0 ? 'empty' : 'value');
    this.properties.set(place, { schema, owner, kinds });
  }

  /** `place` is that of the enum, `attribute` that of the attribute with the enum as its type. */
  #visitLiteral(literal: string, place: string, attribute: string, { at }: Spot): void {
    const name = enumOf(place);
    const info = literalInfo(name, literal);
    const meant = literalSpelt(name, literal);
    if (meant !== undefined) return this.#report(misspeltLiteral(name, meant, { place, at }));
    if (!info) return this.#report(unknownLiteral(name, literal, { place, at }));
    this.items.add(literalItem(name, literal));
    const about = { subject: literal, sample: literal };
    if (!isAtLeast(this.#release, info.added)) {
      const message = `The array has ${name}.${literal}, which came with ${info.added}.`;
      this.#report({
        id: 'release.too-new',
        ...about,
        message,
        place,
        expected: `no ${literal} before ${info.added}`,
        at,
      });
    } else if (info.deprecated !== undefined && isAtLeast(this.#release, info.deprecated)) {
      const message = `The array uses ${name}.${literal}, which is deprecated since ${info.deprecated}.`;
      const expected = `another literal than ${literal}, from ${info.deprecated} on`;
      this.#report({ id: 'release.deprecated', ...about, message, place: attribute, expected, at });
    }
  }

  /** The companion of a literal, such as `state_l10n`, has to say the same in words. */
  #compareText(value: Record<string, unknown>, name: string, at: Place, spot: Spot): void {
    const companion = `${name}_l10n`;
    if (!(companion in value)) return;
    const named = alternatives(at)
      .flatMap((it) => (it.schema.items ? alternatives({ schema: it.schema.items, place: it.place }) : [it]))
      .find(({ schema }) => schema.enum);
    if (!named) return;
    const texts = [value[companion]].flat();
    for (const [index, literal] of [value[name]].flat().entries()) {
      const text = literal === null ? null : literalInfo(enumOf(named.place), String(literal))?.text;
      // Nobody knows the text of a literal that nobody knows.
      if (text === undefined) continue;
      if (text === texts[index]) {
        if (literal !== null)
          this.texts.set(named.place, (this.texts.get(named.place) ?? new Set()).add(String(literal)));
        continue;
      }
      this.#report({
        id: 'text.companion',
        subject: `${companion} ${String(literal)}`,
        message: `The array sends a ${companion} that is not the text of ${String(literal)}.`,
        place: `${named.place}/x-display_enum_text`,
        sample: valueKindOf(texts[index]),
        expected: text,
        at: inside(spot, companion).at,
      });
    }
  }

  /** Once for all rows of a list. */
  #report(deviation: Deviation): void {
    const { id, place, subject } = deviation;
    const key = JSON.stringify([id, place, subject]);
    if (!this.#reported.has(key)) this.deviations.push(deviation);
    this.#reported.add(key);
  }
}

/** The schema that has a property: an embedded instance has all of its resource, relations included, where all are selected. */
function withProperty(object: Place, resource: string, name: string): Place | undefined {
  const has = ({ schema: { properties = {} } }: Place): boolean => Object.hasOwn(properties, name);
  if (has(object)) return object;
  const whole = isResource(resource) ? instanceOf(resource) : undefined;
  return whole && has(whole) ? whole : undefined;
}

/** The forms that a value may have: a schema, or each of those that it offers. */
function alternatives(at: Place): Place[] {
  const { schema, place } = resolve(at);
  if (!schema.anyOf) return [{ schema, place }];
  return schema.anyOf.flatMap((it: Schema, index) => alternatives({ schema: it, place: `${place}/anyOf/${index}` }));
}

/** `volume` for `components/schemas/volume_instance` and for `…/related_volume`. An embedded object has its own name. */
const resourceOf = (place: string): string => lastKeyOf(place).replace(/^related_|_instance$/g, '');

/** The key of the table of literals, for the place of an enum. */
const enumOf = (place: string): EnumName => lastKeyOf(place).replace(/Enum$/, '') as EnumName;

/** Whether a value may be an integer, and no other number. */
const isInteger = ({ type }: Schema): boolean => [type].flat().includes('integer');

/** A value that is right, and that JavaScript cannot tell from its neighbours. */
const incomparable = ({ path, at }: Spot, what: string, place: string): Deviation => ({
  id: 'value.incomparable',
  subject: path,
  message: `The array sends ${what} at ${path}, which the suite cannot compare with others.`,
  common: what,
  place,
  expected: 'a value that JavaScript can tell from its neighbours',
  at,
});

/** At most this many unknown attributes of an object are named. */
const maxUnknown = 50;

const manyUnknown = (resource: string, place: string, at: string): Deviation => ({
  id: 'attribute.unknown',
  subject: 'more',
  message: `The contract does not know more than ${maxUnknown} attributes of ${resource}.`,
  place: `${place}/properties/*`,
  expected: 'attributes of the contract',
  at,
});

function unknownAttribute(resource: string, name: string, value: unknown, { place, at }: Where): Deviation {
  const expected = 'an attribute of the contract';
  const about = { id: 'attribute.unknown', sample: valueKindOf(value), expected, at } as const;
  // Keys that do not look like names may be data.
  if (!/^[a-z][\da-z_]{0,63}$/.test(name))
    return {
      ...about,
      message: `The contract does not know an attribute of ${resource} that has an unusual name.`,
      place: `${place}/properties/*`,
    };
  const message = `The contract does not know ${name} of ${resource}.`;
  return { ...about, subject: name, message, place: `${place}/properties/${name}` };
}

const misspeltLiteral = (enumName: string, literal: string, { place, at }: Where): Deviation => ({
  id: 'literal.spelling',
  subject: literal,
  message: `The array spells ${enumName}.${literal} in another case, or with other spaces or underscores.`,
  place,
  expected: literal,
  at,
});

function unknownLiteral(enumName: EnumName, literal: string, { place, at }: Where): Deviation {
  const expected = Object.keys(literals[enumName] ?? {});
  const about = { id: 'literal.unknown', subject: literal, sample: literal, place, expected, at } as const;
  if (isUndocumented(enumName, literal))
    return { ...about, message: `No document has ${enumName}.${literal}, but other arrays have sent it before.` };
  // A text that does not look like a literal may be data.
  if (!/^[A-Z]\w{0,63}$/.test(literal))
    return {
      id: 'literal.unknown',
      message: `The array sends a text for ${enumName} that does not look like a literal: ${looksOf(literal)}.`,
      place,
      sample: valueKindOf(literal),
      expected,
      at,
    };
  return { ...about, message: `The contract does not know ${enumName}.${literal}.` };
}

/** How a text looks, without any part of it. */
function looksOf(text: string): string {
  if (text === '') return 'it is empty';
  const parts = [
    /^[A-Z]/.test(text)
      ? undefined
      : /^[a-z]/.test(text)
        ? 'begins with a small letter'
        : 'does not begin with a letter',
    /\s/.test(text) ? 'has spaces' : undefined,
    /[^\w\s]/.test(text) ? 'has other characters than letters, digits and underscores' : undefined,
    text.length > 64 ? 'is longer than 64 characters' : undefined,
  ].filter((part) => part !== undefined);
  return `it ${parts.join(' and ')}`;
}

/** The kind of a value. No more of a value may be shown. */
export function valueKindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'list' : `list of ${valueKindOf(value[0])}`;
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'string') return isTime(value) ? 'time' : 'string';
  return typeof value;
}
