// Times are judged by RFC 3339, wherever the suite reads one.
import { expect, it } from 'vitest';
import { compareAnswer } from '../src/contract/conformance.js';
import { ordersOf } from '../src/checks/queries/sequence.js';
import { attributeInfo } from '@powerstore-api/types';

/** The findings of a session that was synchronized at this time. */
function judged(time: string): string[] {
  const json = [{ last_sync_timestamp: time }];
  const { deviations } = compareAnswer(
    {
      operationId: 'replication_session_collection_query',
      request: '',
      status: 200,
      headers: new Headers({ 'content-type': 'application/json' }),
      text: JSON.stringify(json),
      encodingFaults: [],
      json,
    },
    '4.4.0.0',
  );
  return deviations.map(({ id }) => id);
}

it.each([
  '2026-01-31T23:59:59Z',
  '2026-01-31t23:59:59z',
  '2026-01-31T23:59:59.123456+00:00',
  '2024-02-29T00:00:00-23:59',
  '2016-12-31T23:59:60Z',
  '2016-12-31T18:59:60-05:00',
  '2026-01-31T23:59:59.1234560000Z',
])('%s is a time', (time) => {
  expect(judged(time)).toEqual([]);
});

it.each([
  '',
  '2026-01-31',
  '2026-01-31T23:59:59',
  '2026-01-31T23:59Z',
  '2026-01-31 23:59:59Z',
  '2026-01-31T23:59:59+00',
  '2026-01-31T23:59:59+0000',
  '2026-01-31T23:59:59+24:00',
  '2026-01-31T24:00:00Z',
  '2026-01-31T23:60:00Z',
  '2026-01-31T12:00:60Z',
  '2026-01-31T23:59:59.Z',
  '2026-01-31T23:59:59,5Z',
  '2025-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '+002026-01-31T23:59:59Z',
  ' 2026-01-31T23:59:59Z',
  '2026-01-31T23:59:59Z\n',
])('%j is none', (time) => {
  expect(judged(time)).toEqual(['body.format']);
});

it('a time finer than a microsecond is said to be compared with nothing', () => {
  expect(judged('2026-01-31T23:59:59.123456789Z')).toEqual(['value.incomparable']);
});

it.each([
  [['2026-01-01T00:00:00.000001Z', '2026-01-01T00:00:00.000002Z'], true],
  [['2026-01-01T00:00:00.000002Z', '2026-01-01T00:00:00.000001Z'], false],
  [['2026-01-01T01:00:00+02:00', '2026-01-01T00:00:00Z'], true],
  [['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'], false],
])('%j in order: %s', (times, expected) => {
  const info = attributeInfo('replication_session', 'last_sync_timestamp');
  const rows = times.map((last_sync_timestamp) => ({ last_sync_timestamp }));
  const orders = info && ordersOf([{ attribute: 'last_sync_timestamp', info, descending: false }], rows);
  expect(orders?.length).toBe(expected ? 1 : 0);
});
