import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

/** A request as the array saw it. */
export interface Seen {
  readonly method: string;
  /** Path below `/api/rest`, as it came over the wire. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An answer of the array; `body` is sent as JSON unless it is a string. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: unknown;
}

export interface FakeArrayOptions {
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Instances by resource. */
  readonly rows?: Readonly<Record<string, readonly object[]>>;
  /** The status of the answer to a request without an open session. */
  readonly expiredStatus?: number;
  /** Headers of that answer. */
  readonly expiredHeaders?: Answer['headers'];
  /** Whether every request needs a connection of its own. */
  readonly closesConnections?: boolean;
  /** Whether a request gets no answer. */
  readonly hold?: (seen: Seen) => boolean;
  /** Answers in place of the array, once the request is authenticated. */
  readonly answer?: (seen: Seen) => Answer | undefined;
}

export interface FakeArray extends AsyncDisposable {
  readonly origin: string;
  readonly port: number;
  /** Everything that was asked, in order. */
  readonly seen: readonly Seen[];
  /** The same without the requests that the client makes by itself: the login, and the release of the array. */
  readonly asked: readonly Seen[];
  /** Sessions that are open. */
  readonly sessions: ReadonlySet<string>;
  /** Resolves when every connection that was ever made is closed. */
  disconnected(): Promise<unknown>;
  /** Ends all sessions, as the idle timeout does. */
  expire(): void;
  /** Gives out this token from the next answer on. */
  rotateToken(token: string): void;
  /** Accepts this password from now on. */
  changePassword(password: string): void;
}

export const username = 'admin';
export const password = 'Pässword:123!';

/** An array: Basic, cookie and token, paging. Written from the guide, not from the client. */
export async function fakeArray(options: FakeArrayOptions = {}): Promise<FakeArray> {
  const seen: Seen[] = [];
  const sessions = new Set<string>();
  const closed: Promise<unknown>[] = [];
  const expired = options.expiredStatus ?? 401;
  let accepted = password;
  let token = 'token-1';
  let logins = 0;

  const authenticate = ({ method, path, headers }: Seen): Answer | undefined => {
    const cookie = /auth_cookie=([^;]+)/.exec(headers.cookie ?? '')?.[1];
    if (cookie !== undefined) {
      if (!sessions.has(cookie))
        return { ...refusal(expired, 'The session is over.'), headers: options.expiredHeaders ?? {} };
      if (method !== 'GET' && headers['dell-emc-token'] !== token) return refusal(403, 'The token is not valid.');
      if (path === '/logout') sessions.delete(cookie);
      return undefined;
    }
    const basic = Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString('utf8');
    return basic === `${username}:${accepted}` ? undefined : refusal(401, 'The credentials are not valid.');
  };

  const respond = (request: Seen): Answer => {
    const refused = authenticate(request);
    if (refused !== undefined) return refused;
    if (request.headers.authorization !== undefined) {
      logins += 1;
      sessions.add(`session-${logins}`);
      const cookie = `auth_cookie=session-${logins}; Path=/; Secure; HttpOnly`;
      const injected = options.answer?.(request);
      return (
        injected ?? { status: 200, headers: { 'Set-Cookie': ['other=1; Path=/', cookie] }, body: [{ id: 'login' }] }
      );
    }
    return options.answer?.(request) ?? read(options.rows ?? {}, request);
  };

  const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://array');
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const one: Seen = {
      method: request.method ?? '',
      path: pathname.replace('/api/rest', ''),
      query: Object.fromEntries(searchParams),
      headers: request.headers,
      body,
    };
    seen.push(one);
    if (options.hold?.(one) === true) return;
    const { status, headers = {}, body: answer } = respond(one);
    const text = typeof answer === 'string' ? answer : answer === undefined ? '' : JSON.stringify(answer);
    response.writeHead(status, { ...(status < 300 ? { 'DELL-EMC-TOKEN': token } : {}), ...headers }).end(text);
  };

  const server = options.tls === undefined ? createHttpServer(listener) : createHttpsServer(options.tls, listener);
  // Connections stay until the client ends them.
  server.keepAliveTimeout = 600_000;
  if (options.closesConnections === true) server.maxRequestsPerSocket = 1;
  server.on('connection', (socket: Socket) => closed.push(new Promise((resolve) => socket.once('close', resolve))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    origin: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    seen,
    get asked() {
      return seen.filter(
        ({ headers, query }) => headers.authorization === undefined && query['select'] !== 'release_version',
      );
    },
    sessions,
    disconnected: () => Promise.all(closed),
    expire: () => sessions.clear(),
    rotateToken: (next) => {
      token = next;
    },
    changePassword: (next) => {
      accepted = next;
    },
    [Symbol.asyncDispose]: async () => {
      const done = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await done;
    },
  };
}

const installed = [{ id: '0', is_cluster: true, release_version: '4.4.0.0' }];

function refusal(status: number, text: string): Answer {
  return { status, body: { messages: [{ code: '0xE04040000001', severity: 'Error', message_l10n: text }] } };
}

function read(rows: Readonly<Record<string, readonly object[]>>, { method, path, query }: Seen): Answer {
  if (method !== 'GET') return { status: 204 };
  const [, resource = '', id] = path.split('/');
  const all = rows[resource] ?? (resource === 'software_installed' ? installed : [{ id: '0' }]);
  if (id !== undefined) {
    const found = all.find((row) => 'id' in row && row.id === decodeURIComponent(id));
    return found === undefined ? refusal(404, `Instance with id ${id} was not found.`) : { status: 200, body: found };
  }
  const offset = Number(query['offset'] ?? 0);
  const limit = Math.min(Number(query['limit'] ?? 100), 2000);
  if (limit < 1 || (offset > 0 && offset >= all.length)) return refusal(416, 'The range is not satisfiable.');
  const part = all.slice(offset, offset + limit);
  if (part.length === all.length) return { status: 200, body: part };
  const range = `${offset}-${offset + part.length - 1}/${all.length}`;
  return { status: 206, headers: { 'Content-Range': range }, body: part };
}
