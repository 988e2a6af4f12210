// The layer that makes an `OutcomeUnknownError` of a write whose answer was lost. errors/lost-answer.ts asks the same of the
// error of an action on a pair; waiting/confirm.ts finds out the outcome.
import { operations } from '@powerstore-api/types';
import { errorFromAnswer } from '../http/error-from-answer.js';
import { isContractError, isNetworkError } from '../errors/guards.js';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.js';
import type { Layer, WireAnswer } from '../http/wire.js';

/** A gateway has lost the answer of the array (RFC 9110, sections 15.6.3 and 15.6.5). */
const gatewayLostAnswer = new Set([502, 504]);

/** A write that was sent and not answered has an unknown outcome. */
export const outcome: Layer = async (request, next) => {
  const { operation, call } = request;
  if (operations[operation].retry === 'safe') return next(request);
  let answer: WireAnswer;
  try {
    answer = await next(request);
  } catch (error) {
    const isLost = call.unanswered && (isNetworkError(error) || isContractError(error));
    throw isLost ? new OutcomeUnknownError(operation, error) : error;
  }
  if (!gatewayLostAnswer.has(answer.status)) return answer;
  throw new OutcomeUnknownError(operation, errorFromAnswer({ operation, request, answer }));
};
