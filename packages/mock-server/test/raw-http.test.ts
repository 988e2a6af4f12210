// Requests that hardly are HTTP. They are answered in PowerStore's shape as well, and never in Node's words.
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { createMockServer, createSimulator } from '../src/index.js';
import { ask, basic } from './helpers/array.js';

/** Sends a text, and returns everything that comes back until the server ends the connection. */
const exchangeRaw = (url: string, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const chunks: Buffer[] = [];
    connect(Number(port), hostname)
      .on('error', reject)
      .on('data', (chunk) => void chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks).toString()))
      .write(text);
  });

interface Raw {
  status: number;
  type: string | undefined;
  text: string;
}

async function ended(url: string, ...lines: string[]): Promise<Raw> {
  const answer = await exchangeRaw(url, `${lines.join('\r\n')}\r\n\r\n`);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const { messages } = JSON.parse(body) as { messages: { message_l10n: string }[] };
  return {
    status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]),
    type: /^content-type: (.*)$/im.exec(head)?.[1],
    text: messages.map(({ message_l10n: text }) => text).join('\n'),
  };
}

const close = 'Connection: close';

test.each<[string, string[], number, RegExp]>([
  ['HTTP/1.1 without Host', ['GET /api/rest/cluster HTTP/1.1', close], 400, /Host/],
  ['a write without Host', ['POST /api/rest/logout HTTP/1.1', close, 'Content-Length: 0'], 400, /Host/],
  ['a line that is no request', ['hello'], 400, /not valid HTTP/],
  ['two lengths', ['GET / HTTP/1.1', 'Host: x', 'Content-Length: 1', 'Content-Length: 2'], 400, /not valid HTTP/],
  ['headers without end', ['GET / HTTP/1.1', `x: ${'y'.repeat(20_000)}`], 431, /too large/],
  ['a client that takes it for a proxy', ['CONNECT array-a:443 HTTP/1.1', 'Host: array-a:443'], 405, /not a proxy/],
])('%s', async (_, lines, status, text) => {
  await using sim = await createSimulator({ fast: true });
  await using mock = await createMockServer();
  for (const { url } of [sim.a, mock])
    expect(await ended(url, ...lines)).toEqual({ status, type: 'application/json', text: expect.stringMatching(text) });
  expect((await ask(sim.a, '/cluster')).status).toBe(200);
});

test('a whole URL takes the place of the path', async () => {
  await using sim = await createSimulator({ fast: true });
  const answer = await exchangeRaw(
    sim.a.url,
    `GET http://array-a/api/rest/cluster?select=name HTTP/1.1\r\nHost: array-a\r\nAuthorization: ${basic(sim.a)}\r\n${close}\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 [^]*"array-a"/);
});

test('a body in an encoding is not taken for a plain one', async () => {
  await using sim = await createSimulator({ fast: true });
  const { status, text } = await ask(sim.a, '/volume/name:spare-a', {
    method: 'PATCH',
    headers: { 'content-encoding': 'gzip', 'content-type': 'application/json', authorization: basic(sim.a) },
    body: '{}',
  });
  expect([status, text]).toEqual([415, expect.stringContaining('without Content-Encoding; it was gzip.')]);
});

test('HTTP/1.0 needs no Host', async () => {
  await using sim = await createSimulator({ fast: true });
  const answer = await exchangeRaw(
    sim.a.url,
    `GET /api/rest/cluster HTTP/1.0\r\nAuthorization: ${basic(sim.a)}\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});

test('a request without Host is in the journal', async () => {
  await using sim = await createSimulator({ fast: true });
  await ended(sim.a.url, 'GET /api/rest/cluster HTTP/1.1', close);
  expect(sim.journal.at(-1)?.text).toBe('GET /api/rest/cluster → 400');
});
