import { HttpError } from '../http/errors.js';

/** An error that names what is wrong with a query. */
export const badQuery = (text: string): HttpError => new HttpError(400, text, '0xE04040010005');
