import { type OperationId, operations } from '@powerstore-api/types';
import type { Finding } from './finding.js';
import type { CheckRecord } from './suite.js';

/** One check, as it went. */
export interface CheckResult extends Omit<CheckRecord, 'check'> {
  check: string;
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
  const unique = new Map(results.flatMap(({ findings }) => findings.map((it) => [JSON.stringify(it), it])));
  return {
    conforms: results.length > 0 && failed.length === 0,
    passed: results.length - failed.length,
    failed: failed.length,
    findings: [...unique.values()],
    failures: failed.flatMap(({ check, failure, findings }) =>
      failure !== undefined && findings.length === 0 ? [{ check, failure }] : [],
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
