/**
 * Checks that a Dell PowerStore array answers as its API contract says.
 *
 * @module
 */
export { contractVersion } from './contract.js';
export { describeFinding, type Finding } from './finding.js';
export { runContract, type RunOptions } from './run.js';
export { type CheckRecord, contractSuite } from './suite.js';
export {
  type ArrayTarget,
  CannotRunError,
  settingsFromEnvironment,
  targetFrom,
  type TargetSettings,
} from './target.js';
export { type CheckResult, type Coverage, type Verdict, verdictOf } from './verdict.js';
