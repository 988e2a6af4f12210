import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import * as client from '../src/index.js';
import { type Answer, fakeArray, password, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';

const {
  connect,
  isApiError,
  isAuthenticationError,
  isContractError,
  isNetworkError,
  isNotFoundError,
  isPermissionError,
  isPowerStoreError,
} = client;

/** The error of `sync('a')` if the array answers so. */
async function errorOf(answer: Answer): Promise<unknown> {
  await using fake = await fakeArray({ answer: ({ path }) => (path.endsWith('/sync') ? answer : undefined) });
  await using array = await connect({ url: fake.origin, username, password });
  return await array.replicationSessions.sync('a').then(
    () => 'no error',
    (error: unknown) => error,
  );
}

test('has the operation, the status and the messages of the array', async () => {
  const messages = [
    { code: '0xE02010020012', severity: 'Error', message_l10n: 'The session is paused.', arguments: ['a'] },
    { code: '0xE0', message_l10n: 'Another one.' },
  ];
  const error = await errorOf({ status: 422, body: { messages } });
  expect(isApiError(error)).toBe(true);
  expect(error).toMatchObject({
    name: 'ApiError',
    code: 'ERR_POWERSTORE_API',
    message: 'replication_session_sync failed with 422: The session is paused. (0xE02010020012)',
    status: 422,
    messages,
    operation: 'replication_session_sync',
    request: {
      method: 'POST',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api\/rest\/replication_session\/a\/sync$/),
    },
  });
});

test.each<[string, unknown, string, readonly unknown[]]>([
  [
    'messages as JSON in a string',
    { messages: JSON.stringify([{ code: '0xE1', severity: 'Error', message_l10n: 'Invalid.', arguments: ['/a'] }]) },
    '500: Invalid. (0xE1)',
    [{ code: '0xE1', severity: 'Error', message_l10n: 'Invalid.', arguments: ['/a'] }],
  ],
  [
    'the whole body as JSON in a string',
    { messages: JSON.stringify({ messages: [{ code: '0xE1' }] }) },
    '500 Internal Server Error (0xE1)',
    [{ code: '0xE1' }],
  ],
  ['a string of JSON without messages', { messages: '7' }, '500: 7', [{ message_l10n: '7' }]],
  [
    'an empty message',
    { messages: [{ code: '', message_l10n: '' }] },
    '500 Internal Server Error: {"messages":[{"code":"","message_l10n":""}]}',
    [{ code: '', message_l10n: '' }],
  ],
  [
    'a message without text',
    { messages: [{ code: '0xE1', message_l10n: '' }] },
    '500 Internal Server Error (0xE1)',
    [{ code: '0xE1', message_l10n: '' }],
  ],
  [
    'a text without code',
    { messages: [{ code: '', message_l10n: 'Busy.' }] },
    '500: Busy.',
    [{ code: '', message_l10n: 'Busy.' }],
  ],
  [
    'fields of other types',
    { messages: [{ code: 7, message_l10n: { toString: null }, arguments: 'none', severity: 'Error' }] },
    '500 Internal Server Error: {"messages":[{"code":7,"message_l10n":{"toString":null},"arguments":"none","severity":"Error"}]}',
    [{ severity: 'Error', arguments: 'none' }],
  ],
  [
    'the body of another program',
    { ERROR: 'no\u0000\u202E route' },
    '500 Internal Server Error: {"ERROR":"no\\u0000 route"}',
    [],
  ],
  ['no body', undefined, '500 Internal Server Error', []],
  ['HTML', '<h1>Bad gateway</h1>', '500 Internal Server Error: <h1>Bad gateway</h1>', []],
  ['broken JSON', '{"messages":', '500 Internal Server Error: {"messages":', []],
  ['JSON null', 'null', '500 Internal Server Error: null', []],
  ['a list', [], '500 Internal Server Error: []', []],
  ['no messages', {}, '500 Internal Server Error: {}', []],
  ['messages that are none', { messages: 7 }, '500 Internal Server Error: {"messages":7}', []],
  ['an empty list of messages', { messages: [] }, '500 Internal Server Error: {"messages":[]}', []],
  [
    'messages as a string',
    { messages: 'Invalid instance' },
    '500: Invalid instance',
    [{ message_l10n: 'Invalid instance' }],
  ],
  [
    'messages with holes',
    { messages: [null, { code: '0xE1' }] },
    '500 Internal Server Error (0xE1)',
    [{ code: '0xE1' }],
  ],
])('understands an error with %s', async (_, body, text, messages) => {
  const error = await errorOf({ status: 500, body });
  expect(error).toMatchObject({ message: `replication_session_sync failed with ${text}`, status: 500, messages });
});

