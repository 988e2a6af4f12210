import { setTimeout as sleep } from 'node:timers/promises';
import type { Fetch } from '@powerstore-api/client/node';
import { nearest } from '@powerstore-api/input';
import type { OperationId } from '@powerstore-api/types';
import PQueue from 'p-queue';
import { authCookieOf, cookieHeader } from './auth-cookie.js';
import { address, type Answer, readAnswer, type RequestParts, type SentExchange } from './exchange.js';
import { createGate, type Gate, type GateRequest, NotSentError } from './gate.js';
import { LostArrayError } from './lost-array-error.js';
import type { Mishap } from './mishap.js';
import type { OtherRequest } from './other-requests.js';
import { contractOperations } from '../target/permit.js';
import { pauseOf } from './retry-after.js';
import { sentRequestOf } from './sent-request.js';
import { beginLife, type SessionLife } from './session-life.js';
import { cookieValueOf, type Credentials, madeUpSecret, passwordsOf } from '../secrecy/secrets.js';
import type { Target } from '../target/target.js';

/** The sender that a request names: the login session, nobody, or a user with Basic. */
export type Sender = 'session' | 'anonymous' | { username: string; password: string };

export interface RequestOptions extends RequestParts {
  as?: Sender;
  /** The check provoked a 503, which then is no sign of an array in trouble. */
  provoked?: true;
}

/** A second login session, and the answer to its login. */
export interface OtherLogin extends Credentials {
  exchange: SentExchange;
}

/** The suite leaves an array alone after this many answers of 503 in a row. */
const maxBusyAnswersInARow = 3;

/** Statuses of an array to a login session that it has ended: 401, and 403 as gopowerstore reads it. */
const refusals: ReadonlySet<number> = new Set([401, 403]);

/**
 * Asks an array, one request at a time and in one login session. It is not the client on purpose: nothing here repairs or hides
 * an answer. It asks again only where the array says when (a read, 503 with `Retry-After`), or has ended the login session, and
 * notes both as mishaps. All requests pass its gate, which refuses those that the run may not send.
 */
export class ArraySession {
  readonly #target: Target;
  readonly #gate: Gate;
  readonly #queue: PQueue;
  /** Every secret of the login session so far: a later answer may repeat an earlier one. */
  readonly #secrets: Set<string>;
  #credentials: Credentials = { cookie: '', token: '' };
  #isLoggedIn = false;
  #isLoggedOut = false;
  #login: Promise<SentExchange> | undefined;
  #logins = 0;
  #life: SessionLife | undefined;
  #requests = 0;
  #busyInARow = 0;
  #mishaps: Mishap[] = [];

