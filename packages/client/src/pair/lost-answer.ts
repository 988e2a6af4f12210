import { isApiError, isContractError, isNetworkError } from '../errors/guards.js';

/** With these nothing has reached the array. */
const unsent: ReadonlySet<string> = new Set(['dns', 'refused', 'tls']);

/**
 * Whether an error leaves open what became of an action: there was no answer, half of one, or one of something that is in
 * trouble itself. Everything else says that it was not carried out.
 */
export function isLostAnswer(error: unknown): boolean {
  if (isApiError(error)) return error.status >= 500;
  if (isNetworkError(error)) return !unsent.has(error.kind);
  if (isContractError(error)) return true;
  return error instanceof Error && 'code' in error && error.code === 'ERR_POWERSTORE_OUTCOME_UNKNOWN';
}
