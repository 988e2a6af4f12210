import { isApiError, isContractError, isOutcomeUnknownError } from '../errors/guards.js';

/**
 * Whether an error leaves the outcome of an action open: there was no answer, a part of one, or an error of a server in
 * trouble. With any other error the array has not carried out the action.
 */
export const isLostAnswer = (error: unknown): boolean =>
  isOutcomeUnknownError(error) || isContractError(error) || (isApiError(error) && error.status >= 500);
