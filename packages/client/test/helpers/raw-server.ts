import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RawServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
}

/** A server that answers a login, and leaves everything else to the test. */
export async function rawServer(listener: RequestListener): Promise<RawServer> {
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/login_session') === true) {
      response.writeHead(200, { 'Set-Cookie': 'auth_cookie=x' }).end('[]');
    } else if (request.url?.endsWith('/logout') === true) {
      response.writeHead(204).end();
    } else {
      listener(request, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      const done = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await done;
    },
  };
}
