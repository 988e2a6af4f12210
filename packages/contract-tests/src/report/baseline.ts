// Findings that somebody has accepted until a day.
import { printableLines, readYaml } from '@powerstore-api/settings';
import * as v from 'valibot';
import { stringify } from 'yaml';
import { mapTexts } from '../array/secrecy/map-texts.js';
import { type Finding, type FindingIdentity, findingKey } from '../findings/finding.js';
import type { FindingId } from '../findings/finding-kinds.js';
import { commonOf } from '../findings/together.js';
import { type Acceptance, type AcceptedPlace, acceptanceSchema } from './acceptance.js';
import type { Report } from './report.js';
import { placesOf, type ReportedFinding } from './reported-finding.js';

const baselineSchema = v.strictObject({ accepted: v.array(acceptanceSchema, 'accepted is a list of findings') });

const writeAnew = 'Delete the file, run again with --json, and write it anew with powerstore-contract baseline';

/**
 * Reads a baseline.
 *
 * @throws InputError that names the file, line and column of each mistake.
 */
export const readBaseline = (file: string): Acceptance[] =>
  mapTexts(
    readYaml(file, {
      what: 'baseline',
      schema: baselineSchema,
      remedy: 'powerstore-contract baseline writes one.',
      explain: (key) =>
        key === 'what'
          ? `this version no longer identifies findings by their text. ${writeAnew}`
          : key === 'operation' || key === 'status'
            ? `this version has the places of a finding as a list, places. ${writeAnew}`
            : undefined,
    }).value.accepted,
    printableLines,
  );

export const renderBaseline = (accepted: readonly Acceptance[]): string =>
  `# Accepted findings, each with its reason and its last day. powerstore-contract baseline adds to this file.\n${stringify({ accepted })}`;

/** The entry by which a finding at a place is accepted on a day. */
export const acceptanceOf = (finding: Finding, entries: readonly Acceptance[], today: string): Acceptance | undefined =>
  entries.find((entry) => entry.expires >= today && isFor(entry, finding));

/** Whether an entry is for a finding at its place. */
const isFor = (entry: Acceptance, finding: Finding): boolean =>
  entry.places === undefined
    ? isSame(entry, finding)
    : entry.places.some((place) => isAt({ id: entry.id, ...place }, finding));

/** Whether an entry and a finding are one, whatever the place. */
const isSame = ({ id, common }: Acceptance, finding: Finding): boolean =>
  id === finding.id && (common ?? '') === commonOf(finding);

/** Only at its end a run knows that an operation fails, and that what it found there is one finding. */
const isAt = (accepted: FindingIdentity, finding: FindingIdentity): boolean =>
  findingKey(accepted) === findingKey(finding) ||
  (accepted.id === ('operation.fails' satisfies FindingId) &&
    accepted.operation === finding.operation &&
    accepted.status === finding.status);

/**
 * The entries to look into, with the places in question: those that have expired while their finding is still there, and those
 * without a finding.
 */
export function outdated(
  entries: readonly Acceptance[],
  { findings, accepted = [], endedEarly, summary }: Report,
): Pick<Report, 'expired' | 'unmet'> {
  const [found, stillAccepted] = [placesOf(findings), placesOf(accepted)];
  // A run that left something out says nothing about the findings that it does not have.
  const isComplete = endedEarly === undefined && summary.outcomes['not-run'] === 0 && summary.outcomes.broken === 0;
  const isOpen = (entry: Acceptance): boolean => !stillAccepted.some((it) => isFor(entry, it));
  const isFound = (entry: Acceptance): boolean => found.some((it) => isFor(entry, it));
  const expired = entries.flatMap((entry) => partOf(entry, (it) => isOpen(it) && isFound(it)));
  const unmet = isComplete ? entries.flatMap((entry) => partOf(entry, (it) => isOpen(it) && !isFound(it))) : [];
  return { ...(expired.length > 0 && { expired }), ...(unmet.length > 0 && { unmet }) };
}

/** An entry with those of its places that fit; nothing where none does. */
function partOf(entry: Acceptance, fits: (one: Acceptance) => boolean): Acceptance[] {
  if (entry.places === undefined) return fits(entry) ? [entry] : [];
  const places = entry.places.filter((place) => fits({ ...entry, places: [place] }));
  return places.length > 0 ? [{ ...entry, places }] : [];
}

/** A baseline with further findings. What it has already of them gets the new reason and day. */
export function withAccepted(
  entries: readonly Acceptance[],
  findings: readonly ReportedFinding[],
  { everywhere, ...until }: Pick<Acceptance, 'reason' | 'expires' | 'everywhere'>,
): Acceptance[] {
  const added = findings.map((finding): Acceptance => {
    const { id, message, places } = finding;
    const common = commonOf(finding);
    const where = everywhere ? { everywhere } : { places: places.map(placeOf) };
    return { id, ...(common !== '' && { common }), message, ...until, ...where };
  });
  const isReplaced = (entry: Acceptance): boolean =>
    added.some(
      (it) =>
        it.id === entry.id &&
        (it.places === undefined || entry.places === undefined
          ? it.common === entry.common
          : entry.places.every((one) =>
              it.places?.some((other) => isAt({ id: it.id, ...one }, { id: it.id, ...other })),
            )),
    );
  return [...entries.flatMap((entry) => partOf(entry, (it) => !isReplaced(it))), ...added];
}

const placeOf = ({ operation, status, place, subject }: FindingIdentity): AcceptedPlace => ({
  operation,
  status,
  ...(place !== undefined && { place }),
  ...(subject !== undefined && { subject }),
});

export const today = (): string => new Date().toISOString().slice(0, 10);
