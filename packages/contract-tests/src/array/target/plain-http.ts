import { isInTheClear } from '@powerstore-api/input';
import type { Target } from './target.js';

export const plainHttpRisk = 'plain HTTP: anyone between you and the array can read the password';

export const plainHttpRemedy = 'Write its address with https://, and trust its certificate.';

/** The warning for the person who is about to send a password in the clear. */
export const plainHttpWarning = ({ label, url }: Pick<Target, 'label' | 'url'>): string | undefined =>
  isInTheClear(url) ? `${label}: Warning: ${plainHttpRisk}. ${plainHttpRemedy}` : undefined;
