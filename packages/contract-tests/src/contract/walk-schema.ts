// What the schema of an answer cannot see, because it lets it pass: what no document knows, what is newer than the array,
// what is deprecated, and texts that do not go with their literals. And what of the contract was seen.
import { internalAttributes, isAtLeast, isResource, literalInfo } from '@powerstore-api/types';
import { type Place, resolve, type Schema } from './contract.js';
import { type Item, literalItem, propertyItem } from './items.js';
import type { Deviation } from '../findings/deviation.js';

export interface Walk {
  deviations: Deviation[];
  items: Set<Item>;
  /** Where in the contract each part of the body belongs, by its place in the body; rows of a list are one place. */
  places: Map<string, string>;
}

/** Goes through a body together with its schema. */
export function walkSchema(json: unknown, start: Place, release: string): Walk {
  const walked: Walk = { deviations: [], items: new Set(), places: new Map() };
  const seen = new Set<string>();
  const report = (deviation: Deviation): void => {
    // Once for all rows.
    const key = JSON.stringify([deviation.id, deviation.place, deviation.what]);
    if (!seen.has(key)) walked.deviations.push(deviation);
    seen.add(key);
  };

  const visit = (value: unknown, at: Place, path: string): void => {
    walked.places.set(path === '' ? '/' : path, at.place);
    const all = alternatives(at);
    if (Array.isArray(value)) {
      const list = all.find(({ schema }) => schema.items);
      if (list?.schema.items)
        for (const item of value) visit(item, { schema: list.schema.items, place: `${list.place}/items` }, `${path}/*`);
    } else if (typeof value === 'object' && value !== null) {
      const object = all.find(({ schema }) => schema.properties);
      if (object) visitObject(value as Record<string, unknown>, object, path);
    } else if (typeof value === 'string') {
      const named = all.find(({ schema }) => schema.enum);
      if (named) visitLiteral(value, named, at.place);
    }
  };

  const visitObject = (value: Record<string, unknown>, { schema, place }: Place, path: string): void => {
    const { properties = {} } = schema;
    const resource = resourceOf(place);
    for (const [name, it] of Object.entries(value)) {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (!property) {
        if (!internalAttributes[resource as keyof typeof internalAttributes]?.includes(name))
          report(unknownAttribute(resource, name, it, place));
        continue;
      }
      const here = `${place}/properties/${name}`;
      if (isResource(resource) && place.endsWith('_instance')) walked.items.add(propertyItem(resource, name));
      const added = property['x-added'];
      if (added !== undefined && !isAtLeast(release, added)) {
        report({
          id: 'version.too-new',
          what: `${resource} has ${name}, which came with ${added}`,
          place: here,
          sample: kindOf(it),
        });
      }
      visit(it, { schema: property, place: here }, `${path}/${name}`);
      compareText(value, name, { schema: property, place: here });
    }
  };

  const visitLiteral = (literal: string, { place }: Place, where: string): void => {
    const name = enumOf(place);
    const info = literalInfo(name, literal);
    if (!info) {
      const shown = /^[A-Z]\w*$/.test(literal) ? literal : kindOf(literal);
      report({
        id: 'literal.unknown',
        what: `${name} has no literal ${shown}`,
        place,
        sample: shown,
      });
      return;
    }
    walked.items.add(literalItem(name, literal));
    if (!isAtLeast(release, info.added)) {
      const what = `${name}.${literal} came with ${info.added}`;
      report({ id: 'version.too-new', what, place, sample: literal });
    } else if (info.deprecated !== undefined && isAtLeast(release, info.deprecated)) {
      const what = `${name}.${literal} is deprecated since ${info.deprecated}`;
      report({ id: 'version.deprecated', what, place: where, sample: literal });
    }
  };

  /** The companion of a literal says the same in words. */
  const compareText = (value: Record<string, unknown>, name: string, at: Place): void => {
    const companion = `${name}_l10n`;
    if (!(companion in value)) return;
    const named = alternatives(at)
      .flatMap((it) => (it.schema.items ? alternatives({ schema: it.schema.items, place: it.place }) : [it]))
      .find(({ schema }) => schema.enum);
    if (!named) return;
    const [said, words] = [[value[name]].flat(), [value[companion]].flat()];
    for (const [index, literal] of said.entries()) {
      const text = literal === null ? null : literalInfo(enumOf(named.place), String(literal))?.text;
      // A literal nobody knows has a text nobody knows.
      if (text === undefined || text === words[index]) continue;
      report({
        id: 'text.companion',
        what: `${companion} is not the text of ${literal === null ? 'null' : String(literal)}`,
        place: `${named.place}/x-display_enum_text`,
        sample: kindOf(words[index]),
      });
    }
  };

  visit(json, start, '');
  return walked;
}

/** What a value may be: a schema, or each of those it offers. */
function alternatives(at: Place): Place[] {
  const { schema, place } = resolve(at);
  if (!schema.anyOf) return [{ schema, place }];
  return schema.anyOf.flatMap((it: Schema, index) => alternatives({ schema: it, place: `${place}/anyOf/${index}` }));
}

const lastOf = (place: string): string => place.slice(place.lastIndexOf('/') + 1);

/** `volume` for `components/schemas/volume_instance` and for `…/related_volume`; an embedded object is its own. */
const resourceOf = (place: string): string => lastOf(place).replace(/^related_|_instance$/g, '');

/** Key of the table of literals, for the place of an enum. */
const enumOf = (place: string): string => lastOf(place).replace(/Enum$/, '');

function unknownAttribute(resource: string, name: string, value: unknown, place: string): Deviation {
  // Keys that are not like names may be data.
  const shown = /^[a-z][\da-z_]*$/.test(name) ? name : 'an attribute that is not named like one';
  return {
    id: 'attribute.unknown',
    what: `not in the contract: ${shown} of ${resource}`,
    place: `${place}/properties/${shown === name ? name : '*'}`,
    sample: kindOf(value),
  };
}

const time = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

/** What kind of value it is: all that may be told of one. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'list' : `list of ${kindOf(value[0])}`;
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'string') return time.test(value) ? 'time' : 'string';
  return typeof value;
}
