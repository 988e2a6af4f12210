import type { Exchange } from '../array/http/exchange.js';
import { attributeNames } from '../array/rows/query.js';
import { maxRowsPerAnswer, rangeOf, rowsOf } from '../array/rows/rows.js';
import { type ReadableResource, resources } from '../contract/resources.js';
import type { CheckContext } from './context/check-context.js';
import type { Check } from './define-check.js';
import { expectRows } from './expect-rows.js';

const list = 'replication_session_collection_query';
const byId = { select: attributeNames('id'), order: attributeNames('id') };

/** An offset that is beyond the end of every collection. */
const offsetBeyond = '1000000';

/** The promises of paging, checked without knowing the instances of a collection. */
export const pagingChecks: Check[] = [
  {
    id: 'paging.parts',
    title: 'The array must return parts that add up to the collection, each with a true Content-Range',
    run: readParts,
  },
  {
    id: 'paging.beyond',
    title: 'The array must answer 416 beyond the end, and for a limit below one',
    async run({ ask, expectStatus }) {
      expectStatus(await ask(list, { query: { ...byId, offset: offsetBeyond } }), 416, 'offset');
      expectStatus(await ask(list, { query: { ...byId, limit: '0' } }), 416, 'limit');
    },
  },
  ...resources
    .filter(({ queried }) => queried)
    .map((resource): Check => ({
      id: `${resource.name}.ends`,
      title: 'The array must end a collection where its total says',
      run: (context) => readEnds(context, resource),
    })),
];

async function readParts({ ask, find }: CheckContext): Promise<void> {
  const { rows: all, exchange: whole } = await readAll(ask);
  const size = Math.max(1, Math.ceil(all.length / 3));
  const collected: unknown[] = [];
  for (let offset = 0; offset < all.length; offset += size) {
    const exchange = await ask(list, { query: { ...byId, limit: String(size), offset: String(offset) } });
    const rows = rowsOf(exchange);
    collected.push(...rows.map((row) => row.id));
    expectRange(find, exchange, { offset, rows: rows.length, size, total: all.length });
  }
  const twice = all.filter(({ id }) => collected.indexOf(id) !== collected.lastIndexOf(id));
  if (new Set(collected).size < collected.length)
    find('paging.duplicate', whole, 'The array returns the same instance in two parts.', {
      expected: all.map(({ id }) => id),
      actual: collected,
      rows: twice,
    });
  const missing = all.filter((row) => !collected.includes(row.id));
  if (missing.length > 0)
    find('paging.missing', whole, `The array leaves ${missing.length} of ${all.length} instances out of every part.`, {
      subject: 'limit',
      expected: all.map(({ id }) => id),
      actual: collected,
      rows: missing,
    });
}

/** Reads the first and the last instance of a collection, of which both answers must give the same total. */
async function readEnds(context: CheckContext, { name, list: of }: ReadableResource): Promise<void> {
  const { ask, find, expectStatus } = context;
  expectStatus(await ask(of, { query: { offset: offsetBeyond } }), 416, 'offset');
  const first = await ask(of, { query: { ...byId, limit: '1' } });
  expectStatus(first, [200, 206]);
  const total = rangeOf(first)?.total;
  expectRows(context, first, name);
  if (first.status !== 206 || total === undefined)
    return context.notApplicable(`The array does not have two instances of ${name}.`);
  const last = await ask(of, { query: { ...byId, limit: '1', offset: String(total - 1) } });
  const id = rowsOf(last)[0]?.id;
  const isThere = last.status < 300 && id !== undefined && id !== rowsOf(first)[0]?.id;
  const beyond = await ask(of, { query: { ...byId, limit: '1', offset: String(total) } });
  if (isThere && beyond.status === 416) return;
  // Instances may have been created or deleted since the total was read.
  const totalNow = rangeOf(await ask(of, { query: { ...byId, limit: '1' } }))?.total;
  if (totalNow !== total) return;
  if (!isThere)
    find(
      'paging.missing',
      last,
      `The array says that there are ${total} instances, and does not return the last one.`,
      { subject: 'offset', expected: 'another row than the first one', actual: rowsOf(last), rows: rowsOf(first) },
    );
  expectStatus(beyond, 416, 'offset=total');
}

/** The whole collection, at the largest page size, as one list. */
async function readAll(ask: CheckContext['ask']): Promise<{ rows: { id?: unknown }[]; exchange: Exchange }> {
  const rows: { id?: unknown }[] = [];
  for (;;) {
    const exchange = await ask(list, {
      query: { ...byId, limit: String(maxRowsPerAnswer), offset: String(rows.length) },
    });
    const page = rowsOf(exchange);
    rows.push(...page);
    const total = rangeOf(exchange)?.total ?? rows.length;
    if (exchange.status !== 206 || page.length === 0 || rows.length >= total) return { rows, exchange };
  }
}

/** `Content-Range` must match the body, and give the same total in every part. */
function expectRange(
  find: CheckContext['find'],
  exchange: Exchange,
  { offset, rows, size, total }: { offset: number; rows: number; size: number; total: number },
): void {
  if (exchange.status === 200 && size < total)
    find('paging.status', exchange, 'The array answers a request for a part with 200.', { expected: 206, actual: 200 });
  const range = rangeOf(exchange);
  // A missing Content-Range is a finding already.
  if (!range) return;
  if (range.total !== total) {
    const message = `The array gives a total of ${range.total} in Content-Range, but returns ${total} instances.`;
    find('paging.total', exchange, message, { expected: total, actual: range.total });
  }
  const last = offset + rows - 1;
  if (range.first !== offset || range.last !== last) {
    const message = `The array says ${range.first}-${range.last} in Content-Range, but the body holds ${offset}-${last}.`;
    const [expected, actual] = [`${offset}-${last}`, `${range.first}-${range.last}`];
    find('paging.content-range', exchange, message, { expected, actual });
  }
}
