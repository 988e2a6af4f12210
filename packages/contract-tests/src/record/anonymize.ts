// Rows of arrays without anything that tells whose they are. Every value that is not known to be harmless becomes a
// reference. Equal values become equal references, so that ids lead to the same rows as before.
import { attributeInfo, literals } from '@powerstore-api/types';
import { isContractName } from '../array/rows/contract-names.js';
import type { Row } from '../array/rows/rows.js';
import { textKindOf } from '../array/secrecy/text-kind.js';
import { secondsOf } from '../array/rows/time.js';

const release = /^\d+(\.\d+){3}$/;

/** Attributes with the release of an array. The simulator needs them. */
const releaseAttributes = new Set(['software_installed.release_version', 'remote_system.version']);

/** The time at which a recording begins, in milliseconds. All times in it are shifted by the same amount. */
export const recordingStartMs = Date.UTC(2026, 0, 1);

export interface Anonymizer {
  rows(resource: string, rows: readonly Row[]): Row[];
}

/** Anonymizes all arrays of a recording. `arrayTimeMs` is the time of the array when it was read. */
export function createAnonymizer(arrayTimeMs: number): Anonymizer {
  const referenceOf = createReferences();

  const shift = (text: string): string =>
    new Date(Math.round(Number(secondsOf(text)) * 1000) - arrayTimeMs + recordingStartMs)
      .toISOString()
      .replace('Z', '+00:00');

  const anonymize = (value: unknown, harmless: ReadonlySet<string>): unknown => {
    if (typeof value === 'string') {
      if (value === '' || harmless.has(value)) return value;
      return textKindOf(value) === 'time' ? shift(value) : referenceOf(value);
    }
    if (Array.isArray(value)) return value.map((item) => anonymize(item, harmless));
    if (typeof value !== 'object' || value === null) return value;
    // An embedded object. Its attributes are names of the API, and its literals may be of any enum.
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        isContractName(name) ? name : referenceOf(name),
        anonymize(inner, /(^|_)(name|id|description)$/.test(name) ? nothing : anyLiteral),
      ]),
    );
  };

  const attribute = (resource: string, name: string, value: unknown): unknown =>
    releaseAttributes.has(`${resource}.${name}`) && typeof value === 'string' && release.test(value)
      ? value
      : anonymize(value, harmlessIn(resource, name));

  return {
    rows: (resource, rows) =>
      rows.map((row) =>
        Object.fromEntries(
          // Nobody has asked for any other attribute, and its name may be data.
          Object.entries(row)
            .filter(([name]) => isContractName(name))
            .map(([name, value]) => [name, attribute(resource, name, value)]),
        ),
      ),
  };
}

/** References for texts: ids that look like ids, and numbered texts. */
function createReferences(): (text: string) => string {
  const references = new Map<string, string>();
  const counts = { id: 0, text: 0 };
  return (text) => {
    const known = references.get(text);
    if (known !== undefined) return known;
    const kind = textKindOf(text) === 'id' ? 'id' : 'text';
    counts[kind] += 1;
    const number = String(counts[kind]);
    const reference = kind === 'id' ? `00000000-0000-4000-8000-${number.padStart(12, '0')}` : `text-${number}`;
    references.set(text, reference);
    return reference;
  };
}

const nothing: ReadonlySet<string> = new Set();

/** The literals of each enum and their texts. */
const harmlessTexts = new Map<string, ReadonlySet<string>>(
  Object.entries(literals).map(([name, all]) => [
    name,
    new Set(Object.entries(all).flatMap(([literal, { text }]) => [literal, text])),
  ]),
);

const anyLiteral: ReadonlySet<string> = new Set([...harmlessTexts.values()].flatMap((all) => [...all]));

/** The literals of the attribute's enum; for a companion with texts (`state_l10n`), those of the attribute it goes with. */
function harmlessIn(resource: string, name: string): ReadonlySet<string> {
  const base = attributeInfo(resource, name.replace(/_l10n$/, ''));
  const enumName = (attributeInfo(resource, name) ?? base)?.enum ?? base?.enum;
  return (enumName !== undefined && harmlessTexts.get(enumName)) || nothing;
}
