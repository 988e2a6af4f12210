// Compares single answers with the contract, such as no reading run gets.
import { expect, it } from 'vitest';
import { compareAnswer } from '../src/contract/conformance.js';
import type { Exchange } from '../src/array/http/exchange.js';

function exchange(operationId: Exchange['operationId'], status: number, body?: unknown): Exchange {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = new Headers(body === undefined ? {} : { 'content-type': 'application/json' });
  return { operationId, request: '', status, headers, text, encodingFaults: [], json: body };
}

const list = (row: object) => exchange('replication_session_collection_query', 200, [row]);
const messages = (message: object) => exchange('volume_instance_query', 404, { messages: [message] });

it.each([
  [
    'an attribute that came later',
    list({ data_connection_state: 'OK' }),
    '2.0.0.0',
    {
      id: 'release.too-new',
      subject: 'data_connection_state',
      message: 'The array has data_connection_state of replication_session, which came with 3.0.0.0.',
      place: 'components/schemas/replication_session_instance/properties/data_connection_state',
    },
  ],
  [
    'a literal that came later',
    list({ state: 'Pausing' }),
    '2.0.0.0',
    {
      id: 'release.too-new',
      subject: 'Pausing',
      message: 'The array has ReplicationState.Pausing, which came with 3.0.0.0.',
    },
  ],
  [
    'an attribute of an error that came later',
    messages({ code: '0xE04040020009', severity_l10n: 'Error' }),
    '4.0.0.0',
    { id: 'release.too-new', place: 'components/schemas/error_message/properties/severity_l10n' },
  ],
  [
    'an operation that came later',
    exchange('replication_session_promote', 204),
    '2.0.0.0',
    { id: 'release.too-new', place: 'paths/~1replication_session~1{id}~1promote/post' },
  ],
  [
    'a body where there is none',
    exchange('replication_session_sync', 204, {}),
    '4.4.0.0',
    { id: 'body.unexpected', message: 'The array sends a body where the contract has none.' },
  ],
  [
    'an unknown attribute of a related resource',
    list({ remote_system: { id: '1', brand_new: ['x'] } }),
    '4.4.0.0',
    {
      id: 'attribute.unknown',
      subject: 'brand_new',
      message: 'The contract does not know brand_new of remote_system.',
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
      message: 'The contract does not know an attribute of replication_session that has an unusual name.',
      place: 'components/schemas/replication_session_instance/properties/*',
    },
  ],
  [
    'a literal in another case',
    list({ state: 'ok' }),
    '4.4.0.0',
    {
      id: 'literal.spelling',
      subject: 'OK',
      message: 'The array spells ReplicationState.OK in another case, or with other spaces or underscores.',
      place: 'components/schemas/ReplicationStateEnum',
    },
  ],
  [
    'an unknown literal that may be data',
    list({ state: 'erp data' }),
    '4.4.0.0',
    {
      id: 'literal.unknown',
      message:
        'The array sends a text for ReplicationState that does not look like a literal: it begins with a small letter and has spaces.',
      sample: 'string',
    },
  ],
  [
    'a text of a literal in a list',
    exchange('remote_system_collection_query', 200, [
      { capabilities: ['File_Import'], capabilities_l10n: ['Something else'] },
    ]),
    '4.4.0.0',
    {
      id: 'text.companion',
      subject: 'capabilities_l10n File_Import',
      message: 'The array sends a capabilities_l10n that is not the text of File_Import.',
    },
  ],
  [
    'a text where there is no literal',
    list({ data_transfer_state: null, data_transfer_state_l10n: 'Synchronous' }),
    '4.4.0.0',
    {
      id: 'text.companion',
      subject: 'data_transfer_state_l10n null',
      message: 'The array sends a data_transfer_state_l10n that is not the text of null.',
    },
  ],
  ['a message that says nothing', messages({}), '4.4.0.0', { id: 'error.messages' }],
])('%s is found, and only once', (_title, answer, release, expected) => {
  const { deviations } = compareAnswer(answer, release);
  expect(deviations).toEqual([expect.objectContaining(expected)]);
});

it('compareAnswer reports a place once, by its innermost fault, with its place in the contract', () => {
  const rows = [{ remote_system: { id: null } }, { remote_system: { id: null } }];
  const { deviations } = compareAnswer(exchange('replication_session_collection_query', 200, rows), '4.4.0.0');
  expect(deviations).toEqual([
    {
      id: 'body.null',
      subject: '/*/remote_system/id',
      message: 'The array sends null at /*/remote_system/id.',
      place: 'components/schemas/related_remote_system/properties/id',
      sample: 'null',
      expected: 'must be string',
      at: '/0/remote_system/id',
    },
  ]);
});

it('compareAnswer reports neither documented nor internal attributes, and covers the documented ones', () => {
  const row = { id: 'x', state: 'OK', state_l10n: 'OK', previous_state: 'Paused' };
  const { deviations, items } = compareAnswer(list(row), '1.0.0.0');
  expect(deviations).toEqual([]);
  expect(items.toSorted()).toEqual([
    'literal ReplicationState.OK',
    'property replication_session.id',
    'property replication_session.state',
    'property replication_session.state_l10n',
  ]);
});
