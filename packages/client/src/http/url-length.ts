import { PowerStoreError } from '../errors/powerstore-error.js';

/**
 * What everything on the way supports at least (RFC 9110, section 4.1), and what supabase/postgrest-js, whose queries are
 * like these, warns from on. Beyond it a server answers what it likes, and a proxy before it may cut the connection; which
 * limit an array has is not documented.
 */
const MAX_URL_CHARACTERS = 8000;

/** @throws PowerStoreError with `ERR_POWERSTORE_URL_TOO_LONG`. */
export function checkUrlLength(url: string): void {
  if (url.length <= MAX_URL_CHARACTERS) return;
  throw new PowerStoreError(`the URL would have ${url.length} characters, ${MAX_URL_CHARACTERS} is the limit`, {
    code: 'ERR_POWERSTORE_URL_TOO_LONG',
    hint: "Ask for fewer values of an `in` at a time, for fewer attributes, or for all of them: `select: '*'`.",
  });
}
