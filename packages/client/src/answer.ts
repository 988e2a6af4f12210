import { ContractError } from './errors/contract-error.js';
import { errorFromAnswer } from './errors/from-answer.js';
import { whatFailed } from './network-errors.js';
import type { Exchange } from './transport.js';

/**
 * The JSON of an answer, or `undefined` where there is none (204). Throws an `ApiError` on any status that is not a
 * success: by `response.ok`, never by what the body looks like.
 */
export async function readAnswer(exchange: Exchange): Promise<unknown> {
  const { operation, request, response } = exchange;
  if (!response.ok) {
    // The status counts, also where the connection broke before the text was complete.
    const body = await response.text().catch(() => '');
    throw request.signal.aborted ? request.signal.reason : errorFromAnswer(exchange, body);
  }
  const body = await response.text().catch((error: unknown) => {
    throw whatFailed(error, request);
  });
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new ContractError(`the answer (${response.status}) is not JSON`, operation, error);
  }
}

/** The instances of a collection's answer. */
export async function readInstances(exchange: Exchange): Promise<readonly unknown[]> {
  const answer = await readAnswer(exchange);
  if (!Array.isArray(answer)) throw new ContractError('the answer is not a list', exchange.operation);
  return answer;
}

/** Reads an answer that nobody looks at to its end, so that its connection can be used again. */
export async function discard(response: Response): Promise<void> {
  await response.arrayBuffer().catch(() => undefined);
}
