// What an array returned that the contract does not know, by the place where it belongs.
import pc from 'picocolors';
import type { ReportedFinding } from '../report/report.js';
import type { FindingId } from '../findings/finding-kinds.js';
import { describePlace } from './place.js';

/** All that was seen to differ at a place of the contract. */
export interface ObservedDrift {
  place: string;
  findings: ReportedFinding[];
}

/** Findings by which the contract and the array differ, rather than the array and itself. */
const kinds: ReadonlySet<string> = new Set<FindingId>([
  'attribute.unknown',
  'body.format',
  'body.null',
  'body.schema',
  'literal.unknown',
  'status.undocumented',
  'text.companion',
  'release.too-new',
]);

export function observedDrift(findings: readonly ReportedFinding[]): ObservedDrift[] {
  const places = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const { id, place } = finding;
    if (place === undefined || !kinds.has(id)) continue;
    places.set(place, [...(places.get(place) ?? []), finding]);
  }
  return [...places]
    .map(([place, found]) => ({ place, findings: found }))
    .toSorted((one, other) => one.place.localeCompare(other.place));
}

/** Drift as a section of the report for the terminal; nothing where there is none. */
export function describeObserved(findings: readonly ReportedFinding[]): string[] {
  const drift = observedDrift(findings);
  if (drift.length === 0) return [];
  return [
    '',
    pc.bold(`Drift: what the contract does not know (${drift.length} places)`),
    ...drift.flatMap(({ place, findings: found }) => [
      '',
      `  ${describePlace(place)}`,
      ...found.map(
        ({ id, message, sample }) => `    ${id}: ${message}${sample === undefined ? '' : pc.dim(`  seen: ${sample}`)}`,
      ),
    ]),
    '',
    pc.dim('  drift --report report.json --proposals drift.yaml writes it as YAML to paste into spec/.'),
  ];
}
