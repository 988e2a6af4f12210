// Rows of arrays without anything that tells whose they are: what is not known to be harmless is replaced by a reference,
// and equal values by equal ones, so that ids go on leading to what they led to.
import { attributeInfo, literals } from '@powerstore-api/types';
import type { Row } from '../array/rows.js';

const time = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const release = /^\d+(\.\d+){3}$/;

/** Attributes that hold the release of an array, which a recording is of no use without. */
const releases = new Set(['software_installed.release_version', 'remote_system.version']);

/** When the recording begins: every time in it is as far from that as it was from the time of the array. */
export const epoch = Date.UTC(2026, 0, 1);

export interface Anonymizer {
  rows(resource: string, rows: readonly Row[]): Row[];
}

/** One for all arrays of a recording. The time of the array is what becomes the beginning. */
export function createAnonymizer(now: number): Anonymizer {
  const references = new Map<string, string>();
  const counts = new Map<string, number>();

  const reference = (text: string): string => {
    const known = references.get(text);
    if (known !== undefined) return known;
    const kind = uuid.test(text) ? 'id' : 'text';
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const made = kind === 'id' ? `00000000-0000-4000-8000-${String(count).padStart(12, '0')}` : `text-${count}`;
    references.set(text, made);
    return made;
  };

  const shifted = (text: string): string =>
    new Date(Date.parse(text) - now + epoch).toISOString().replace('Z', '+00:00');

  const value = (it: unknown, harmless: ReadonlySet<string>): unknown => {
    if (typeof it === 'string') {
      if (it === '' || harmless.has(it)) return it;
      return time.test(it) ? shifted(it) : reference(it);
    }
    if (Array.isArray(it)) return it.map((item) => value(item, harmless));
    if (typeof it !== 'object' || it === null) return it;
    // An embedded object: its names are those of the API, and its literals are of some enum.
    return Object.fromEntries(
      Object.entries(it).map(([name, inner]) => [
        /^[a-z][\da-z_]*$/.test(name) ? name : reference(name),
        value(inner, /(^|_)(name|id|description)$/.test(name) ? nothing : anyLiteral),
      ]),
    );
  };

  return {
    rows: (resource, rows) =>
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, it]) => [
            name,
            releases.has(`${resource}.${name}`) && typeof it === 'string' && release.test(it)
              ? it
              : value(it, harmlessIn(resource, name)),
          ]),
        ),
      ),
  };
}

const nothing: ReadonlySet<string> = new Set();

const harmlessOf = new Map<string, ReadonlySet<string>>(
  Object.entries(literals).map(([name, all]) => [
    name,
    new Set(Object.entries(all).flatMap(([literal, { text }]) => [literal, text])),
  ]),
);

const anyLiteral: ReadonlySet<string> = new Set([...harmlessOf.values()].flatMap((all) => [...all]));

/** Literals of the attribute's enum, and their texts where it is the companion of one. */
function harmlessIn(resource: string, name: string): ReadonlySet<string> {
  const info = attributeInfo(resource, name) ?? attributeInfo(resource, name.replace(/_l10n$/, ''));
  const literalOf = info?.enum ?? attributeInfo(resource, name.replace(/_l10n$/, ''))?.enum;
  return (literalOf !== undefined && harmlessOf.get(literalOf)) || nothing;
}
