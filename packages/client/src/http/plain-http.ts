import { isInTheClear } from '@powerstore-api/input';

/** What is wrong with a base URL by which a password goes over a network as it is; `undefined` if nothing is. */
export const plainHttpWarning = (base: string): string | undefined =>
  isInTheClear(base)
    ? `http://${new URL(base).host} is plain HTTP: anyone between you and the array can read the password. Use https://.`
    : undefined;
