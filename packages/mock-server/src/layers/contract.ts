// Prism: every request and every answer is checked against the contract.
import type { Contract } from '../contract/prism.js';
import type { Answer } from '../http/answer.js';
import type { Call, Next } from './layer.js';
import { operationOf } from './route.js';

/** Refuses a request that does not fit the contract, and an answer that does not. */
export const contractChecks =
  (contract: Contract) =>
  async <C extends Call>(call: C, next: Next<C>): Promise<Answer> => {
    const operationId = operationOf(call);
    const checked = contract.checkRequest(operationId, call.request);
    if ('refused' in checked) return checked.refused;
    call.request = checked.request;
    return contract.checkAnswer(operationId, await next(call));
  };
