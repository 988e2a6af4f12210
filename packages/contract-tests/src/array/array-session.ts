import type { Fetch } from '@powerstore-api/client/node';
import { type OperationId, operations } from '@powerstore-api/types';
import PQueue from 'p-queue';
import { authCookieOf, cookieHeader } from './auth-cookie.js';
import { address, type Exchange, readExchange, type RequestParts } from './exchange.js';
import { LostArrayError } from './lost-array-error.js';
import { forbidden } from './permit.js';
import type { Target } from './target.js';

/** The sender that a request names: the login session, nobody, or a user with Basic. */
export type Sender = 'session' | 'anonymous' | { username: string; password: string };

export interface RequestOptions extends RequestParts {
  as?: Sender;
  withoutToken?: true;
  /** The check provoked a 503, which then is no sign of an array in trouble. */
  provoked?: true;
}

/** The secrets in the requests of a login session: the `Cookie` header and the DELL-EMC-TOKEN. */
export interface Credentials {
  cookie: string;
  token: string;
}

/** The suite leaves an array alone after this many answers of 503 in a row. */
const maxBusyAnswersInARow = 3;

/**
 * Asks an array, one request at a time and in one login session. It is not the client on purpose: nothing here repairs,
 * retries or hides an answer.
 *
 * Without a permit it refuses to send a request that changes something. No check can get past that.
 */
export class ArraySession {
  readonly #target: Target;
  readonly #fetch: Fetch;
  readonly #queue: PQueue;
  /** Ids in requests that change something. */
  readonly #changed = new Set<string>();
  #credentials: Credentials = { cookie: '', token: '' };
  #isLoggedIn = false;
  #isLoggedOut = false;
  #login: Promise<Exchange> | undefined;
  #requests = 0;
  #busyInARow = 0;

  /** Nothing is sent yet. */
  constructor(target: Target, fetch: Fetch) {
    const { requestsPerSecond } = target.pace;
    this.#target = target;
    this.#fetch = fetch;
    this.#queue = new PQueue({
      concurrency: 1,
      ...(requestsPerSecond !== undefined && { interval: 1000 / requestsPerSecond, intervalCap: 1, strict: true }),
    });
  }

  get credentials(): Credentials {
    return this.#credentials;
  }

  /** The number of requests that have been sent. */
  get requests(): number {
    return this.#requests;
  }

  /** Ids of the instances that requests have been sent to change. */
  get written(): ReadonlySet<string> {
    return this.#changed;
  }

  /**
   * Sends a request. Once the signal is aborted, nothing more is sent; an answer that is under way is awaited.
   *
   * @throws LostArrayError when the array does not answer, or is busy too often.
   */
  async send(operationId: OperationId, options: RequestOptions = {}, signal?: AbortSignal): Promise<Exchange> {
    const { as = 'session', withoutToken, provoked, ...parts } = options;
    const reason = forbidden(this.#target.permit, operationId, parts.id ?? '');
    if (reason !== undefined) throw new Error(`${reason}. Nothing was sent.`);
    if (operations[operationId].safety !== 'read-only' && parts.id !== undefined) this.#changed.add(parts.id);
    const exchange = await this.#enqueue(
      () => this.#exchange(operationId, parts, this.#loginHeaders(as, operationId, withoutToken)),
      signal,
    );
    if (as === 'session') this.#credentials.token = exchange.headers.get('dell-emc-token') ?? this.#credentials.token;
    this.#busyInARow = exchange.status === 503 && !provoked ? this.#busyInARow + 1 : 0;
    if (this.#busyInARow >= maxBusyAnswersInARow)
      throw new LostArrayError(
        `${exchange.request}: the array was busy (503) ${maxBusyAnswersInARow} times in a row, so the suite leaves it alone`,
      );
    return exchange;
  }

  /** Opens the login session of the other requests, once: later calls return the same exchange. */
  login(): Promise<Exchange> {
    return (this.#login ??= this.#logIn());
  }

  /** Ends the login session. Later requests still send the cookie, which shows that it is worth nothing. */
  logout(): Promise<Exchange> {
    this.#isLoggedOut = true;
    return this.send('logout');
  }

  /** Ends the login session where no check has done so. */
  async end(): Promise<void> {
    if (this.#credentials.cookie !== '' && !this.#isLoggedOut) await this.logout().catch(() => undefined);
  }

  /** Reads for the client of this project, which has to keep the pace as well. */
  read(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    return this.#enqueue(() => this.#fetch(url, { method: 'GET', headers, signal, redirect: 'manual' }));
  }

  async #logIn(): Promise<Exchange> {
    const exchange = await this.send('login_session_collection_query', { as: this.#target });
    const { headers, status } = exchange;
    const cookie = authCookieOf(headers);
    this.#credentials = { cookie: cookie ? cookieHeader(cookie) : '', token: headers.get('dell-emc-token') ?? '' };
    this.#isLoggedIn = status < 300;
    return exchange;
  }

  #enqueue<T>(sending: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#queue.add(() => {
      signal?.throwIfAborted();
      this.#requests += 1;
      return sending();
    });
  }

  async #exchange(operationId: OperationId, parts: RequestParts, login: Record<string, string>): Promise<Exchange> {
    const { method } = operations[operationId];
    const { path, request } = address(operationId, parts);
    const url = `${this.#target.url}/api/rest${path}`;
    try {
      const response = await this.#fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          // The language of the texts in the contract.
          'accept-language': 'en-US',
          ...(parts.body !== undefined && { 'content-type': 'application/json' }),
          ...login,
          ...parts.headers,
        },
        ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#target.timeoutMs),
      });
      return await readExchange(operationId, request, response, parts.body);
    } catch (error) {
      throw LostArrayError.of(request, { method, url }, error);
    }
  }

  #loginHeaders(sender: Sender, operationId: OperationId, withoutToken = false): Record<string, string> {
    if (sender === 'anonymous') return {};
    if (sender !== 'session') return { authorization: basic(sender) };
    const { cookie, token } = this.#credentials;
    // A login that succeeds without a cookie is a finding. The other checks can go on with Basic.
    if (cookie === '' && this.#isLoggedIn) return { authorization: basic(this.#target) };
    const isWrite = operations[operationId].method !== 'GET';
    return { cookie, ...(isWrite && !withoutToken && { 'dell-emc-token': token }) };
  }
}

const basic = ({ username, password }: { username: string; password: string }): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