  /** Nothing is sent yet. */
  constructor(target: Target, fetch: Fetch) {
    const { requestsPerSecond } = target.pace;
    this.#target = target;
    this.#gate = createGate(target, fetch);
    this.#secrets = new Set([...passwordsOf(target), madeUpSecret]);
    this.#queue = new PQueue({
      concurrency: 1,
      ...(requestsPerSecond !== undefined && { interval: 1000 / requestsPerSecond, intervalCap: 1, strict: true }),
    });
  }

  get credentials(): Credentials {
    return this.#credentials;
  }

  /** The password, and all cookies and tokens so far. No report may have them. */
  get secrets(): ReadonlySet<string> {
    return this.#secrets;
  }

  /** The number of requests that have been sent. */
  get requests(): number {
    return this.#requests;
  }

  /** Ids of the instances that requests have been sent to change. */
  get written(): ReadonlySet<string> {
    return this.#gate.changed;
  }

  /** The writes that went out although the run may not send them, without ids. */
  get forbiddenWrites(): string[] {
    return this.#gate.forbiddenWrites();
  }

  /** Notes a request that somebody in this process sent in another way. */
  note(request: OtherRequest): void {
    this.#gate.note(request);
  }

  /** What has gone wrong on the way since the last call, although each request had its answer in the end. */
  takeMishaps(): Mishap[] {
    const mishaps = this.#mishaps;
    this.#mishaps = [];
    return mishaps;
  }

  /**
   * Sends a request. A read that the array is too busy for is sent again when the array says, and any request that it refuses
   * because it has ended the login session, after another login. Once the signal is aborted, nothing more is sent; an answer that
   * is under way is awaited.
   *
   * @throws NotSentError when the run may not send it.
   * @throws LostArrayError when the array does not answer, is busy too often, or ends the login session again.
   */
  async send(operationId: OperationId, options: RequestOptions = {}, signal?: AbortSignal): Promise<SentExchange> {
    const exchange = await this.#sendWhenFree(operationId, options, signal);
    const { as = 'session', provoked } = options;
    const isOfSession = as === 'session' && this.#isLoggedIn && !this.#isLoggedOut && this.#credentials.cookie !== '';
    if (!isOfSession || provoked || !refusals.has(exchange.status)) return exchange;
    return (await this.#hasEnded(signal)) ? this.#sendWhenFree(operationId, options, signal) : exchange;
  }

  /** Whether the array has ended the login session. There is a new one then. */
  async #hasEnded(signal?: AbortSignal): Promise<boolean> {
    const { cookie } = this.#credentials;
    const exchange = await this.#sendWhenFree('login_session_collection_query', {}, signal);
    if (!refusals.has(exchange.status)) return false;
    // Another request may have led here as well, and logged in meanwhile.
    if (cookie !== this.#credentials.cookie) return true;
    if (this.#life?.wasIdle(exchange) !== true) {
      this.#mishaps.push({ kind: 'session-ended', exchange });
      // A person or a restart may end one login session, and hardly the next one at once.
      if (this.#logins > 1 && this.#life?.wasShort)
        throw new LostArrayError('the array ended the login session of the run again');
    }
    const { status } = await this.#logIn();
    if (status >= 300)
      throw new LostArrayError(
        `the array ended the login session of the run, and answers another login with ${status}`,
      );
    return true;
  }

  /** Sends a request, and a read again that the array is too busy for, if the array says when. */
  async #sendWhenFree(operationId: OperationId, options: RequestOptions, signal?: AbortSignal): Promise<SentExchange> {
    for (let attempts = 1; ; attempts += 1) {
      const exchange = await this.#sendOnce(operationId, options, signal);
      const isRead = contractOperations[operationId].method === 'GET';
      const pauseMs = isRead && !options.provoked && attempts < maxBusyAnswersInARow ? pauseOf(exchange) : undefined;
      if (pauseMs === undefined) return exchange;
      this.#mishaps.push({ kind: 'busy', exchange });
      // Where the signal ends the pause, it stops the request as well.
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #sendOnce(operationId: OperationId, options: RequestOptions, signal?: AbortSignal): Promise<SentExchange> {
    const { as = 'session', provoked, ...parts } = options;
    const { request, ...prepared } = this.#prepare(operationId, parts);
    this.#gate.judge(prepared);
    const exchange = await this.#enqueue(async () => {
      const login = this.#loginHeaders(as, operationId);
      const answer = await this.#answer(request, { ...prepared, headers: { ...login, ...prepared.headers } });
      return {
        operationId,
        request,
        ...(prepared.body !== undefined && { sent: JSON.parse(prepared.body) }),
        sentRequest: sentRequestOf(prepared, login, typeof as === 'object' ? as.username : this.#target.username),
        ...answer,
      };
    }, signal);
    if (as === 'session' && !refusals.has(exchange.status)) this.#life?.note(exchange);
    if (as === 'session') this.#remember({ token: exchange.headers.get('dell-emc-token') ?? this.#credentials.token });
    this.#busyInARow = exchange.status === 503 && !provoked ? this.#busyInARow + 1 : 0;
    if (this.#busyInARow >= maxBusyAnswersInARow)
      throw new LostArrayError(
        `${exchange.request}: the array was busy (503) ${maxBusyAnswersInARow} times in a row, so the suite leaves it alone`,
      );
    return exchange;
  }

  /** Opens the login session of the other requests, once: later calls return the same exchange. */
  login(): Promise<SentExchange> {
    return (this.#login ??= this.#logIn());
  }

  /** Ends the login session. Later requests still send the cookie, which shows that it is worth nothing. */
  logout(): Promise<SentExchange> {
    this.#isLoggedOut = true;
    return this.send('logout');
  }

  /** Ends the login session where no check has done so. Nothing is sent afterwards. */
  async end(): Promise<void> {
    if (this.#credentials.cookie !== '' && !this.#isLoggedOut) await this.logout().catch(() => undefined);
    this.#gate.close();
  }

  /** Opens a second login session beside that of the other requests. */
  async loginAgain(): Promise<OtherLogin> {
    const exchange = await this.#sendWhenFree('login_session_collection_query', { as: this.#target });
    const { cookie, token } = credentialsIn(exchange);
    this.#secrets.add(cookieValueOf(cookie)).add(token);
    return { exchange, cookie, token };
  }

  /** Ends a second login session. */
  async logoutAgain({ cookie, token }: Credentials): Promise<void> {
    if (cookie === '') return;
    const headers = { cookie, 'dell-emc-token': token };
    await this.send('logout', { as: 'anonymous', headers }).catch(() => undefined);
  }

  /** Logs in with another password than that of the user. */
  tryWrongPassword(): Promise<SentExchange> {
    const { username } = this.#target;
    return this.#sendWhenFree('login_session_collection_query', { as: { username, password: madeUpSecret } });
  }

  /** Reads for the client of this project, which has to keep the pace as well. */
  read(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const request = { method: 'GET', url, headers };
    this.#gate.judge(request);
    return this.#enqueue(() => this.#gate.send(request, signal));
  }

  async #logIn(): Promise<SentExchange> {
    this.#logins += 1;
    const exchange = await this.#sendWhenFree('login_session_collection_query', { as: this.#target });
    this.#remember(credentialsIn(exchange));
    this.#isLoggedIn = exchange.status < 300;
    this.#life = beginLife(exchange, this.#life);
    return exchange;
  }

  #remember(credentials: Partial<Credentials>): void {
    this.#credentials = { ...this.#credentials, ...credentials };
    const { cookie, token } = this.#credentials;
    this.#secrets.add(cookieValueOf(cookie)).add(token);
  }

  #enqueue<T>(sending: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#queue.add(() => {
      signal?.throwIfAborted();
      this.#requests += 1;
      return sending();
    });
  }

  /** A request as it is sent, apart from the login, and the line by which a report shows it. */
  #prepare(operationId: OperationId, { headers, body, ...parts }: RequestParts): GateRequest & { request: string } {
    if (!Object.hasOwn(contractOperations, operationId)) throw new NotSentError(unknownOperation(operationId));
    const { method, path: template } = contractOperations[operationId];
    // An empty id asks for the list, and `URL` climbs out of the path with dots.
    if (template.includes('{id}') && /^\.{0,2}$/.test(parts.id ?? ''))
      throw new NotSentError(`${operationId} needs an id, not '${parts.id ?? ''}'`);
    if (method === 'GET' && body !== undefined) throw new NotSentError('A GET has no body');
    const { path, request } = address(operationId, parts);
    return {
      request,
      method,
      url: `${this.#target.url}/api/rest${path}`,
      headers: {
        accept: 'application/json',
        // The language of the texts in the contract.
        'accept-language': 'en-US',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
  }

  async #answer(request: string, sent: GateRequest): Promise<Answer> {
    try {
      return await readAnswer(await this.#gate.send(sent, AbortSignal.timeout(this.#target.timeoutMs)));
    } catch (error) {
      throw error instanceof NotSentError ? error : LostArrayError.of(request, sent, error);
    }
  }

  #loginHeaders(sender: Sender, operationId: OperationId): Record<string, string> {
    if (sender === 'anonymous') return {};
    if (sender !== 'session') return { authorization: basic(sender) };
    const { cookie, token } = this.#credentials;
    // A login that succeeds without a cookie is a finding. The other checks can go on with Basic.
    if (cookie === '' && this.#isLoggedIn) return { authorization: basic(this.#target) };
    const isWrite = contractOperations[operationId].method !== 'GET';
    return { cookie, ...(isWrite && { 'dell-emc-token': token }) };
  }
}

/** The secrets that the answer to a login hands out; empty where it has none. */
function credentialsIn({ headers }: SentExchange): Credentials {
  const cookie = authCookieOf(headers);
  return { cookie: cookie ? cookieHeader(cookie) : '', token: headers.get('dell-emc-token') ?? '' };
}

function unknownOperation(given: unknown): string {
  const name = String(given);
  const meant = nearest(name, Object.keys(contractOperations));
  const remedy = meant === undefined ? '`operations` of @powerstore-api/types has all' : `did you mean ${meant}?`;
  return `The contract has no operation ${name} (${remedy})`;
}

const basic = ({ username, password }: { username: string; password: string }): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
