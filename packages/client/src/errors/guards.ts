import { isInputError } from '@powerstore-api/types';
import { hasCode } from './has-code.js';
import type { ApiError } from './api-error.js';
import type { AuthenticationError } from './authentication-error.js';
import type { ContractError } from './contract-error.js';
import type { JobError } from './job-error.js';
import type { JobNotFoundError } from './job-not-found-error.js';
import type { NetworkError } from './network-error.js';
import type { NotCarriedOutError } from './not-carried-out-error.js';
import type { NotFoundError } from './not-found-error.js';
import type { OutcomeUnknownError } from './outcome-unknown-error.js';
import type { PairError } from './pair-error.js';
import type { PermissionError } from './permission-error.js';
import type { PowerStoreError } from './powerstore-error.js';
import type { SafetyError } from './safety-error.js';
import type { UnsupportedError } from './unsupported-error.js';
import type { WaitError } from './wait-error.js';
import type { WaitStuckError } from './wait-stuck-error.js';
import type { WaitTimeoutError } from './wait-timeout-error.js';

/**
 * Whether an error is from this package.
 *
 * @example
 * ```ts
 * if (isPowerStoreError(error)) console.error(error.code, error.hint);
 * ```
 */
export function isPowerStoreError(error: unknown): error is PowerStoreError {
  // An InputError has a code of the same family, and is a mistake of the caller.
  return hasCode(error, 'ERR_POWERSTORE') && !isInputError(error);
}

/**
 * Whether the array answered with an error status.
 *
 * @example
 * ```ts
 * if (isApiError(error)) console.error(error.status, error.messages);
 * ```
 */
export function isApiError(error: unknown): error is ApiError {
  return hasCode(error, 'ERR_POWERSTORE_API');
}

/**
 * Whether the array does not accept the user name and password (401).
 *
 * @example
 * ```ts
 * if (isAuthenticationError(error)) console.error(error.message, error.hint);
 * ```
 */
export function isAuthenticationError(error: unknown): error is AuthenticationError {
  return hasCode(error, 'ERR_POWERSTORE_API_AUTHENTICATION');
}

/**
 * Whether the role of the user does not allow the operation (403).
 *
 * @example
 * ```ts
 * if (isPermissionError(error)) console.error(`${error.operation} needs another role`);
 * ```
 */
export function isPermissionError(error: unknown): error is PermissionError {
  return hasCode(error, 'ERR_POWERSTORE_API_PERMISSION');
}

/**
 * Whether the array has no such resource (404).
 *
 * @example
 * ```ts
 * if (isNotFoundError(error)) console.error(`${error.request.url} does not exist`);
 * ```
 */
export function isNotFoundError(error: unknown): error is NotFoundError {
  return hasCode(error, 'ERR_POWERSTORE_API_NOT_FOUND');
}

/**
 * Whether the array could not be reached, or the connection broke.
 *
 * @example
 * ```ts
 * if (isNetworkError(error)) console.error(error.kind, error.hint);
 * ```
 */
export function isNetworkError(error: unknown): error is NetworkError {
  return hasCode(error, 'ERR_POWERSTORE_NETWORK');
}

/**
 * Whether an answer breaks the contract.
 *
 * @example
 * ```ts
 * if (isContractError(error)) console.error(error.operation, error.message);
 * ```
 */
export function isContractError(error: unknown): error is ContractError {
  return hasCode(error, 'ERR_POWERSTORE_CONTRACT');
}

/**
 * Whether the client did not send a write because it may not.
 *
 * @example
 * ```ts
 * if (isSafetyError(error)) console.error(`${error.operation} is ${error.safety}`);
 * ```
 */
export function isSafetyError(error: unknown): error is SafetyError {
  return hasCode(error, 'ERR_POWERSTORE_SAFETY');
}

/**
 * Whether the release of the array does not have the operation.
 *
 * @example
 * ```ts
 * if (isUnsupportedError(error)) console.error(`needs ${error.needed}`);
 * ```
 */
export function isUnsupportedError(error: unknown): error is UnsupportedError {
  return hasCode(error, 'ERR_POWERSTORE_UNSUPPORTED');
}

/**
 * Whether a wait has ended without its target.
 *
 * @example
 * ```ts
 * if (isWaitError(error)) console.error(error.message, error.seen);
 * ```
 */
export function isWaitError(error: unknown): error is WaitError {
  return hasCode(error, 'ERR_POWERSTORE_WAIT');
}

/**
 * Whether a wait has reached its timeout.
 *
 * @example
 * ```ts
 * if (isWaitTimeoutError(error)) console.error(`not ${error.waitedFor} within ${error.timeout} ms`, error.seen);
 * ```
 */
export function isWaitTimeoutError(error: unknown): error is WaitTimeoutError {
  return hasCode(error, 'ERR_POWERSTORE_WAIT_TIMEOUT');
}

/**
 * Whether a wait has ended because only an operator can move the session to its target.
 *
 * @example
 * ```ts
 * if (isWaitStuckError(error)) console.error(error.session?.state, error.hint);
 * ```
 */
export function isWaitStuckError(error: unknown): error is WaitStuckError {
  return hasCode(error, 'ERR_POWERSTORE_WAIT_STUCK');
}

/**
 * Whether a job has failed.
 *
 * @example
 * ```ts
 * if (isJobError(error)) console.error(error.jobId, error.status, error.messages);
 * ```
 */
export function isJobError(error: unknown): error is JobError {
  return hasCode(error, 'ERR_POWERSTORE_JOB');
}

/**
 * Whether the array does not have a job, or has already deleted it.
 *
 * @example
 * ```ts
 * if (isJobNotFoundError(error)) console.error(error.jobId, error.hint);
 * ```
 */
export function isJobNotFoundError(error: unknown): error is JobNotFoundError {
  return hasCode(error, 'ERR_POWERSTORE_JOB_NOT_FOUND');
}

/**
 * Whether the answer to a write was lost, so that its outcome is unknown.
 *
 * @example
 * ```ts
 * if (isOutcomeUnknownError(error)) console.error(error.operation, error.hint);
 * ```
 */
export function isOutcomeUnknownError(error: unknown): error is OutcomeUnknownError {
  return hasCode(error, 'ERR_POWERSTORE_OUTCOME_UNKNOWN');
}

/**
 * Whether the answer to an action was lost, and the array has not carried the action out.
 *
 * @example
 * ```ts
 * if (isNotCarriedOutError(error)) console.error(`${error.operation} can be called again`);
 * ```
 */
export function isNotCarriedOutError(error: unknown): error is NotCarriedOutError {
  return hasCode(error, 'ERR_POWERSTORE_NOT_CARRIED_OUT');
}

/**
 * Whether two arrays do not replicate to each other.
 *
 * @example
 * ```ts
 * if (isPairError(error)) console.error(error.message, error.hint);
 * ```
 */
export function isPairError(error: unknown): error is PairError {
  return hasCode(error, 'ERR_POWERSTORE_PAIR');
}
