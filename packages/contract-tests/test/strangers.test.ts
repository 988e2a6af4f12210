// An address behind which there is no PowerStore: the run and the doctor say so in one line, and give no verdict.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { powerstoreContract } from './helpers/command-line.js';

interface Answer {
  status: number;
  type: string;
  text: string;
}

/** A server that gives every request the same answer. */
async function createStranger({ status, type, text }: Answer): Promise<AsyncDisposable & { url: string }> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const page = '<!doctype html><title>Welcome</title>';

it.each<[string, Answer, string]>([
  ['pages of HTML', { status: 200, type: 'text/html', text: page }, 'a page of HTML (200)'],
  ['pages of HTML that say 404', { status: 404, type: 'text/html', text: page }, 'a page of HTML (404)'],
  ['pages that call themselves JSON', { status: 200, type: 'application/json', text: page }, 'a page of HTML (200)'],
  ['plain text', { status: 200, type: 'text/plain', text: 'OK' }, 'a body that is not JSON (200)'],
  ['404', { status: 404, type: 'application/json', text: '{}' }, '404, but every PowerStore has this resource'],
  ['an object', { status: 200, type: 'application/json', text: '{}' }, 'something else than a list (200)'],
])('a server that answers every request with %s is no PowerStore', async (_title, answer, said) => {
  await using stranger = await createStranger(answer);
  const env = {
    POWERSTORE_URL: stranger.url,
    POWERSTORE_USERNAME: 'monitor',
    POWERSTORE_PASSWORD: 'Password123!',
    POWERSTORE_REQUESTS_PER_SECOND: '100',
  };
  const { host } = new URL(stranger.url);
  const remedy =
    'Either it is no PowerStore, or something in between answers for it, such as a proxy or a load balancer. Check the address and its port.';
  expect(await powerstoreContract([], env)).toEqual({
    code: 2,
    out: '',
    err: `Could not run: ${host} answers GET /login_session with ${said}. ${remedy}\n`,
  });
  const doctor = await powerstoreContract(['doctor'], env);
  expect(doctor.code).toBe(1);
  expect(doctor.out).toContain(`it answers GET /login_session with ${said}.`);
  expect(doctor.out).toContain(remedy);
});
