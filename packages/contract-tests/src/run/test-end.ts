import { describeTogether } from '../findings/describe-finding.js';
import type { CheckRecord } from '../report/check-record.js';

/** The end of a check, as a test runner has it. */
export type TestEnd =
  | { end: 'passed' }
  | { end: 'skipped'; reason: string }
  | { end: 'failed'; reasons: readonly string[] };

/** Findings that are errors fail the test of a check, and so does a check that broke. */
export function testEndOf({ outcome, reason = '', findings }: CheckRecord): TestEnd {
  if (outcome === 'not-applicable' || outcome === 'not-run') return { end: 'skipped', reason };
  const reasons = [
    ...describeTogether(findings.filter(({ severity }) => severity === 'error')),
    ...(outcome === 'broken' ? [reason] : []),
  ];
  return reasons.length > 0 ? { end: 'failed', reasons } : { end: 'passed' };
}
