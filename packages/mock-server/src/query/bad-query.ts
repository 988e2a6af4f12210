import { errorCodes } from '@powerstore-api/types';
import { HttpError } from '../http/errors.js';

/** The error for a query that cannot be parsed. Arrays say no more than that, and send no `arguments`. */
export const badQuery = (text: string): HttpError => new HttpError(400, text, errorCodes.unknown_parameter.code, null);

/** The error for a value that a parameter may not have. */
export const invalidRequest = (text: string): HttpError => new HttpError(400, text, errorCodes.invalid_request.code);

/** How deep parentheses can be nested: deeper than a query of use, and far from what the stack can hold. */
const maxDepth = 10;

/** @throws HttpError with 400 for parentheses that are nested too deep. */
export function checkDepth(name: string, depth: number): void {
  if (depth > maxDepth) throw badQuery(`${name} nests parentheses more than ${maxDepth} deep.`);
}
