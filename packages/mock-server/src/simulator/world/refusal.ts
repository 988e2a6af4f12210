import type { Resource } from '@powerstore-api/types';
import { notFoundCode } from '../../http/errors.js';

/** Why an array does not carry out a request. */
export interface Refusal {
  status: 400 | 404 | 422;
  text: string;
  /** The code of real arrays, if it is known. */
  code?: string;
  /** The values in the text, as `arguments` of the message. */
  values?: readonly string[];
}

/** Why an action that the array had accepted has failed. */
export interface Failure {
  text: string;
  code?: string;
}

/** The refusal of a request for an id that does not exist. */
export const notFound = (resource: Resource, id: string): Refusal => ({
  status: 404,
  text: `There is no ${resource} with id ${id}.`,
  code: notFoundCode(resource),
  values: [id],
});
