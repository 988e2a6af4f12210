import { createHash, timingSafeEqual } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import { errorAnswer } from '../http/errors.js';
import type { Answer } from '../http/answer.js';
import type { Request } from '../http/request.js';

/** Arrays drop the oldest login sessions beyond about this many (dell/csm #1006). */
const maxLoginSessions = 2000;

/**
 * The rights of a user. An `administrator` may do everything, a `storage operator` everything except administer the array, and an
 * `operator` may only read.
 */
export type Role = 'administrator' | 'storage operator' | 'operator';

/** A user of an array. */
export interface User {
  username: string;
  password: string;
  role: Role;
}

export interface LoginSessionsOptions {
  users: readonly User[];
  /** Milliseconds that a session lives without a request. */
  idleTimeout: number;
  /** The current time in milliseconds, since any fixed moment. */
  now: () => number;
  /** Returns a new secret or id on each call. */
  secret: () => string;
}

/** A user who is logged in. */
export interface Login {
  readonly user: User;
  /** The session, as a row of `login_session`. */
  readonly row: Readonly<Record<string, unknown>>;
}

export interface LoginSessions {
  /** The login of a request and the headers for its answer; or the error that answers it. */
  authenticate(request: Request): { login: Login; headers: Record<string, string> } | { error: Answer };
  /** Ends the session of the request's cookie. */
  end(request: Request): void;
  /** Ends all sessions. */
  endAll(): void;
  /** Gives the session of the request's cookie a new token, which makes the old one invalid. */
  renewToken(request: Request): void;
}

interface Session extends Login {
  token: string;
  usedAt: number;
}

/**
 * The login sessions of an array. A request logs in with Basic, which opens a session if the request has none, or with the
 * cookie of a session; a write with the cookie also needs the token. Valid Basic is enough by itself, even beside an expired
 * cookie: the Go SDK sends both, and OpenStack's driver sends Basic alone.
 */
export function createLoginSessions({ users, ...options }: LoginSessionsOptions): LoginSessions {
  const { now, secret } = options;
  const sessions = createSessions(options);
  const known = users.map((user) => ({
    user,
    digest: digest(`Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`),
  }));
  return {
    authenticate(request) {
      const { authorization } = request.headers;
      const session = sessions.find(cookieOf(request));
      if (authorization !== undefined) {
        const user = userOf(authorization, known);
        if (!user) return { error: errorAnswer(401, 'The user name or password is wrong.') };
        if (session?.user !== user) return sessions.open(user);
      } else if (!session) {
        return { error: errorAnswer(401, 'Log in first, with Basic or with the auth_cookie of a login session.') };
      }
      session.usedAt = now();
      if (request.method === 'GET') return { login: session, headers: { 'dell-emc-token': session.token } };
      if (authorization !== undefined || request.headers['dell-emc-token'] === session.token)
        return { login: session, headers: {} };
      return {
        error: errorAnswer(
          403,
          'A write that logs in with the auth_cookie also needs the newest DELL-EMC-TOKEN of the session.',
        ),
      };
    },
    end: (request) => sessions.end(cookieOf(request)),
    endAll: sessions.endAll,
    renewToken(request) {
      const session = sessions.find(cookieOf(request));
      if (session) session.token = secret();
    },
  };
}

/** The sessions by their cookies. The oldest one ends beyond the limit, and each one that is idle for too long. */
function createSessions({ idleTimeout, now, secret }: Omit<LoginSessionsOptions, 'users'>) {
  const sessions = new Map<string, Session>();
  return {
    /** Opens a session. Returns it with the headers that tell the client its cookie and its token. */
    open(user: User): { login: Session; headers: Record<string, string> } {
      const [oldest] = sessions.keys();
      if (sessions.size >= maxLoginSessions && oldest !== undefined) sessions.delete(oldest);
      const [cookie, token] = [secret(), secret()];
      const login: Session = { user, token, usedAt: now(), row: rowOf(user, secret(), idleTimeout) };
      sessions.set(cookie, login);
      return { login, headers: { 'set-cookie': setCookie(cookie), 'dell-emc-token': token } };
    },
    find(cookie: string): Session | undefined {
      const session = sessions.get(cookie);
      if (!session || now() - session.usedAt < idleTimeout) return session;
      sessions.delete(cookie);
      return undefined;
    },
    end: (cookie: string): void => void sessions.delete(cookie),
    endAll: (): void => sessions.clear(),
  };
}

const setCookie = (value: string): string =>
  stringifySetCookie({ name: 'auth_cookie', value, path: '/', secure: true, httpOnly: true });

/** Ids of the roles. Only the first one was seen on a real array. */
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
  const sent = digest(authorization);
  // Takes the same time however much of it is right.
  return known.find((it) => timingSafeEqual(it.digest, sent))?.user;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const cookieOf = ({ headers }: Request): string => parseCookie(headers['cookie'] ?? '')['auth_cookie'] ?? '';
