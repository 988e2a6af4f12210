// Answers of an array that the contract does not know, by their place in the contract.
import pc from 'picocolors';
import { type Placed, placesOf, type ReportedFinding } from '../report/reported-finding.js';
import type { FindingId } from '../findings/finding-kinds.js';
import { describePlace } from './source-location.js';

/** The findings at a place of the contract. */
export interface ObservedDrift {
  place: string;
  findings: Placed[];
}

/** Findings that may be mistakes of the contract, rather than of the array. */
const kinds: ReadonlySet<string> = new Set<FindingId>([
  'assumption.contradicted',
  'attribute.unknown',
  'body.format',
  'body.null',
  'body.schema',
  'literal.spelling',
  'literal.unknown',
  'status.undocumented',
  'text.companion',
  'release.too-new',
]);

const answerOf = ({ operation, status }: Placed): string => `${operation} ${status}`;

export function observedDrift(findings: readonly ReportedFinding[]): ObservedDrift[] {
  const all = placesOf(findings);
  const failed = new Set(all.filter(({ id, severity }) => severity === 'error' && !kinds.has(id)).map(answerOf));
  const places = new Map<string, Placed[]>();
  for (const finding of all) {
    const { id, place } = finding;
    if (place === undefined || !kinds.has(id)) continue;
    // A status that failed a check is wrong: to document it would make the fault a promise.
    if (id === 'status.undocumented' && failed.has(answerOf(finding))) continue;
    places.set(place, [...(places.get(place) ?? []), finding]);
  }
  return [...places]
    .map(([place, found]) => ({ place, findings: found }))
    .toSorted((one, other) => one.place.localeCompare(other.place));
}

/**
 * Drift as a section of the report on the terminal; without drift, no lines. A finding at more than so many places of the contract
 * is about the array as a whole, and its places are only counted.
 */
export function describeObserved(findings: readonly ReportedFinding[], maxPlaces = Infinity): string[] {
  const drift = observedDrift(findings);
  if (drift.length === 0) return [];
  const wide = findings.filter((finding) => observedDrift([finding]).length > maxPlaces);
  return [
    '',
    pc.bold(`Drift: the array differs from the contract (${drift.length} ${drift.length === 1 ? 'place' : 'places'})`),
    ...wide.flatMap((finding) => [
      '',
      `  ${observedDrift([finding]).length} places, which powerstore-contract drift --report report.json lists`,
      `    ${finding.id}: ${finding.message}`,
    ]),
    ...observedDrift(findings.filter((finding) => !wide.includes(finding))).flatMap(({ place, findings: found }) => [
      '',
      `  ${describePlace(place)}`,
      ...new Set(found.map(describe)),
    ]),
  ];
}

/** The next step after a run with drift. */
export const proposalsHint =
  'powerstore-contract drift --report report.json --proposals drift.yaml writes it as YAML to paste into spec/.';

const describe = ({ id, message, sample }: Placed): string =>
  `    ${id}: ${message}${sample === undefined ? '' : pc.dim(`  seen: ${sample}`)}`;
