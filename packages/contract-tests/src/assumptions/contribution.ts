// A report as a file to attach to an issue: only names of the API, releases and counts.
import { type AssumptionResult } from '../report/assumption-result.js';
import type { CheckOutcome } from '../report/check-record.js';
import type { Placed } from '../report/reported-finding.js';
import type { Report } from '../report/report.js';
import { findingKinds } from '../findings/finding-kinds.js';
import { checkIds } from './check-ids.js';

/** Counts up when something in it changes its meaning or is removed. */
const contributionFormat = 1;

type Told = Pick<
  Placed,
  'id' | 'severity' | 'operation' | 'status' | 'place' | 'subject' | 'message' | 'sample' | 'sites'
>;

/** The part of a report that helps the contract. */
export interface Contribution {
  format: typeof contributionFormat;
  tool: Report['tool'];
  contract: string;
  mode: Report['mode'];
  arrays: { site: 'a' | 'b'; release: string }[];
  verdict: Report['summary']['verdict'];
  coverage: Report['summary']['coverage'];
  checks: { check: string; site: 'a' | 'b'; outcome: CheckOutcome }[];
  findings: Told[];
  /** Findings at places where the contract may be wrong. */
  drift: { place: string; findings: string[] }[];
  assumptions: AssumptionResult[];
}

/**
 * Leaves out everything that a team wrote itself or that nobody else needs: names of arrays, times, samples of answers, reasons,
 * and the checks of a team's own with their findings.
 */
export function contributionOf(
  report: Report,
  drift: readonly { place: string; findings: readonly Placed[] }[],
): Contribution {
  const { tool, contract, mode, arrays, summary, checks, findings, assumptions } = report;
  return {
    format: contributionFormat,
    tool,
    contract,
    mode,
    arrays: arrays.map(({ site, release }) => ({ site, release })),
    verdict: summary.verdict,
    coverage: summary.coverage,
    checks: checks
      .filter(({ check }) => checkIds.has(check))
      .map(({ check, site, outcome }) => ({ check, site, outcome })),
    findings: findings.filter(isOfSuite).map(told),
    drift: drift.map((it) => ({ place: it.place, findings: it.findings.filter(isOfSuite).map(({ id }) => id) })),
    // A reason may be that of a check.
    assumptions: assumptions.map(({ assumption, state, evidence }) => ({
      assumption,
      state,
      ...(evidence && { evidence }),
    })),
  };
}

const isOfSuite = ({ id, checks }: Placed): boolean =>
  Object.hasOwn(findingKinds, id) && checks.some((it) => checkIds.has(it));

const told = ({ id, severity, operation, status, place, subject, message, sample, sites }: Placed): Told => ({
  id,
  severity,
  operation,
  status,
  ...(place !== undefined && { place }),
  ...(subject !== undefined && { subject }),
  message,
  ...(sample !== undefined && { sample }),
  sites,
});
