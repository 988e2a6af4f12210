// One login: opens it, sends with it, ends it. login-session.ts decides when a new one is needed.
import { ContractError } from '../errors/contract-error.js';
import { isApiError, isContractError } from '../errors/guards.js';
import { readAnswer } from '../http/answer.js';
import type { Transport } from '../http/transport.js';
import { type AnswerHeaders, isSuccess, type Send, type WireAnswer, type WireRequest } from '../http/wire.js';

/** One login on the array. */
export interface Login {
  readonly cookie: string;
  /** The newest token. The array may change it with any answer (dell/gopowerstore, `api/api.go`). */
  token: string | undefined;
  /** Whether a request has succeeded with it. */
  proven: boolean;
  /** Its beginning, by `performance.now()`. */
  readonly began: number;
  ended: boolean;
}

export async function logIn(send: Transport, authorization: string, signal: AbortSignal | undefined): Promise<Login> {
  const exchange = await send('login_session_collection_query', { headers: { Authorization: authorization }, signal });
  const { operation, request, answer } = exchange;
  const { status, headers } = answer;
  const noPowerStore = (problem: string, cause?: unknown): ContractError =>
    new ContractError(`${new URL(request.url).origin} does not answer as a PowerStore does: ${problem}`, operation, {
      cause,
    });
  try {
    readAnswer(exchange);
  } catch (error) {
    // An array says in a message why it refuses a login; a server in trouble is another matter.
    const isForeign =
      isApiError(error) && error.messages.length === 0 && status < 500 && ![401, 403, 429].includes(status);
    throw isForeign || isContractError(error) ? noPowerStore((error as Error).message, error) : error;
  }
  const cookie = authCookie(headers);
  if (cookie === undefined) throw noPowerStore('the answer to the login has no auth_cookie');
  return {
    cookie,
    token: headers.get('DELL-EMC-TOKEN') ?? undefined,
    proven: false,
    began: performance.now(),
    ended: false,
  };
}

/** Sends a request with a login, and keeps the token of the answer. */
export async function sendWith(login: Login, request: WireRequest, next: Send): Promise<WireAnswer> {
  Object.assign(request.headers, credentials(login));
  const answer = await next(request);
  if (isSuccess(answer)) {
    login.proven = true;
    login.token = answer.headers.get('DELL-EMC-TOKEN') ?? login.token;
  }
  return answer;
}

export async function logOut(send: Transport, login: Login, signal?: AbortSignal): Promise<void> {
  if (login.ended) return;
  login.ended = true;
  // Best effort: the array ends the session when it has been idle for long enough.
  await send('logout', { headers: credentials(login), signal }).catch(() => undefined);
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

/** The `Authorization` of a login: UTF-8 (RFC 7617). */
export function basic(username: string, password: string): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(String.fromCodePoint(...bytes))}`;
}
