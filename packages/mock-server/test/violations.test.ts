// A request that breaks the contract is refused in a plain sentence: the field, the mistake, and what would do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../src/index.js';
import { ask, messageOf } from './helpers/array.js';

let mock: MockServer;
let session = '';
let volume = '';
beforeAll(async () => {
  mock = await createMockServer();
  const first = async (resource: string): Promise<string> => {
    const [row] = (await ask(mock, `/${resource}?select=id`)).json as { id: string }[];
    return `/${resource}/${row?.id}`;
  };
  [session, volume] = await Promise.all([first('replication_session'), first('volume')]);
});
afterAll(() => mock.close());

async function refusal(method: string, target: string, body?: unknown, headers: Record<string, string> = {}) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const reply = await ask(mock, target, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...sent,
  });
  return [reply.status, messageOf(reply).message_l10n];
}

describe('the body', () => {
  it.each([
    [{ is_planed: true }, 'The body has is_planed, which is not a field. Did you mean is_planned?'],
    [
      { is_planed: true, revers: true },
      'The body has is_planed, which is not a field. Did you mean is_planned? The body has revers, which is not a field. Did you mean reverse?',
    ],
    [
      { "it's": 1 },
      expect.stringMatching(/^The body has it's, which is not a field\. Fields are is_planned, reverse, /),
    ],
    [{ is_planned: 'yes' }, 'is_planned: "yes" is not true or false.'],
    [{ is_planned: 1 }, 'is_planned: 1 is not true or false.'],
    [{ failover_snapshot_id: 5 }, 'failover_snapshot_id: 5 is not a text.'],
    [[], 'The body is not a JSON object.'],
  ])('of a failover: %j', async (body, text) => {
    expect(await refusal('POST', `${session}/failover`, body)).toEqual([400, text]);
  });

  it.each([
    [{ name: '' }, 'name is empty.'],
    [{ name: 'x'.repeat(129) }, 'name has more than 128 characters.'],
    [{ size: 1 }, 'size: 1 is less than 1048576.'],
    [{ size: 2 ** 50 }, 'size: 1125899906842624 is more than 281474976710656.'],
    [{ size: 1.5e6 + 0.5 }, 'size: 1500000.5 is not a whole number.'],
    [{ protection_policy_id: 5 }, 'protection_policy_id: 5 is not a text or null.'],
    [
      { expiration_timestamp: 'soon' },
      'expiration_timestamp: "soon" is not a date and time, such as 2026-01-31T12:00:00Z.',
    ],
    [{ app_type: 'Nope' }, expect.stringMatching(/^app_type: "Nope" is not one of Relational_Databases_Other, /)],
  ])('of a change of a volume: %j', async (body, text) => {
    expect(await refusal('PATCH', volume, body)).toEqual([400, text]);
  });

  it('has a literal that is nearly right', async () => {
    expect(await refusal('PATCH', session, { role: 'Metro_Prefered' })).toEqual([
      400,
      'role: "Metro_Prefered" is not one of Source, Destination, Metro_Preferred, Metro_Non_Preferred. Did you mean Metro_Preferred?',
    ]);
  });

  it('is missing, or lacks a field, or is there in vain', async () => {
    expect(await refusal('PATCH', session)).toEqual([400, 'The request has no body. It needs one: a JSON object.']);
    expect(await refusal('POST', `${volume}/configure_metro`, {})).toEqual([400, 'The body lacks remote_system_id.']);
    expect(await refusal('POST', `${session}/pause`, { now: true })).toEqual([
      400,
      'This operation takes no body. Send the request without one.',
    ]);
  });
});

it.each([
  ['/replication_session?limit=abc', 'limit=abc is not a whole number.'],
  ['/replication_session?offset=1.5', 'offset=1.5 is not a whole number.'],
  ['/replication_session?limit=99999999999', 'limit=99999999999 is more than 2147483647.'],
  ['/replication_session?limit=1&limit=2', 'The request has limit more than once. Send it once.'],
])('the query of %s', async (target, text) => {
  expect(await refusal('GET', target)).toEqual([400, text]);
});

it('is_async is neither true nor false', async () => {
  expect(await refusal('POST', `${session}/pause?is_async=maybe`)).toEqual([
    400,
    'is_async=maybe is not true or false.',
  ]);
});

it.each([
  [{ range: 'items=0-1' }, 400, 'Range: items=0-1 is not written like 0-99.'],
  [
    { accept: 'application/json;q=0' },
    406,
    'This array answers only with application/json. The Accept header of the request excludes it.',
  ],
  [{ prefer: 'code=200, example=nope' }, 400, 'GET /cluster has no example nope for 200. Examples: default_select.'],
  [{ prefer: 'example=nope' }, 400, 'GET /cluster has no example nope for 200. Examples: default_select.'],
  [
    { prefer: 'code=299' },
    400,
    'GET /cluster has no answer with status 299. It has 200, 400, 401, 403, 406, 500, 503.',
  ],
] as [Record<string, string>, number, string][])('the header %j', async (headers, status, text) => {
  const target = 'range' in headers ? '/replication_session' : '/cluster';
  expect(await refusal('GET', target, undefined, headers)).toEqual([status, text]);
});

it('an answer without a body has no examples', async () => {
  const prefer = { prefer: 'code=204, example=nope' };
  expect(await refusal('POST', `${session}/pause`, undefined, prefer)).toEqual([
    400,
    'POST /replication_session/{id}/pause has no example nope for 204. That answer has no body.',
  ]);
});
