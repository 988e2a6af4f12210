import type { Resource } from '@powerstore-api/types';

/** Why an array does not carry out a request. */
export interface Refusal {
  status: 400 | 404 | 422;
  text: string;
  /** The code of real arrays, if it is known. */
  code?: string;
}

/** Why an action that the array had accepted has failed. */
export interface Failure {
  text: string;
  code?: string;
}

/** If a job has failed with this code, OpenStack's driver takes it for success. */
export const alreadyFailedOver = '0xE0201005000C';

/** The refusal of a request for an id that does not exist. */
export const notFound = (resource: Resource, id: string): Refusal => ({
  status: 404,
  text: `There is no ${resource} with id ${id}.`,
  code: '0xE04040020009',
});
