import type { ShownEvidence } from './evidence.js';
import type { Finding } from './finding.js';
import { commonMessage, distinct, type Spot, spotsOf, together } from './together.js';

/** A finding, and the places that it has in common; alone, it is its only place. */
type WithPlaces = Finding & {
  places?: readonly Pick<Finding, 'operation' | 'request' | 'status' | 'subject' | 'evidence'>[];
};

/** The lines for places before the rest of them is only counted. */
const maxSpots = 6;

/** The names at a spot before the rest of them is only counted. */
const maxSubjects = 8;

/** A finding as it is printed: message, places, the request and the answer of the first place, and remedy. */
export function describeFinding(finding: WithPlaces): string {
  const { id, message, remedy, places = [finding] } = finding;
  const spots = spotsOf(places);
  const shown = spots.slice(0, spots.length > maxSpots ? maxSpots - 1 : maxSpots);
  const others = spots.length - shown.length;
  return [
    `${id}: ${message}${places.length > 1 ? ` (${places.length} places)` : ''}`,
    ...shown.map((spot, index) => `${index === 0 ? '  at      ' : '          '}${describeSpot(spot)}`),
    ...(others > 0 ? [`          and ${others} other answers, which the reports list`] : []),
    ...describeEvidence(places[0]?.evidence),
    `  remedy  ${remedy}`,
  ].join('\n');
}

function describeEvidence(evidence: ShownEvidence | undefined): string[] {
  if (!evidence) return [];
  const { curl, isWrite, body } = evidence;
  return [
    `  ${isWrite ? 'write ' : 'curl  '}  ${curl}`,
    ...(body === undefined ? [] : [`  answer  ${beginning(JSON.stringify(body))}`]),
  ];
}

/** The beginning of a text that is too long for a line. */
const beginning = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

function describeSpot({ where, subjects }: Spot): string {
  if (subjects.length === 0) return where;
  const rest = subjects.length - maxSubjects;
  return `${where}: ${subjects.slice(0, maxSubjects).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** The findings of a check: those with one cause are one. */
export const describeTogether = (findings: readonly Finding[]): string[] =>
  together(distinct(findings)).map((places) =>
    describeFinding({ ...places[0], message: commonMessage(places), places }),
  );
