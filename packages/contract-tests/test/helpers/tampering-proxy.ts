// A proxy that passes every request on to a good array, and changes the answers on their way back.
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';

export interface PassedAnswer {
  method: string;
  /** Path below `/api/rest`, and query. */
  target: string;
  requestHeaders: IncomingMessage['headers'];
  status: number;
  headers: Record<string, string | string[]>;
  text: string;
  /** Sent in place of the text. */
  bytes?: Uint8Array;
}

/** Changes an answer in place, or holds it back for some time. */
export type Tamper = (answer: PassedAnswer) => void | Promise<void>;

/** A request as an array reads it that gets some of it wrong. */
export interface ReadRequest {
  /** Below `/api/rest`. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
}

/** Answers a request in place of the array, which does not get it. */
export type Intercept = (request: {
  method: string;
  target: string;
  body: string;
}) => PassedAnswer['status'] | undefined;

/** Empties all lists except these and those that are never empty, so that a run has little to ask. */
export function withoutRows(...kept: string[]): Tamper {
  const full = new Set(['software_installed', 'cluster', 'login_session', ...kept]);
  return (answer) => {
    const { method, target, status } = answer;
    const [, list] = /^\/(\w+)(\?|$)/.exec(target) ?? [];
    if (method !== 'GET' || status >= 300 || list === undefined || full.has(list)) return;
    Object.assign(answer, { status: 200, text: '[]' });
    delete answer.headers['content-range'];
  };
}

const refusal = '{"messages":[{"code":"0xE0A0FFFFFFFF","severity":"Error","message_l10n":"No."}]}';

export interface TamperingProxy extends AsyncDisposable {
  url: string;
  /** Method and path of every request that came, in order. */
  requests: string[];
}

export async function createTamperingProxy(
  upstream: string,
  tamper: Tamper,
  misread: (request: ReadRequest) => void = () => undefined,
  intercept: Intercept = () => undefined,
): Promise<TamperingProxy> {
  const requests: string[] = [];
  const agent = new Agent({ keepAlive: true });
  const passOn = (incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> => {
    const { method, url, headers } = incoming;
    const { connection: _connection, host: _host, ...passed } = headers;
    const { pathname, searchParams } = new URL(url ?? '/', upstream);
    misread({ path: pathname.slice('/api/rest'.length), query: searchParams, headers: passed });
    const target = searchParams.size > 0 ? `${pathname}?${searchParams.toString()}` : pathname;
    return new Promise((resolve, reject) => {
      request(`${upstream}${target}`, { agent, method, headers: passed }, resolve).once('error', reject).end(body);
    });
  };
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers: requestHeaders } = incoming;
    requests.push(`${method} ${url.split('?')[0]}`);
    const target = url.slice('/api/rest'.length);
    const body = await buffer(incoming);
    const refused = intercept({ method, target, body: body.toString() });
    if (refused !== undefined) {
      outgoing.writeHead(refused, { 'content-type': 'application/json' }).end(refusal);
      return;
    }
    const response = await passOn(incoming, body);
    const answer: PassedAnswer = {
      method,
      target,
      requestHeaders,
      status: response.statusCode ?? 0,
      headers: { 'set-cookie': [], ...(response.headers as Record<string, string | string[]>) },
      text: await text(response),
    };
    delete answer.headers['content-length'];
    delete answer.headers['connection'];
    delete answer.headers['keep-alive'];
    await tamper(answer);
    // No answer can have this status, so the proxy drops the connection.
    if (answer.status === 0) outgoing.destroy();
    else outgoing.writeHead(answer.status, answer.headers).end(answer.bytes ?? answer.text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
