import { type OperationId, operations } from '@powerstore-api/types';
import type { Finding } from './finding.js';
import type { CheckRecord } from './suite.js';

/** One check, as it went. */
export interface CheckResult extends CheckRecord {
  title: string;
  passed: boolean;
  /** Why it failed where no finding says so: the array did not answer, or the check itself broke. */
  failure?: string;
}

export interface Verdict {
  conforms: boolean;
  passed: number;
  failed: number;
  /** Each finding once, however many checks met it. */
  findings: Finding[];
  /** Worth knowing, and no reason to fail. */
  notes: Finding[];
  /** Why the array could not be asked to the end; there is no verdict then. */
  lost?: string;
  failures: { check: string; failure: string }[];
  coverage: Coverage[];
}

/** Which of an operation's documented statuses were seen. */
export interface Coverage {
  operationId: OperationId;
  seen: number[];
  notSeen: number[];
}

export function verdictOf(results: readonly CheckResult[]): Verdict {
  const failed = results.filter(({ passed }) => !passed);
  const lost = results.find((result) => result.lost !== undefined)?.lost;
  const unique = new Map(results.flatMap(({ findings }) => findings.map((it) => [JSON.stringify(it), it])));
  return {
    conforms: results.length > 0 && failed.length === 0,
    ...(lost !== undefined && { lost }),
    passed: results.length - failed.length,
    failed: failed.length,
    findings: [...unique.values()].filter(({ note }) => !note),
    notes: [...unique.values()].filter(({ note }) => note),
    failures: failed.flatMap(({ check, failure, findings }) =>
      failure !== undefined && lost === undefined && findings.every(({ note }) => note) ? [{ check, failure }] : [],
    ),
    coverage: coverageOf(results),
  };
}

function coverageOf(results: readonly CheckResult[]): Coverage[] {
  const seen = new Set(results.flatMap((it) => it.seen.map(({ operationId, status }) => `${operationId} ${status}`)));
  return (Object.keys(operations) as OperationId[]).map((operationId) => {
    const { statuses } = operations[operationId];
    const wasSeen = (status: number) => seen.has(`${operationId} ${status}`);
    return { operationId, seen: statuses.filter(wasSeen), notSeen: statuses.filter((it) => !wasSeen(it)) };
  });
}
