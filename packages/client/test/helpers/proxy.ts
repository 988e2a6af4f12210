import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect as dial, type Socket } from 'node:net';

/** How a proxy answers `CONNECT`: with a tunnel, a status, or in one of the ways of a broken one. */
export type ProxyAnswer =
  | 'tunnel'
  | number
  | 'close'
  | 'reset'
  | 'half a line'
  | 'half a line, then close'
  | 'tunnel, then close'
  | 'tunnel, and speaks first'
  | 'nothing';

export interface Proxy extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** How it answers from now on. */
  answer: ProxyAnswer | ((target: string) => ProxyAnswer);
  readonly seen: readonly {
    readonly target: string;
    readonly host: string | undefined;
    readonly authorization: string | undefined;
  }[];
  /** Connections so far. */
  connections(): number;
  /** Closes all connections. */
  hangUp(): void;
  /** Resolves when every connection that was ever made is closed. */
  disconnected(): Promise<unknown>;
}

/** A proxy that makes tunnels, and remembers for whom. `to` dials in place of the target. */
export async function proxyServer(answer: Proxy['answer'] = 'tunnel', to?: number): Promise<Proxy> {
  const seen: Proxy['seen'][number][] = [];
  const sockets = new Set<Socket>();
  const closed: Promise<unknown>[] = [];
  const server = createServer();
  server.on('connection', (socket: Socket) => closed.push(new Promise((resolve) => socket.once('close', resolve))));
  server.on('connect', ({ url: target = '', headers }: IncomingMessage, client: Socket) => {
    seen.push({ target, host: headers.host, authorization: headers['proxy-authorization'] });
    sockets.add(client);
    client
      .on('error', () => undefined)
      .on('end', () => client.end())
      .resume();
    const how = typeof proxy.answer === 'function' ? proxy.answer(target) : proxy.answer;
    if (typeof how === 'number') client.end(`HTTP/1.1 ${how} No\r\ncontent-length: 0\r\n\r\n`);
    else if (how === 'close') client.destroy();
    else if (how === 'reset') client.resetAndDestroy();
    else if (how === 'half a line') client.write('HTTP/1.1 20');
    else if (how === 'half a line, then close') client.end('HTTP/1.1 20');
    else if (how === 'tunnel, and speaks first') client.write('HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 400 Bad\r\n\r\n');
    else if (how === 'tunnel, then close') client.write('HTTP/1.1 200 OK\r\n\r\n', () => client.destroy());
    else if (how === 'tunnel') {
      const { hostname, port } = new URL(`http://${target}`);
      const upstream = dial(to ?? Number(port), to === undefined ? hostname : '127.0.0.1', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(client).pipe(upstream);
      });
      sockets.add(upstream);
      // One side ends with the other, as it ended.
      upstream.on('error', () => client.resetAndDestroy());
      upstream.on('close', () => client.destroy());
      client.on('close', () => upstream.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: Proxy = {
    url: `http://127.0.0.1:${port}`,
    port,
    answer,
    seen,
    connections: () => closed.length,
    disconnected: () => Promise.all(closed),
    hangUp() {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        proxy.hangUp();
      }),
  };
  return proxy;
}
