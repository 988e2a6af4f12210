import { errorCodes, type OperationId } from '@powerstore-api/types';
import type { Answer } from '../http/answer.js';
import { errorAnswer } from '../http/errors.js';
import type { Call, Next } from './layer.js';

/**
 * Answers 404 to a path that arrays of this release do not have, 405 to a method that the path does not have, and 501 to an
 * operation that arrays have and this mock does not.
 */
export function route<C extends Call>(call: C, next: Next<C>): Answer | Promise<Answer> {
  if ('operationId' in call.route) return next(call);
  const { method, path, target } = call.request;
  const { status, since } = call.route;
  if (status === 405) return errorAnswer(405, `${path} does not offer ${method}.`);
  if (status === 501)
    return errorAnswer(
      501,
      `powerstore-mock does not model ${method} ${path}, which arrays have since ${since}. The README of @powerstore-api/mock-server lists what it models.`,
    );
  // The words of an array (an integration test of gopowerstore expects them).
  const text = `The REST endpoint [${method} ${target}] cannot be found.`;
  const said = since === undefined ? text : `${text} It came with release ${since}.`;
  return errorAnswer(404, said, errorCodes.unknown_endpoint.code);
}

/** The operation of a call that has passed `route`. */
export function operationOf({ route: found }: Call): OperationId {
  if ('operationId' in found) return found.operationId;
  throw new Error('a call without an operation has passed the layer that stops it');
}
