import type { Contract } from '../contract/prism.js';
import type { Answer } from '../http/answer.js';
import { after, type Call, type Next } from './layer.js';
import { operationOf } from './route.js';

/** Answers 400 to a request that breaks the contract, and 500 in place of an answer that breaks it. */
export const contractChecks =
  (contract: Contract) =>
  <C extends Call>(call: C, next: Next<C>): Answer | Promise<Answer> => {
    const operationId = operationOf(call);
    const checked = contract.checkRequest(operationId, call.request);
    if ('error' in checked) return checked.error;
    call.request = checked.request;
    return after(next(call), (answer) => contract.checkAnswer(operationId, answer));
  };
