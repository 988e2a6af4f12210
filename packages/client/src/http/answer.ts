import { ContractError } from '../errors/contract-error.js';
import { errorFromAnswer } from './error-from-answer.js';
import { excerptOf } from './excerpt.js';
import { isSecretHeader } from './secret-headers.js';
import { isPlain } from '../input/options.js';
import { type AnswerHeaders, isSuccess } from './wire.js';
import type { Exchange } from './transport.js';

/**
 * The JSON of an answer; `undefined` if it has no body (204). Throws an `ApiError` on any status that is not a success. The
 * status decides, never the body.
 */
export function readAnswer(exchange: Exchange): unknown {
  const { operation, request, answer } = exchange;
  if (!isSuccess(answer)) throw errorFromAnswer(exchange);
  if (answer.text === '') return undefined;
  try {
    return JSON.parse(answer.text);
  } catch {
    // The error of the platform shows a part of the text, with secrets that it may repeat.
    throw new ContractError(`the answer (${answer.status}) is not JSON: ${excerptOf(request, answer)}`, operation);
  }
}

/** The instances of a collection's answer. */
export function readInstances(exchange: Exchange): readonly object[] {
  const answer = readAnswer(exchange);
  if (!Array.isArray(answer) || !answer.every(isPlain))
    throw new ContractError('the answer is not a list of objects', exchange.operation);
  return answer;
}

/** The headers without cookie and token, which are the client's own: a program may log what it gets. */
export const withoutLogin = (headers: AnswerHeaders): Headers =>
  new Headers([...headers].filter(([name]) => !isSecretHeader(name)));
