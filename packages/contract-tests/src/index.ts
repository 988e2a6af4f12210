/**
 * Checks that a Dell PowerStore array answers as its API contract says.
 *
 * @module
 */
export { type Check, defineCheck } from './checks/check.js';
export { contractVersion } from './contract.js';
export type { Covered, Dimension, Item } from './coverage.js';
export type { Exam } from './exam.js';
export { describeFinding, type Finding, type FindingKind, type Severity } from './finding.js';
export { type FindingId, findingKinds } from './finding-kinds.js';
export { type Mode, modes, type Permit } from './mode.js';
export { type Change, type ChangedCheck, type Difference, diffReports } from './diff.js';
export { readReport } from './read-report.js';
export { renderers, type ReportKind } from './render/index.js';
export type { Report, ReportedFinding, Summary } from './report.js';
export { runContract, type RunOptions } from './run/run-contract.js';
export { targetFrom } from './settings/array-target.js';
export { type ArraySettings, type Settings, settingsFromEnvironment } from './settings/settings.js';
export type { AcceptedFinding, CheckRecord, Outcome } from './check-record.js';
export { type ArrayTarget, CannotRunError, type Site } from './target.js';
