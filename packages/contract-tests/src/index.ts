/**
 * Checks that a Dell PowerStore array answers as its API contract says.
 *
 * @module
 */
export { InputError, isInputError } from '@powerstore-api/types';
export { type Check, defineCheck } from './checks/define-check.js';
export { contractRelease } from '@powerstore-api/types';
export type { Covered } from './report/coverage.js';
export type { Dimension, Item } from './contract/items.js';
export type { CheckContext } from './checks/context/check-context.js';
export { describeFinding } from './findings/describe-finding.js';
export type { Finding, FindingIdentity, FindingKind, Severity } from './findings/finding.js';
export type { Evidence, ShownEvidence } from './findings/evidence.js';
export { type FindingId, findingKinds } from './findings/finding-kinds.js';
export type { Permit } from './array/target/permit.js';
export { type Change, type ChangedCheck, type Difference, diffReports } from './report/diff-reports.js';
export { readReport } from './report/read-report.js';
export { renderers, type ReportKind } from './report/render/index.js';
export type { Report, Summary } from './report/report.js';
export type { Placed, ReportedFinding } from './report/reported-finding.js';
export { runContract, type RunOptions } from './run/run-contract.js';
export type { StatusLine } from './run/status-line.js';
export { configuredArrays } from './settings/configured-arrays.js';
export type { AcceptedFinding, CheckRecord, CheckOutcome } from './report/check-record.js';
export { type ArrayTarget, CannotRunError, type Pace, type Site } from './array/target/target.js';
