// Arrays that lack something: as a proxy before a good array, and as an emulator that was written for another purpose.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PassedAnswer, Tamper } from './tampering-proxy.js';

/** Whether a request goes to a resource: its list, its instances, or their actions. */
const goesTo = ({ target }: PassedAnswer, resource: string): boolean =>
  new RegExp(`^/${resource}([/?]|$)`).test(target);

/** Answers each request for these resources in this way. */
export const lacking =
  (...resources: string[]): Tamper =>
  (answer) => {
    if (!resources.some((it) => goesTo(answer, it))) return;
    Object.assign(answer, { status: 404, text: '{"messages":[{"code":"0xE04040010002","severity":"Error"}]}' });
    delete answer.headers['content-range'];
  };

/** Answers reads of instances as an array without that operation does. */
export const withoutInstances =
  (resource: string, status: number): Tamper =>
  (answer) => {
    if (answer.method === 'GET' && answer.target.startsWith(`/${resource}/`) && answer.status === 200)
      Object.assign(answer, { status, text: '{"messages":[{"code":"0xE04040010002","severity":"Error"}]}' });
  };

type Row = Record<string, unknown> & { id: string };

export interface Emulator extends AsyncDisposable {
  url: string;
  username: string;
  password: string;
}

/**
 * A small server with some collections of an array. It knows `select`, `limit` and `offset`, and no filters; for every other
 * path it has a page of HTML.
 */
export async function createEmulator(collections: Readonly<Record<string, readonly Row[]>>): Promise<Emulator> {
  const user = { username: 'admin', password: 'emulated' };
  const basic = `Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://emulator');
    const [, resource = '', id] = /^\/api\/rest\/(\w+)(?:\/([^/]+))?$/.exec(pathname) ?? [];
    const send = (status: number, json: unknown): void =>
      void response
        .writeHead(status, {
          'content-type': 'application/json',
          'set-cookie': 'auth_cookie=abc; Path=/; HttpOnly',
          'dell-emc-token': 'token',
        })
        .end(JSON.stringify(json));
    const refuse = (status: number): void => send(status, { messages: [{ code: '0x0', severity: 'Error' }] });
    const { authorization, cookie } = request.headers;
    if (authorization !== basic && cookie !== 'auth_cookie=abc') return refuse(401);
    const rows = collections[resource];
    if (!rows)
      return void response.writeHead(404, { 'content-type': 'text/html' }).end(`<h1>Cannot ${request.method}</h1>`);
    const names = searchParams.get('select')?.split(',') ?? ['id'];
    const selected = (row: Row): object => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
    if (id === undefined) {
      const first = Number(searchParams.get('offset') ?? 0);
      return send(200, rows.slice(first, first + Number(searchParams.get('limit') ?? 100)).map(selected));
    }
    const row = rows.find((it) => it.id === id);
    return row ? send(200, selected(row)) : refuse(404);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...user,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
