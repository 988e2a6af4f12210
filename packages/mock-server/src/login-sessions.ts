import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { errorAnswer } from './errors.js';
import type { Answer, MockRequest } from './http.js';

/** Arrays drop the oldest login sessions beyond about this many (dell/csm #1006). */
const sessionLimit = 2000;

export interface LoginSessions {
  /** The headers to answer an authenticated request with, or the error it is refused with. */
  authenticate(request: MockRequest): { headers: Record<string, string> } | { refused: Answer };
  /** Ends the session of the request's cookie. */
  end(request: MockRequest): void;
}

/** Basic on any request, which opens a session; or the cookie of a session, with its token where something is written. */
export function createLoginSessions(credentials: { username: string; password: string }): LoginSessions {
  const tokens = new Map<string, string>();

  const open = (): { headers: Record<string, string> } => {
    const [oldest] = tokens.keys();
    if (tokens.size >= sessionLimit && oldest !== undefined) tokens.delete(oldest);
    const cookie = randomBytes(24).toString('base64url');
    const token = randomBytes(24).toString('base64url');
    tokens.set(cookie, token);
    return { headers: { 'set-cookie': `auth_cookie=${cookie}; Path=/; Secure; HttpOnly`, 'dell-emc-token': token } };
  };

  return {
    authenticate(request) {
      const { authorization } = request.headers;
      if (authorization !== undefined) {
        const expected = `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
        if (same(authorization, expected)) return open();
        return { refused: errorAnswer(401, 'The user name or password is wrong.') };
      }
      const token = tokens.get(cookieOf(request) ?? '');
      if (token === undefined) {
        return { refused: errorAnswer(401, 'Log in first: with Basic, or with the auth_cookie of a login session.') };
      }
      if (request.method === 'GET') return { headers: { 'dell-emc-token': token } };
      if (request.headers['dell-emc-token'] !== token) {
        return { refused: errorAnswer(403, 'A write with the cookie needs the newest DELL-EMC-TOKEN.') };
      }
      return { headers: {} };
    },
    end(request) {
      tokens.delete(cookieOf(request) ?? '');
    },
  };
}

const cookieOf = ({ headers }: MockRequest): string | undefined =>
  /(?:^|;\s*)auth_cookie=([^;]*)/.exec(headers['cookie'] ?? '')?.[1];

/** Compares without telling by the time it takes how much was right; hashing makes the lengths equal. */
const same = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
