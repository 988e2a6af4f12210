import { X509Certificate } from 'node:crypto';
import { on } from 'node:events';
import { get } from 'node:https';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createMockServer, createSimulator, InputError, isInputError, type RequestLogEntry } from '../src/index.js';
import { ask, basic } from './helpers/array.js';
import { freePorts, isFree } from './helpers/ports.js';

describe('createMockServer', () => {
  it('listens on a free loopback port, many side by side, and frees it again', async () => {
    const [port] = await freePorts();
    const mocks = await Promise.all([createMockServer({ port }), createMockServer(), createMockServer()]);
    const ports = mocks.map(({ url }) => new URL(url).port);
    expect(new Set(ports).size).toBe(3);
    for (const { url } of mocks) expect(new URL(url).hostname).toBe('127.0.0.1');
    const [first, ...others] = mocks;
    await first?.close();
    expect(await isFree(port)).toBe(true);
    for (const other of others) expect((await ask(other, '/cluster')).status).toBe(200);
    const again = await createMockServer({ port });
    await Promise.all([again, ...others].map((server) => server.close()));
  });

  it('keeps a connection for as long as its client does, and closes all the same', async () => {
    const mock = await createMockServer();
    // It does not say `timeout=5`, as Node does by itself.
    expect((await ask(mock, '/cluster')).headers.get('keep-alive')).toBeNull();
    await expect(mock.close()).resolves.toBeUndefined();
  });

  it('fails with the cause when the port is taken', async () => {
    await using mock = await createMockServer();
    const { port } = new URL(mock.url);
    await expect(createMockServer({ port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it.each([
    [{ pasword: 'x' }, 'createMockServer: pasword is not known. Did you mean password?'],
    [
      { sessions: 3 },
      'createMockServer: sessions is not known. Known are host, port, tls, username, password, onRequest.',
    ],
    [{ port: '80' }, "createMockServer: port must be a number, not '80'."],
    [{ port: -1 }, 'createMockServer: port must be at least 0, not -1.'],
    [{ tls: [] }, 'createMockServer: tls.key is missing. tls.cert is missing.'],
    [{ tls: 'yes' }, 'createMockServer: tls must be true or false, not a text.'],
  ])('refuses the options %j and says why', async (options, text) => {
    await expect(createMockServer(options as object)).rejects.toThrow(new InputError(text));
  });

  it('goes on when onRequest throws', async () => {
    const warnings = on(process, 'warning');
    await using mock = await createMockServer({
      onRequest: () => {
        throw new Error('a listener broke');
      },
    });
    expect((await ask(mock, '/cluster')).status).toBe(200);
    expect((await ask(mock, '/cluster')).status).toBe(200);
    // Other warnings may come before it.
    for await (const [{ message }] of warnings as AsyncIterable<[Error]>) if (message === 'a listener broke') break;
  });

  it('has its password as a property, and shows it in no inspection', async () => {
    await using mock = await createMockServer({ password: 'a-secret-of-mine' });
    expect(mock.password).toBe('a-secret-of-mine');
    expect(inspect(mock, { depth: 9 }) + JSON.stringify(mock)).not.toContain(mock.password);
    const users = [{ username: 'me', password: 'a-secret-of-mine', role: 'administrator' as const }];
    await using sim = await createSimulator({ fast: true, arrays: { a: { users } } });
    expect([sim.a.password, sim.a.users]).toEqual(['a-secret-of-mine', users]);
    expect(inspect(sim, { depth: 9 }) + JSON.stringify(sim)).not.toContain(sim.a.password);
  });

  it('tells each entry, and no secret with it', async () => {
    const entries: RequestLogEntry[] = [];
    const mock = await createMockServer({ onRequest: (entry) => entries.push(entry) });
    await ask(mock, '/cluster?select=id');
    await ask(mock, '/nowhere');
    await mock.close();
    expect(entries).toMatchObject([
      { method: 'GET', target: '/api/rest/cluster?select=id', status: 200 },
      { method: 'GET', target: '/api/rest/nowhere', status: 404 },
    ]);
    expect(JSON.stringify(entries)).not.toContain(mock.password);
  });
});

describe('options that make no sense', () => {
  it.each([
    ['a port that there is not', { port: 65_536 }, /: port/],
    ['an empty host', { host: '' }, /: host/],
    ['a user name with a colon', { username: 'a:b' }, /: username: .*colon/],
    ['an option of another name', { colour: 'red' }, /: colour/],
  ])('%s: refused, with a message that names the option', async (_, options, message) => {
    const error = await createMockServer(options as object).catch((thrown: unknown) => thrown);
    expect(isInputError(error)).toBe(true);
    expect((error as Error).message).toMatch(message);
  });
});

describe('HTTPS', () => {
  it('is trusted by its own certificate, and by nothing else', async () => {
    await using mock = await createMockServer({ tls: true });
    expect(mock.url).toMatch(/^https:/);
    expect(new X509Certificate(mock.certificate ?? '').fingerprint256).toBe(mock.fingerprint);
    expect(await statusOver(`${mock.url}/api/rest/cluster`, basic(mock), mock.certificate)).toBe(200);
    await expect(statusOver(`${mock.url}/api/rest/cluster`, basic(mock))).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });

  it('uses a certificate that is given', async () => {
    await using made = await createMockServer({ tls: true });
    const { selfSignedCertificate } = await import('../src/http/certificate.js');
    const own = await selfSignedCertificate();
    await using mock = await createMockServer({ tls: own });
    expect(mock.certificate).toBe(own.cert);
    expect(mock.fingerprint).not.toBe(made.fingerprint);
    expect(await statusOver(`${mock.url}/api/rest/cluster`, basic(mock), own.cert)).toBe(200);
  });
});

const statusOver = (url: string, authorization: string, ca?: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { authorization }, agent: false, ...(ca !== undefined && { ca }) }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });
