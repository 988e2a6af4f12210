// Findings that somebody has accepted, until a day.
import { readYaml } from '@powerstore-api/settings';
import * as v from 'valibot';
import { stringify } from 'yaml';
import type { Finding } from '../findings/finding.js';
import { type Acceptance, acceptanceSchema } from './acceptance.js';
import type { Report, ReportedFinding } from './report.js';

const baselineSchema = v.strictObject({ accepted: v.array(acceptanceSchema, 'accepted is a list of findings') });

/**
 * Reads a baseline.
 *
 * @throws InputError that names file, line and column of what is wrong.
 */
export const readBaseline = (file: string): Acceptance[] =>
  readYaml(file, {
    what: 'baseline',
    schema: baselineSchema,
    remedy: 'powerstore-contract baseline writes one.',
  }).value.accepted;

export const renderBaseline = (accepted: readonly Acceptance[]): string =>
  `# Findings that are accepted, each with its reason and its last day. powerstore-contract baseline adds to it.\n${stringify({ accepted })}`;

const concerns = (entry: Acceptance, { id, operationId, what, place }: Finding): boolean =>
  entry.id === id && entry.operation === operationId && entry.what === what && entry.place === place;

/** The entry by which a finding is accepted on a day. */
export const acceptanceOf = (finding: Finding, entries: readonly Acceptance[], today: string): Acceptance | undefined =>
  entries.find((entry) => concerns(entry, finding) && entry.expires >= today);

const isIn =
  (list: readonly ReportedFinding[]) =>
  (entry: Acceptance): boolean =>
    list.some((it) => concerns(entry, it));

/** What has to be seen to: entries that accept no longer what is still there, and those of what is there no more. */
export function outdated(
  entries: readonly Acceptance[],
  { findings, accepted = [], lost, summary }: Report,
): Pick<Report, 'expired' | 'unmet'> {
  const expired = entries.filter((entry) => isIn(findings)(entry) && !isIn(accepted)(entry));
  // What was not looked for says nothing.
  const isComplete = lost === undefined && summary.outcomes['not-run'] === 0 && summary.outcomes.broken === 0;
  const unmet = isComplete ? entries.filter((entry) => !isIn(findings)(entry) && !isIn(accepted)(entry)) : [];
  return { ...(expired.length > 0 && { expired }), ...(unmet.length > 0 && { unmet }) };
}

/** A baseline with further findings; those that are in it already get the new reason and day. */
export function withAccepted(
  entries: readonly Acceptance[],
  findings: readonly Finding[],
  { reason, expires }: Pick<Acceptance, 'reason' | 'expires'>,
): Acceptance[] {
  const added = findings.map(({ id, operationId, what, place }) => ({
    id,
    operation: operationId,
    what,
    ...(place !== undefined && { place }),
    reason,
    expires,
  }));
  return [...entries.filter((entry) => !findings.some((finding) => concerns(entry, finding))), ...added];
}

export const today = (): string => new Date().toISOString().slice(0, 10);
