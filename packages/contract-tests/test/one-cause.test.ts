// An array that fails in many forms of one thing gets one line about it.
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from './helpers/in-process.js';
import { createTamperingProxy, withoutRows } from './helpers/tampering-proxy.js';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ release: '4.4', fast: true, clock: 'manual' });
});
afterAll(() => simulator.close());

const notFilters = new Set(['select', 'order', 'limit', 'offset']);
const filtersIn = (query: URLSearchParams): string[] => [...query.keys()].filter((name) => !notFilters.has(name));

const misreadings: [string, string, (query: URLSearchParams) => void, string, RegExp][] = [
  [
    'the second key of an order is ignored',
    'replication_session',
    (query) => {
      const order = query.get('order');
      if (order !== null) query.set('order', order.replace(/,.*/, ''));
    },
    'query.order',
    /^order=\w+,\w+\.desc(,id)?\/order$/,
  ],
  [
    'the last of two filters is ignored',
    'volume',
    (query) => {
      const [, last] = filtersIn(query);
      if (last !== undefined && !/^(not\.)?(and|or)$/.test(last)) query.delete(last);
    },
    'query.filter',
    /^\w+=\S+&\w+=\S+\/let-through$/,
  ],
  [
    'of an and, only the first counts',
    'volume',
    (query) => {
      const and = query.get('and');
      if (and !== null && !/(and|or)\(|\.in\./.test(and)) query.set('and', and.replace(/,.*/, ')'));
    },
    'query.filter',
    /^and=\(.*,.*\)\/let-through$/,
  ],
  [
    'of an in, the last is ignored',
    'volume',
    (query) => {
      for (const name of filtersIn(query))
        query.set(name, (query.get(name) ?? '').replaceAll(/in\.\(([^)]*),[^,)]*\)/g, 'in.($1)'));
    },
    'query.filter',
    /^id=in\/left-out$/,
  ],
  [
    'is.null fits nothing',
    'volume',
    (query) => {
      for (const name of filtersIn(query)) if (query.get(name) === 'is.null') query.set('id', 'is.null');
    },
    'query.filter',
    /^\w+=is\.null\/left-out$/,
  ],
];

it.each(misreadings)('%s', async (_title, on, misread, finding, subject) => {
  await using proxy = await createTamperingProxy(simulator.a.url, withoutRows(on), ({ path, query }) => {
    if (path === `/${on}`) misread(query);
  });
  const { report } = await run(simulator.a, { through: proxy.url });
  expect(report.findings.map(({ id }) => id)).toEqual([finding]);
  expect(report.findings[0]?.subject).toMatch(subject);
});
