import type { Finding, Report } from '../../src/index.js';
import { reportOf } from '../../src/report/report.js';
import { inCommon } from '../../src/report/reported-finding.js';

/** The report of a run with these findings. */
export const reported = (...findings: Finding[]): Report => ({
  ...reportOf([], {
    started: new Date('2026-01-01T00:00:00Z'),
    mode: 'read-only',
    seed: '2026-11-28',
    control: false,
    arrays: [{ site: 'a', label: 'array a', release: '4.4.0.0' }],
  }),
  findings: inCommon(findings.map((finding) => ({ ...finding, checks: ['paging.parts'], sites: ['a'], times: 1 }))),
});
