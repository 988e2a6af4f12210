import { HttpError } from '../http/errors.js';

/** The error for a mistake in a query. */
export const badQuery = (text: string): HttpError => new HttpError(400, text, '0xE04040010005');
