import { PowerStoreError } from '../errors/powerstore-error.js';

/**
 * The length that every server and proxy should support (RFC 9110, section 4.1); supabase/postgrest-js, whose queries are
 * like these, warns above it. A proxy may cut the connection at longer URLs. The limit of an array is not documented.
 */
const maxUrlCharacters = 8000;

/** @throws PowerStoreError with `ERR_POWERSTORE_URL_TOO_LONG`. */
export function checkUrlLength(url: string): void {
  if (url.length <= maxUrlCharacters) return;
  throw new PowerStoreError(
    `The request was not sent: its URL has ${url.length} characters, and the limit is ${maxUrlCharacters}`,
    {
      code: 'ERR_POWERSTORE_URL_TOO_LONG',
      hint: "Ask for fewer values of an `in` at a time, or select fewer attributes or all of them (`select: '*'`).",
    },
  );
}
