import { createHash, timingSafeEqual } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import { errorAnswer } from '../http/errors.js';
import type { Answer } from '../http/answer.js';
import type { Request } from '../http/request.js';

/** Arrays drop the oldest login sessions beyond about this many (dell/csm #1006). */
const sessionLimit = 2000;

/** What a user may do: everything, everything but administer the array, or look. */
export type Role = 'administrator' | 'storage operator' | 'operator';

export interface User {
  username: string;
  password: string;
  role: Role;
}

export interface LoginSessionsOptions {
  users: readonly User[];
  /** Milliseconds that a session lives without a request. */
  idleTimeout: number;
  /** Milliseconds since whenever. */
  now: () => number;
  /** A new secret, or a new id, each time. */
  secret: () => string;
}

export interface Login {
  readonly user: User;
  /** The session as `login_session` has it. */
  readonly row: Readonly<Record<string, unknown>>;
}

export interface LoginSessions {
  /** Who asks, with the headers to answer with; or the error the request is refused with. */
  authenticate(request: Request): { login: Login; headers: Record<string, string> } | { refused: Answer };
  /** Ends the session of the request's cookie. */
  end(request: Request): void;
  /** Ends all of them. */
  endAll(): void;
  /** Gives the session of the request's cookie a new token; the old one is worth nothing from now on. */
  renewToken(request: Request): void;
}

interface Session extends Login {
  token: string;
  usedAt: number;
}

/**
 * Basic on any request, which opens a session where the request has none; or the cookie of a session, with its token where
 * something is written. Basic that is right is enough by itself, whatever else comes with it: the Go SDK sends it with a
 * cookie that may be over, and OpenStack's driver sends nothing else.
 */
export function createLoginSessions({ users, idleTimeout, now, secret }: LoginSessionsOptions): LoginSessions {
  const sessions = new Map<string, Session>();
  const known = users.map((user) => ({
    user,
    digest: digest(`Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`),
  }));

  const open = (user: User): { login: Session; headers: Record<string, string> } => {
    const [oldest] = sessions.keys();
    if (sessions.size >= sessionLimit && oldest !== undefined) sessions.delete(oldest);
    const [cookie, token] = [secret(), secret()];
    const login: Session = { user, token, usedAt: now(), row: rowOf(user, secret(), idleTimeout) };
    sessions.set(cookie, login);
    return {
      login,
      headers: {
        'set-cookie': stringifySetCookie({
          name: 'auth_cookie',
          value: cookie,
          path: '/',
          secure: true,
          httpOnly: true,
        }),
        'dell-emc-token': token,
      },
    };
  };

  const sessionOf = (request: Request): Session | undefined => {
    const cookie = cookieOf(request);
    const session = sessions.get(cookie);
    if (!session) return undefined;
    if (now() - session.usedAt < idleTimeout) return session;
    sessions.delete(cookie);
    return undefined;
  };

  return {
    authenticate(request) {
      const { authorization } = request.headers;
      const session = sessionOf(request);
      if (authorization !== undefined) {
        const user = userOf(authorization, known);
        if (!user) return { refused: errorAnswer(401, 'The user name or password is wrong.') };
        if (session?.user !== user) return open(user);
      } else if (!session) {
        return { refused: errorAnswer(401, 'Log in first: with Basic, or with the auth_cookie of a login session.') };
      }
      session.usedAt = now();
      if (request.method === 'GET') return { login: session, headers: { 'dell-emc-token': session.token } };
      if (authorization === undefined && request.headers['dell-emc-token'] !== session.token) {
        return { refused: errorAnswer(403, 'A write with the cookie needs the newest DELL-EMC-TOKEN.') };
      }
      return { login: session, headers: {} };
    },
    end(request) {
      sessions.delete(cookieOf(request));
    },
    endAll() {
      sessions.clear();
    },
    renewToken(request) {
      const session = sessions.get(cookieOf(request));
      if (session) session.token = secret();
    },
  };
}

/** Numbers of the roles; only the first one was seen on an array. */
const roleIds: Readonly<Record<Role, string>> = { administrator: '1', 'storage operator': '3', operator: '5' };

const rowOf = ({ username, role }: User, id: string, idleTimeout: number): Readonly<Record<string, unknown>> => ({
  id,
  user: username,
  user_id: username,
  user_type: 'Local',
  role_ids: [roleIds[role]],
  // The wire has seconds.
  idle_timeout: Math.ceil(idleTimeout / 1000),
  is_password_change_required: false,
  is_built_in_user: role === 'administrator',
});

function userOf(authorization: string, known: readonly { user: User; digest: Buffer }[]): User | undefined {
  const asked = digest(authorization);
  // Compares without telling by the time it takes how much was right.
  return known.find((it) => timingSafeEqual(it.digest, asked))?.user;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const cookieOf = ({ headers }: Request): string => parseCookie(headers['cookie'] ?? '')['auth_cookie'] ?? '';
