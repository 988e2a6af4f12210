import { isApiError, isContractError, isOutcomeUnknownError } from '../errors/guards.js';

/**
 * Whether an error leaves open what became of an action: there was no answer, half of one, or one of something that is in
 * trouble itself. Everything else says that it was not carried out.
 */
export const isLostAnswer = (error: unknown): boolean =>
  isOutcomeUnknownError(error) || isContractError(error) || (isApiError(error) && error.status >= 500);