test.each([
  [401, isAuthenticationError, client.AuthenticationError, 'ERR_POWERSTORE_API_AUTHENTICATION'],
  [403, isPermissionError, client.PermissionError, 'ERR_POWERSTORE_API_PERMISSION'],
  [404, isNotFoundError, client.NotFoundError, 'ERR_POWERSTORE_API_NOT_FOUND'],
  [400, isApiError, client.ApiError, 'ERR_POWERSTORE_API'],
  [503, isApiError, client.ApiError, 'ERR_POWERSTORE_API'],
] as const)('%i has a class, a code and a guard of its own', async (status, guard, ErrorClass, code) => {
  const error = await errorOf({ status });
  expect(guard(error)).toBe(true);
  expect(isApiError(error)).toBe(true);
  expect(isPowerStoreError(error)).toBe(true);
  expect(error).toBeInstanceOf(ErrorClass);
  expect(error).toMatchObject({ code, name: ErrorClass.name });
  const others = [isAuthenticationError, isPermissionError, isNotFoundError, isNetworkError, isContractError];
  expect(others.filter((other) => other !== (guard as unknown) && other(error))).toEqual([]);
});

test('an error body with success inside is still an error, and the other way round', async () => {
  expect(await errorOf({ status: 500, body: { id: 'a' } })).toMatchObject({ status: 500 });
  expect(await errorOf({ status: 200, body: { messages: [{ code: '0xE1' }] } })).toBe('no error');
});

test('a success that is not JSON is a ContractError', async () => {
  await using fake = await fakeArray({
    answer: ({ path }) => (path === '/job/a' ? { status: 200, body: '<html>Welcome' } : undefined),
  });
  await using array = await connect({ url: fake.origin, username, password });
  const error = await array.jobs.get('a').catch((reason: unknown) => reason);
  expect(isContractError(error)).toBe(true);
  expect(isApiError(error)).toBe(false);
  expect(error).toMatchObject({
    code: 'ERR_POWERSTORE_CONTRACT',
    message: 'job_instance_query: the answer (200) is not JSON: <html>Welcome',
    operation: 'job_instance_query',
  });
});

test('nor does it show what the JSON parser shows of an answer that repeats a secret', async () => {
  await using fake = await fakeArray({
    answer: ({ path, headers }) =>
      path === '/job/a' ? { status: 200, body: `{"x":${headers.cookie?.split('=')[1]}}` } : undefined,
  });
  await using array = await connect({ url: fake.origin, username, password });
  const error = await rejection(array.jobs.get('a'));
  expect(isContractError(error)).toBe(true);
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('session-1');
});

test('the answer to a write is lost if its success is not JSON', async () => {
  const error = await errorOf({ status: 200, body: '<html>' });
  expect(client.isOutcomeUnknownError(error)).toBe(true);
  expect(error).toMatchObject({ operation: 'replication_session_sync', cause: { code: 'ERR_POWERSTORE_CONTRACT' } });
});

