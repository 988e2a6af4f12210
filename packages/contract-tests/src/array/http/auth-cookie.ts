import { parseSetCookie, type SetCookie } from 'cookie';

const name = 'auth_cookie';

/** The cookie of a login session, as an answer sets it. Its value stays encoded, as it has to be sent back. */
export const authCookieOf = (headers: Headers): SetCookie | undefined =>
  headers
    .getSetCookie()
    .map((it) => parseSetCookie(it, { decode: (value) => value }))
    .find((it) => it.name === name);

/** The `Cookie` header that sends it back. */
export const cookieHeader = ({ value = '' }: SetCookie): string => `${name}=${value}`;
