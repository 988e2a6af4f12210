import { HttpError } from '../http/errors.js';

/** The error for a mistake in a query. */
export const badQuery = (text: string): HttpError => new HttpError(400, text, '0xE04040010005');

/** How deep parentheses can be nested: deeper than a query of use, and far from what the stack can hold. */
const maxDepth = 10;

/** @throws HttpError with 400 for parentheses that are nested too deep. */
export function checkDepth(name: string, depth: number): void {
  if (depth > maxDepth) throw badQuery(`${name} nests parentheses more than ${maxDepth} deep.`);
}