test('an error shows the beginning of a page, on one line and without characters that act', async () => {
  const page = `<html>\r\n\t<title>\u001B[31mGateway\u202E</title>${'x'.repeat(1000)}`;
  const error = await errorOf({ status: 502, body: page });
  const start = '<html> <title> [31mGateway </title>';
  expect(String(error)).toContain(`502 Bad Gateway: ${start}${'x'.repeat(200 - start.length)}…`);
  expect(String(error)).not.toContain('x'.repeat(200));
});

test.each(['the login', 'a call'])('an error shows no secret of the request that a page repeats: %s', async (which) => {
  await using fake = await fakeArray({
    answer({ path, headers: { authorization = '', cookie = '', ...headers } }) {
      if (which === 'a call' ? path !== '/replication_session/a/sync' : authorization === '') return undefined;
      const token = headers['dell-emc-token'] ?? '';
      return { status: 400, body: `You sent ${authorization} ${cookie} ${cookie.split('=')[1]} and ${String(token)}.` };
    },
  });
  const acting = async (): Promise<void> => {
    await using array = await connect({ url: fake.origin, username, password });
    await array.replicationSessions.sync('a');
  };
  const text = String(await acting().catch((error: unknown) => error));
  expect(text).toContain('400 Bad Request: You sent ');
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  for (const secret of [basic, 'session-1', 'token-1']) expect(text).not.toContain(secret);
});

test('an answer without a change (304) is no redirect', async () => {
  const error = await errorOf({ status: 304 });
  expect(isApiError(error) && [error.status, error.hint]).toEqual([304, undefined]);
});

test('a redirect says where it leads, and that the client does not follow it', async () => {
  const error = await errorOf({ status: 301, headers: { location: 'https://192.0.2.1/api?token=secret' } });
  expect(error).toMatchObject({
    status: 301,
    hint: 'The answer is a redirect to https://192.0.2.1/api, which the client does not follow. Check the address of the array.',
  });
});

test('get of something that is no object is a ContractError', async () => {
  await using fake = await fakeArray({ answer: ({ path }) => (path === '/job/a' ? { status: 200 } : undefined) });
  await using array = await connect({ url: fake.origin, username, password });
  expect(isContractError(await array.jobs.get('a').catch((error: unknown) => error))).toBe(true);
});

test('the guards know an error of another copy of the package', async () => {
  vi.resetModules();
  const copy = await import('../src/index.js');
  const error = new copy.NotFoundError('gone', {
    operation: 'job_instance_query',
    request: { method: 'GET', url: 'http://array/' },
    status: 404,
    messages: [],
  });
  expect(error).not.toBeInstanceOf(client.NotFoundError);
  expect(isNotFoundError(error)).toBe(true);
  expect(isApiError(error)).toBe(true);
  expect(isPowerStoreError(error)).toBe(true);
  expect(isAuthenticationError(error)).toBe(false);
});

test.each([undefined, null, 'ERR_POWERSTORE_API', {}, { code: 7 }, new Error('x'), { code: 'ERR_POWERSTOREX' }])(
  'the guards are not fooled by %s',
  (value) => {
    const guards = Object.entries(client).flatMap(([name, it]) =>
      name.startsWith('is') ? [it as (error: unknown) => boolean] : [],
    );
    expect(guards.length).toBeGreaterThan(15);
    expect(guards.map((guard) => guard(value))).toEqual(guards.map(() => false));
  },
);

test('wrong input is an InputError, of any copy, and no PowerStoreError', async () => {
  const error = await connect({ host: 'a', username: '', password }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(client.InputError);
  expect(error).toMatchObject({ name: 'InputError', code: 'ERR_POWERSTORE_INPUT' });
  expect(client.isInputError(error)).toBe(true);
  expect(client.isInputError(Object.assign(new TypeError('of another copy'), { code: 'ERR_POWERSTORE_INPUT' }))).toBe(
    true,
  );
  expect(client.isInputError(new TypeError('of another package'))).toBe(false);
  // A mistake of the caller must not count as an array that is out of reach.
  expect(isPowerStoreError(error)).toBe(false);
});
