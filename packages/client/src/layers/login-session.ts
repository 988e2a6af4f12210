import { isAuthenticationError } from '../errors/guards.js';
import { PowerStoreError } from '../errors/powerstore-error.js';
import type { Transport } from '../http/transport.js';
import type { Layer, WireAnswer } from '../http/wire.js';
import { abortable } from '../time/abortable.js';
import { basic, logIn, type Login, logOut, sendWith } from './login.js';

/** Keeps one login session open per client, because arrays drop old ones at some two thousand (dell/csm #1006). */
export interface LoginSession {
  readonly layer: Layer;
  /** Logs in. */
  open(signal: AbortSignal | undefined): Promise<void>;
  /** Logs out. */
  close(): Promise<void>;
}

export interface LoginSessionOptions {
  readonly username: string;
  readonly password: string;
  /** Sends the first login, which is a call of its own with retries. */
  readonly first: Transport;
  /** Sends later logins, each within a call that has its own retries and timeout. */
  readonly later: Transport;
}

export function createLoginSession({ username, password, first, later }: LoginSessionOptions): LoginSession {
  const { renew, close } = createLogins(basic(username, password), later);
  return {
    async layer(request, next) {
      const login = await abortable(renew(undefined), request.signal);
      const answer = await sendWith(login, request, next);
      if (!hasBegun(login) || !mayBeOver(answer)) return answer;
      const { call } = request;
      call.waitsFor = ', waiting for a new login';
      const fresh = await abortable(renew(login), request.signal);
      call.waitsFor = '';
      const again = await sendWith(fresh, request, next);
      // Not for the end of the old session, but because the role does not allow it, for example. It must not stay open.
      if (again.status !== 401 && mayBeOver(again)) await logOut(later, login);
      return again;
    },
    async open(signal) {
      await renew(undefined, first, signal);
    },
    close,
  };
}

/** No array ends a session that is younger. */
const shortestIdleMs = 60_000;

/**
 * Whether the array has taken the login for good, so that a refusal may mean its end. Otherwise something on the way loses the
 * cookie, and each call would leave one more session open.
 */
const hasBegun = ({ proven, began }: Login): boolean => proven || performance.now() - began > shortestIdleMs;

/**
 * Whether the session may have ended: 401 (canonical/lxd, jt-pve-storage-dellemc), 403 (dell/gopowerstore), or a redirect
 * to a login page (dell/powerstore-metrics-exporter, `client.go`). The client never follows it.
 */
function mayBeOver({ status, headers }: WireAnswer): boolean {
  if (status === 303 || status === 307) return /log.?in/i.test(headers.get('Location') ?? '');
  return status === 401 || status === 403 || status === 302;
}

interface Logins {
  /** The current login; if that is `stale`, a new one, shared by all calls that ask in the meantime. */
  renew(stale: Login | undefined, send?: Transport, signal?: AbortSignal): Promise<Login>;
  /** Ends the current login, and allows no other. */
  close(): Promise<void>;
}

/** An array that does not answer must not hold up the end of a program. It ends the login session itself, later. */
const closeTimeoutMs = 3000;

/** The logins of a client, one after the other. */
function createLogins(authorization: string, later: Transport): Logins {
  let current: Login | undefined;
  let pending: Promise<Login> | undefined;
  let closing: Promise<void> | undefined;
  const ending = new AbortController();
  const end = async (): Promise<void> => {
    const timer = setTimeout(() => ending.abort(), closeTimeoutMs);
    const login = await Promise.resolve(pending ?? current).catch(() => undefined);
    if (login !== undefined) await logOut(later, login, ending.signal);
    clearTimeout(timer);
  };
  return {
    async renew(stale, send = later, signal = ending.signal) {
      if (closing !== undefined) throw closed();
      if (pending === undefined && current !== undefined && current !== stale) return current;
      pending ??= logIn(send, authorization, signal).then(
        (fresh) => {
          current = fresh;
          pending = undefined;
          return fresh;
        },
        (error: unknown) => {
          // A wrong password stays wrong: trying it again would lock the user out.
          if (!isAuthenticationError(error)) pending = undefined;
          throw error;
        },
      );
      return pending;
    },
    close() {
      closing ??= end();
      return closing;
    },
  };
}

/** The error of everything after `close()`. */
export function closed(): PowerStoreError {
  return new PowerStoreError('The client is closed and sends nothing more to the array', {
    code: 'ERR_POWERSTORE_CLOSED',
    hint: 'In a block with `await using`, await the calls before the block ends: `return await array.jobs.get(id)`.',
  });
}
