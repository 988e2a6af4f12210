import { errorCodes, type OperationId } from '@powerstore-api/types';
import type { Answer } from '../http/answer.js';
import { errorAnswer } from '../http/errors.js';
import type { Call, Next } from './layer.js';

/** Answers 404 to a path that the contract does not have, and 405 to a method that the path does not have. */
export function route<C extends Call>(call: C, next: Next<C>): Answer | Promise<Answer> {
  const { method, path } = call.request;
  if ('operationId' in call.route) return next(call);
  return call.route.status === 405
    ? errorAnswer(405, `${path} does not offer ${method}.`)
    : errorAnswer(404, `The contract has no path ${path}.`, errorCodes.unknown_endpoint.code);
}

/** The operation of a call that has passed `route`. */
export function operationOf({ route: found }: Call): OperationId {
  if ('operationId' in found) return found.operationId;
  throw new Error('a call without an operation has passed the layer that stops it');
}
