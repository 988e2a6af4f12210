/** Why an array does not carry something out. */
export interface Refusal {
  status: 400 | 404 | 422;
  text: string;
  /** The array's own, where it is known. */
  code?: string;
}

/** Why something that was accepted has failed. */
export interface Failure {
  text: string;
  code?: string;
}

/** OpenStack's driver takes this one, found in a failed job, for success. */
export const alreadyFailedOver = '0xE0201005000C';

/** What is missing where an id leads nowhere. */
export const notFound = (resource: string, id: string): Refusal => ({
  status: 404,
  text: `There is no ${resource} with id ${id}.`,
  code: '0xE04040020009',
});
