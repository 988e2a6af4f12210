import { type FailoverIncompleteError, isFailoverIncompleteError } from '../../src/index.js';
import { rejection } from './rejection.js';

/** The error that an operation on a pair stops half way with. */
export async function stopped(promise: Promise<unknown>): Promise<FailoverIncompleteError> {
  const error = await rejection(promise);
  if (!isFailoverIncompleteError(error)) throw error;
  return error;
}
