// What one answer shows, where no run by reading gets such an answer.
import { expect, it } from 'vitest';
import { judge } from '../src/contract/conformance.js';
import type { Exchange } from '../src/array/exchange.js';

function exchange(operationId: Exchange['operationId'], status: number, body?: unknown): Exchange {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = new Headers(body === undefined ? {} : { 'content-type': 'application/json' });
  return { operationId, request: '', status, headers, text, json: body };
}

const list = (row: object) => exchange('replication_session_collection_query', 200, [row]);
const messages = (message: object) => exchange('volume_instance_query', 404, { messages: [message] });

it.each([
  [
    'an attribute that came later',
    list({ data_connection_state: 'OK' }),
    '2.0.0.0',
    {
      id: 'version.too-new',
      what: 'replication_session has data_connection_state, which came with 3.0.0.0',
      place: 'components/schemas/replication_session_instance/properties/data_connection_state',
    },
  ],
  [
    'a literal that came later',
    list({ state: 'Pausing' }),
    '2.0.0.0',
    { id: 'version.too-new', what: 'ReplicationState.Pausing came with 3.0.0.0', sample: 'Pausing' },
  ],
  [
    'an attribute of an error that came later',
    messages({ code: '0xE04040020009', severity_l10n: 'Error' }),
    '4.0.0.0',
    { id: 'version.too-new', place: 'components/schemas/error_message/properties/severity_l10n' },
  ],
  [
    'an operation that came later',
    exchange('replication_session_promote', 204),
    '2.0.0.0',
    { id: 'version.too-new', place: 'paths/~1replication_session~1{id}~1promote/post' },
  ],
  [
    'a body where there is none',
    exchange('replication_session_sync', 204, {}),
    '4.4.0.0',
    { id: 'body.unexpected', what: 'there is a body where none is documented' },
  ],
  [
    'an unknown attribute of a related resource',
    list({ remote_system: { id: '1', brand_new: ['x'] } }),
    '4.4.0.0',
    {
      id: 'attribute.unknown',
      what: 'not in the contract: brand_new of remote_system',
      place: 'components/schemas/related_remote_system/properties/brand_new',
      sample: 'list of string',
    },
  ],
  [
    'an unknown attribute whose name may be data',
    list({ 'Erp-Data': 1 }),
    '4.4.0.0',
    {
      id: 'attribute.unknown',
      what: 'not in the contract: an attribute that is not named like one of replication_session',
    },
  ],
  [
    'an unknown literal that may be data',
    list({ state: 'erp data' }),
    '4.4.0.0',
    { id: 'literal.unknown', what: 'ReplicationState has no literal string', sample: 'string' },
  ],
  [
    'a text of a literal in a list',
    exchange('remote_system_collection_query', 200, [
      { capabilities: ['File_Import'], capabilities_l10n: ['Something else'] },
    ]),
    '4.4.0.0',
    { id: 'text.companion', what: 'capabilities_l10n is not the text of File_Import' },
  ],
  [
    'a text where there is no literal',
    list({ data_transfer_state: null, data_transfer_state_l10n: 'Synchronous' }),
    '4.4.0.0',
    { id: 'text.companion', what: 'data_transfer_state_l10n is not the text of null' },
  ],
  ['a message that says nothing', messages({}), '4.4.0.0', { id: 'error.messages' }],
])('%s is found, and only once', (_title, answer, release, expected) => {
  const { deviations } = judge(answer, release);
  expect(deviations).toEqual([expect.objectContaining(expected)]);
});

it('a place is reported once, by what is wrong furthest inside, with where it is in the contract', () => {
  const rows = [{ remote_system: { id: null } }, { remote_system: { id: null } }];
  const { deviations } = judge(exchange('replication_session_collection_query', 200, rows), '4.4.0.0');
  expect(deviations).toEqual([
    {
      id: 'body.null',
      what: '/*/remote_system/id is null',
      place: 'components/schemas/related_remote_system/properties/id',
      sample: 'null',
    },
  ]);
});

it('what is internal to arrays, and what is as documented, is no finding, and is covered', () => {
  const row = { id: 'x', state: 'OK', state_l10n: 'OK', previous_state: 'Paused' };
  const { deviations, items } = judge(list(row), '1.0.0.0');
  expect(deviations).toEqual([]);
  expect(items.toSorted()).toEqual([
    'literal ReplicationState.OK',
    'property replication_session.id',
    'property replication_session.state',
    'property replication_session.state_l10n',
  ]);
});
