// A run and its result as data. Every report is made from it.
import { createRequire } from 'node:module';
import { contractRelease, type Safety } from '@powerstore-api/types';
import { countCovered, type Counts, type Covered, coverageOf } from './coverage.js';
import { byGravity } from '../findings/gravity.js';
import { withFailingOperations } from './failing-operations.js';
import { gather, type ReportedFinding, withoutEvidence } from './reported-finding.js';
import type { AssumptionResult } from './assumption-result.js';
import type { Acceptance } from './acceptance.js';
import type { AcceptedFinding, CheckRecord, CheckOutcome } from './check-record.js';
import type { Site } from '../array/target/target.js';
import { operationsOfNone } from './lacks.js';

const { name, version } = createRequire(import.meta.url)('../../package.json') as { name: string; version: string };

/** The format of reports that this version writes and reads. */
export const reportFormat = 3;

/** A run. `format` counts up when something in it changes its meaning or is removed. */
export interface Report {
  format: typeof reportFormat;
  tool: { name: string; version: string };
  /** The release of the API that the contract describes. */
  contract: string;
  started: string;
  ended: string;
  mode: Safety;
  /** Decided which queries were asked. */
  seed: string;
  arrays: { site: Site; label: string; release: string }[];
  summary: Summary;
  /** The sessions that the run could not put back as they were. */
  notRestored?: string[];
  /** The reason why there is no verdict: the run ended early, or it sent what it may not send. */
  endedEarly?: string;
  findings: ReportedFinding[];
  /** Findings that the baseline accepts. */
  accepted?: ReportedFinding<AcceptedFinding>[];
  /** Entries of the baseline that have expired while their finding is still there. */
  expired?: Acceptance[];
  /** Entries of the baseline whose finding is not there any more. */
  unmet?: Acceptance[];
  /** What the run says of each assumption of the contract. */
  assumptions: AssumptionResult[];
  checks: CheckRecord[];
  coverage: Covered[];
}

export interface Summary {
  verdict: 'conforms' | 'does-not-conform' | 'no-verdict';
  outcomes: Record<CheckOutcome, number>;
  /**
   * Items of the contract: all there are, those that can be seen on this target in this mode, those that were seen in an answer, and
   * those that the array only accepted in a filter.
   */
  coverage: Counts;
  requests: number;
}

export interface RunFacts {
  started: Date;
  mode: Safety;
  seed: string;
  control: boolean;
  arrays: Report['arrays'];
  notRestored?: string[] | undefined;
  assumptions?: readonly AssumptionResult[] | undefined;
  /** The reason for which somebody ended the run early. */
  interrupted?: string | undefined;
  /** The writes that the arrays got although the run may not send them. */
  forbiddenWrites?: readonly string[] | undefined;
}

export function reportOf(
  records: readonly CheckRecord[],
  {
    started,
    mode,
    seed,
    control,
    arrays,
    notRestored = [],
    interrupted,
    forbiddenWrites = [],
    assumptions = [],
  }: RunFacts,
): Report {
  const checks = withFailingOperations(records);
  const findings = byGravity(gather(checks, (it) => it.findings));
  const accepted = byGravity(gather(checks, (it) => it.accepted ?? []));
  const lacked = operationsOfNone(
    { findings, accepted },
    arrays.map(({ site }) => site),
  );
  const coverage = coverageOf({ release: arrays[0]?.release ?? contractRelease, mode, control, lacked }, checks);
  const endedEarly =
    describeForbidden(forbiddenWrites) ?? interrupted ?? checks.find((it) => it.arrayLost !== undefined)?.arrayLost;
  const count = (outcome: CheckOutcome): number => checks.filter((it) => it.outcome === outcome).length;
  // An array that the run cannot put back does not do what its contract says.
  const fails = findings.some(({ severity }) => severity === 'error') || count('broken') > 0 || notRestored.length > 0;
  return {
    format: reportFormat,
    tool: { name, version },
    contract: contractRelease,
    started: started.toISOString(),
    ended: new Date().toISOString(),
    mode,
    seed,
    arrays,
    summary: {
      verdict: endedEarly !== undefined || checks.length === 0 ? 'no-verdict' : fails ? 'does-not-conform' : 'conforms',
      outcomes: {
        passed: count('passed'),
        failed: count('failed'),
        broken: count('broken'),
        'not-applicable': count('not-applicable'),
        'not-run': count('not-run'),
      },
      coverage: countCovered(coverage),
      requests: checks.reduce((sum, { requests }) => sum + requests, 0),
    },
    ...(notRestored.length > 0 && { notRestored }),
    ...(endedEarly !== undefined && { endedEarly }),
    findings,
    ...(accepted.length > 0 && { accepted }),
    assumptions: [...assumptions],
    checks: checks.map(inReport),
    coverage,
  };
}

/** A record as the report has it: the gravest findings first, and without evidence. */
function inReport(record: CheckRecord): CheckRecord {
  const { findings, accepted } = record;
  return {
    ...record,
    findings: byGravity(findings).map(withoutEvidence),
    ...(accepted && { accepted: byGravity(accepted).map(withoutEvidence) }),
  };
}

/** A run that did what it may not do has no verdict, whatever it found. */
const describeForbidden = (writes: readonly string[]): string | undefined =>
  writes.length === 0
    ? undefined
    : `the array got requests that the run may not send: ${[...new Set(writes)].join(', ')}. A check of your own sent them; look at the array, and correct the check`;
