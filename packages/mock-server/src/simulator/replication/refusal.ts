/** Why something is not carried out. */
export interface Refused {
  status: 400 | 404 | 422;
  text: string;
  /** The array's own, where it is known. */
  code?: string;
}

/** OpenStack's driver takes this one, found in a failed job, for success. */
export const alreadyFailedOver = '0xE0201005000C';
