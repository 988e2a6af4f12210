import { InputError } from '@powerstore-api/types';
import { abortable } from '../time/abortable.js';
import { readAnswer } from '../http/answer.js';
import { ContractError } from '../errors/contract-error.js';
import { isAuthenticationError } from '../errors/guards.js';
import { PowerStoreError } from '../errors/powerstore-error.js';
import {
  type AnswerHeaders,
  isSuccess,
  type Layer,
  type Send,
  type WireAnswer,
  type WireRequest,
} from '../http/wire.js';
import type { Transport } from '../http/transport.js';

/** One login on the array. */
interface Login {
  readonly cookie: string;
  /** The newest token. The array may change it with any answer (dell/gopowerstore, `api/api.go`). */
  token: string | undefined;
  /** Whether a request has succeeded with it. Only then can a 401 or 403 mean that the session has ended. */
  proven: boolean;
  ended: boolean;
}

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
  const authorization = basic(username, password);
  let current: Login | undefined;
  let pending: Promise<Login> | undefined;
  let closing: Promise<void> | undefined;

  async function logIn(send: Transport, signal: AbortSignal | undefined): Promise<Login> {
    const exchange = await send('login_session_collection_query', {
      headers: { Authorization: authorization },
      signal,
    });
    readAnswer(exchange);
    const { headers } = exchange.answer;
    const cookie = authCookie(headers);
    if (cookie === undefined) throw new ContractError('the answer to the login has no auth_cookie', exchange.operation);
    return { cookie, token: headers.get('DELL-EMC-TOKEN') ?? undefined, proven: false, ended: false };
  }

  /** The current login; if that is `stale`, a new one, shared by all calls that ask in the meantime. */
  async function renew(stale: Login | undefined, send = later, signal?: AbortSignal): Promise<Login> {
    if (closing !== undefined) throw closed();
    if (pending === undefined && current !== undefined && current !== stale) return current;
    pending ??= logIn(send, signal).then(
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
  }

  async function logOut(login: Login): Promise<void> {
    if (login.ended) return;
    login.ended = true;
    // Best effort: the array ends the session when it has been idle for long enough.
    await later('logout', { headers: credentials(login) }).catch(() => undefined);
  }

  async function attempt(login: Login, request: WireRequest, next: Send): Promise<WireAnswer> {
    Object.assign(request.headers, credentials(login));
    const answer = await next(request);
    if (isSuccess(answer)) {
      login.proven = true;
      login.token = answer.headers.get('DELL-EMC-TOKEN') ?? login.token;
    }
    return answer;
  }

  return {
    async layer(request, next) {
      const login = await abortable(renew(undefined), request.signal);
      const answer = await attempt(login, request, next);
      // When the session has ended: 401 since 4.1, 403 before (ansible-powerstore #77; dell/gopowerstore).
      if ((answer.status !== 401 && answer.status !== 403) || !login.proven) return answer;
      const fresh = await abortable(renew(login), request.signal);
      const again = await attempt(fresh, request, next);
      // The role does not allow it, so the old session had not ended. It must not stay open on the array.
      if (again.status === 403) await logOut(login);
      return again;
    },
    async open(signal) {
      await renew(undefined, first, signal);
    },
    close() {
      closing ??= Promise.resolve(pending ?? current)
        .catch(() => undefined)
        .then((login) => (login === undefined ? undefined : logOut(login)));
      return closing;
    },
  };
}

function closed(): PowerStoreError {
  return new PowerStoreError('The client is closed and sends nothing more to the array', {
    code: 'ERR_POWERSTORE_CLOSED',
    hint: 'In a block with `await using`, await the calls before the block ends: `return await array.jobs.get(id)`.',
  });
}

/** The guide asks for the token on writes only; a read may carry it too. */
function credentials({ cookie, token }: Login): Record<string, string> {
  return token === undefined ? { cookie } : { cookie, 'dell-emc-token': token };
}

/**
 * Two lines and no library: one cookie goes back as it came, and a parser of `Set-Cookie` (set-cookie-parser, cookie)
 * adds 1.3 kB or more to a bundle of 20 kB.
 */
function authCookie(headers: AnswerHeaders): string | undefined {
  const cookie = headers.getSetCookie().find((line) => /^auth_cookie=[^;]/.test(line));
  return cookie?.split(';', 1)[0];
}

/** RFC 7617: UTF-8, and no colon in the user name. */
function basic(username: string, password: string): string {
  if (typeof username !== 'string' || username === '' || username.includes(':')) {
    throw new InputError('username must be a non-empty string without a colon');
  }
  if (typeof password !== 'string' || password === '') throw new InputError('password must be a non-empty string');
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(String.fromCodePoint(...bytes))}`;
}
