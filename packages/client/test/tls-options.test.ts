import { execFile } from 'node:child_process';
import { inspect, promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { InputError, connect, nodeFetch, type TlsOptions } from '../src/node/index.js';
import { certificate } from './helpers/certificate.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';

const shown = await certificate();
const other = await certificate({ name: 'other' });

/** Connects in a process of its own in which the environment trusts every certificate. */
async function trustingAll(tls: TlsOptions, port: number): Promise<string> {
  const program = `
    import { connect } from '@powerstore-api/client/node';
    const options = JSON.parse(process.argv[1]);
    await connect(options).then((array) => array.close(), (error) => console.log(error.kind, error.code));
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', program, JSON.stringify({ host: `127.0.0.1:${port}`, username, password, tls })],
    { cwd: new URL('..', import.meta.url), env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
  );
  return stdout.trim();
}

describe('NODE_TLS_REJECT_UNAUTHORIZED=0 does not change what `tls` says', () => {
  test.each<[string, TlsOptions]>([
    ['ca', { ca: other.cert }],
    ['fingerprint', { fingerprint: other.fingerprint }],
  ])('%s', async (_, tls) => {
    await using fake = await fakeArray({ tls: shown });
    expect(await trustingAll(tls, fake.port)).toBe('tls ERR_POWERSTORE_NETWORK');
    expect(fake.seen).toEqual([]);
  });

  test('and the right ca is trusted there, too', async () => {
    await using fake = await fakeArray({ tls: shown });
    expect(await trustingAll({ ca: shown.cert }, fake.port)).toBe('');
    expect(fake.seen.length).toBeGreaterThan(0);
  });
});

const { key, cert, fingerprint } = shown;
const damaged = cert.replace(/^[^\n]*\n.{20}/, (start) => `${start.slice(0, -20)}${'A'.repeat(20)}`);

test.each<[tls: unknown, says: RegExp]>([
  [{}, /exactly one of ca, fingerprint and insecure/],
  [null, /tls must be an object/],
  [true, /tls must be an object/],
  [{ ca: undefined }, /exactly one of/],
  [{ ca: cert, insecure: true }, /exactly one of/],
  [{ ca: cert, insecure: false }, /exactly one of/],
  [{ ca: cert, fingerprint }, /exactly one of/],
  [{ fingerprint, insecure: true }, /exactly one of/],
  [{ insecure: false }, /tls\.insecure must be true/],
  [{ insecure: 'true' }, /tls\.insecure must be true/],
  [{ fingerprint: 7 }, /tls\.fingerprint must be/],
  [{ ca: '' }, /tls\.ca is no certificate in PEM form/],
  [{ ca: [] }, /tls\.ca is no certificate in PEM form/],
  [{ ca: [cert, ''] }, /tls\.ca is no certificate/],
  [{ ca: 'array-a.pem' }, /not its path/],
  [{ ca: key }, /tls\.ca is no certificate/],
  [{ ca: Buffer.from(cert.replaceAll(/-----.*-----|\n/g, ''), 'base64') }, /tls\.ca is no certificate/],
  [{ ca: damaged }, /tls\.ca is no certificate/],
  [{ ca: { toString: () => 'x' } }, /tls\.ca is no certificate/],
])('refuses %o, and says why', async (tls, says) => {
  const wrong = { host: 'array-a', username, password, tls: tls as TlsOptions };
  const error = await rejection(connect(wrong));
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({ message: expect.stringMatching(says) });
  expect(inspect(error)).not.toContain(key.split('\n')[1]);
  expect(() => nodeFetch(wrong)).toThrow(InputError);
});

test.each<[string, unknown]>([
  ['bytes of another kind', new Uint8Array(Buffer.from(cert))],
  [
    'two in one file, with text around them',
    `# the old one\n${other.cert}\n# the new one\n${cert.replaceAll('\n', '\r\n')}`,
  ],
])('reads a ca that is %s', async (_, ca) => {
  await using fake = await fakeArray({ tls: shown });
  await using array = await connect({ host: `127.0.0.1:${fake.port}`, username, password, tls: { ca } as TlsOptions });
  expect(await array.cluster.get('0')).toEqual({ id: '0' });
});
