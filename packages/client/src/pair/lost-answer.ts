// Whether an operation on a pair has to look at the session, because an error leaves the outcome of its action open.
// layers/outcome.ts makes one of these errors, for every write; pair/decision.ts asks, and decides about the step.
import { isApiError, isContractError, isOutcomeUnknownError } from '../errors/guards.js';

/**
 * Whether an error leaves the outcome of an action open: there was no answer, a part of one, or an error of a server in
 * trouble. With any other error the array has not carried out the action.
 */
export const isLostAnswer = (error: unknown): boolean =>
  isOutcomeUnknownError(error) || isContractError(error) || (isApiError(error) && error.status >= 500);
