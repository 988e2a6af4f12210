// Findings that somebody has accepted until a day.
import { printableLines, readYaml } from '@powerstore-api/settings';
import * as v from 'valibot';
import { stringify } from 'yaml';
import { mapTexts } from '../array/secrecy/map-texts.js';
import { type Finding, findingKey, identityOf } from '../findings/finding.js';
import { type Acceptance, acceptanceSchema } from './acceptance.js';
import type { Report } from './report.js';

const baselineSchema = v.strictObject({ accepted: v.array(acceptanceSchema, 'accepted is a list of findings') });

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
          ? 'this version no longer identifies findings by their text. Delete the file, run again with --json, and write it anew with powerstore-contract baseline'
          : undefined,
    }).value.accepted,
    printableLines,
  );

export const renderBaseline = (accepted: readonly Acceptance[]): string =>
  `# Accepted findings, each with its reason and its last day. powerstore-contract baseline adds to this file.\n${stringify({ accepted })}`;

/** The entry by which a finding is accepted on a day. */
export function acceptanceOf(finding: Finding, entries: readonly Acceptance[], today: string): Acceptance | undefined {
  const key = findingKey(finding);
  return entries.find((entry) => findingKey(entry) === key && entry.expires >= today);
}

/** The entries to look into: those that have expired while their finding is still there, and those without a finding. */
export function outdated(
  entries: readonly Acceptance[],
  { findings, accepted = [], endedEarly, summary }: Report,
): Pick<Report, 'expired' | 'unmet'> {
  const [found, stillAccepted] = [new Set(findings.map(findingKey)), new Set(accepted.map(findingKey))];
  const open = entries.filter((entry) => !stillAccepted.has(findingKey(entry)));
  const expired = open.filter((entry) => found.has(findingKey(entry)));
  // A run that left something out says nothing about the findings that it does not have.
  const isComplete = endedEarly === undefined && summary.outcomes['not-run'] === 0 && summary.outcomes.broken === 0;
  const unmet = isComplete ? open.filter((entry) => !found.has(findingKey(entry))) : [];
  return { ...(expired.length > 0 && { expired }), ...(unmet.length > 0 && { unmet }) };
}

/** A baseline with further findings. Those that it has already get the new reason and day. */
export function withAccepted(
  entries: readonly Acceptance[],
  findings: readonly Finding[],
  { reason, expires }: Pick<Acceptance, 'reason' | 'expires'>,
): Acceptance[] {
  const added = findings.map((finding) => ({ ...identityOf(finding), message: finding.message, reason, expires }));
  const keys = new Set(added.map(findingKey));
  return [...entries.filter((entry) => !keys.has(findingKey(entry))), ...added];
}

export const today = (): string => new Date().toISOString().slice(0, 10);
