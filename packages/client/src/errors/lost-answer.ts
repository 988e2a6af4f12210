// Whether the client has to look at the session, because an error leaves the outcome of an action open. layers/outcome.ts makes
// one of these errors, for every write; waiting/confirm.ts and pair/decision.ts ask.
import type { OperationId } from '@powerstore-api/types';
import { isApiError, isContractError, isOutcomeUnknownError } from './guards.js';

/**
 * Whether an error leaves the outcome of an action open: there was no answer, a part of one, or an error of a server in
 * trouble (500 is "an unexpected error", and arrays have answered it to a mere refusal: dell/gopowerstore,
 * `gopowerstore_types.go`; 503 is "busy"). With any other error the array has not carried out the action: it was refused, or the client did not send it, for
 * example because the login before it has failed.
 */
export const isLostAnswer = (error: unknown): boolean =>
  isOutcomeUnknownError(error) ||
  ((isContractError(error) || (isApiError(error) && error.status >= 500)) && !isOfLogin(error));

/** Whether an error is about a login: the array has not got the action of the call. */
export const isOfLogin = ({ operation }: { readonly operation: OperationId }): boolean =>
  operation === ('login_session_collection_query' satisfies OperationId);
