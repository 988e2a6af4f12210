// What a run was and what came of it, as data: every report is made from this.
import { createRequire } from 'node:module';
import type { Safety } from '@powerstore-api/types';
import { contractVersion } from '../contract/contract.js';
import { type Covered, coverageOf } from './coverage.js';
import type { Finding } from '../findings/finding.js';
import type { Acceptance } from './acceptance.js';
import type { AcceptedFinding, CheckRecord, CheckOutcome } from './check-record.js';
import type { Site } from '../array/target.js';

const { name, version } = createRequire(import.meta.url)('../../package.json') as { name: string; version: string };

/** A finding once, however often and by however many checks it was met. */
export interface ReportedFinding extends Finding {
  checks: string[];
  sites: Site[];
  times: number;
}

/** A run: `format` counts up when something that was there changes its meaning or goes. */
export interface Report {
  format: 1;
  tool: { name: string; version: string };
  /** Release of the API that the contract describes. */
  contract: string;
  started: string;
  ended: string;
  mode: Safety;
  arrays: { site: Site; label: string; release: string }[];
  summary: Summary;
  /** What could not be put back as it was, first of all. */
  notRestored?: string[];
  /** Why the array was not asked to the end. */
  lost?: string;
  findings: ReportedFinding[];
  /** Findings that the baseline accepts. */
  accepted?: (ReportedFinding & AcceptedFinding)[];
  /** Entries of the baseline whose day is over, while what they accepted is still there. */
  expired?: Acceptance[];
  /** Entries of the baseline that nothing was found for any more. */
  unmet?: Acceptance[];
  checks: CheckRecord[];
  coverage: Covered[];
}

export interface Summary {
  verdict: 'conforms' | 'does-not-conform' | 'no-verdict';
  outcomes: Record<CheckOutcome, number>;
  /** Of all there is in the contract: what can be seen on this target in this mode, and what was. */
  coverage: { all: number; attainable: number; reached: number };
  requests: number;
}

export interface RunFacts {
  started: Date;
  mode: Safety;
  control: boolean;
  arrays: Report['arrays'];
  notRestored?: string[] | undefined;
  /** Why the run was ended before its time. */
  interrupted?: string | undefined;
}

export function reportOf(
  checks: readonly CheckRecord[],
  { started, mode, control, arrays, notRestored = [], interrupted }: RunFacts,
): Report {
  const coverage = coverageOf({ release: arrays[0]?.release ?? contractVersion, mode, control }, checks);
  const findings = collect(checks, (it) => it.findings);
  const accepted = collect(checks, (it) => it.accepted ?? []);
  const lost = interrupted ?? checks.find((it) => it.lost !== undefined)?.lost;
  const count = (outcome: CheckOutcome): number => checks.filter((it) => it.outcome === outcome).length;
  // An array that cannot be put back has not done what its contract says it does.
  const fails = findings.some(({ severity }) => severity === 'error') || count('broken') > 0 || notRestored.length > 0;
  return {
    format: 1,
    tool: { name, version },
    contract: contractVersion,
    started: started.toISOString(),
    ended: new Date().toISOString(),
    mode,
    arrays,
    summary: {
      verdict: lost !== undefined || checks.length === 0 ? 'no-verdict' : fails ? 'does-not-conform' : 'conforms',
      outcomes: {
        passed: count('passed'),
        failed: count('failed'),
        broken: count('broken'),
        'not-applicable': count('not-applicable'),
        'not-run': count('not-run'),
      },
      coverage: {
        all: coverage.length,
        attainable: coverage.filter(({ attainable }) => attainable).length,
        reached: coverage.filter(({ by }) => by.length > 0).length,
      },
      requests: checks.reduce((sum, { requests }) => sum + requests, 0),
    },
    ...(notRestored.length > 0 && { notRestored }),
    ...(lost !== undefined && { lost }),
    findings,
    ...(accepted.length > 0 && { accepted }),
    checks: [...checks],
    coverage,
  };
}

/** Findings of some kind once each, with who met them. */
function collect<T extends Finding>(
  checks: readonly CheckRecord[],
  findingsOf: (record: CheckRecord) => readonly T[],
): (T & ReportedFinding)[] {
  const found = new Map<string, T & ReportedFinding>();
  for (const record of checks) {
    const { check, site } = record;
    for (const finding of findingsOf(record)) {
      const key = findingKey(finding);
      const known = found.get(key) ?? { ...finding, checks: [], sites: [], times: 0 };
      if (!known.checks.includes(check)) known.checks.push(check);
      if (!known.sites.includes(site)) known.sites.push(site);
      known.times += 1;
      found.set(key, known);
    }
  }
  return [...found.values()];
}

/** What makes two findings the same, in a run and from one run to another. */
export const findingKey = ({ id, operationId, status, what, place }: Finding): string =>
  JSON.stringify([id, operationId, status, what, place]);
