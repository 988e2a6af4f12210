import type { CheckContext } from './check-context.js';
import type { Exchange } from '../array/exchange.js';
import type { Check } from './check.js';
import { rangeOf, rowsOf } from '../array/rows.js';
import { type Resource, resources } from '../contract/resources.js';

const list = 'replication_session_collection_query';
const stable = { select: 'id', order: 'id' };

/** A collection in parts: what paging promises, checked without knowing what is in it. */
export const pagingChecks: Check[] = [
  {
    id: 'paging.parts',
    title: 'the parts of a collection add up to it, and each says truly which it is',
    async run({ ask, find }) {
      const { rows: all, exchange: whole } = await readAll(ask);
      const size = Math.max(1, Math.ceil(all.length / 3));
      const collected: unknown[] = [];
      for (let offset = 0; offset < all.length; offset += size) {
        const exchange = await ask(list, { query: { ...stable, limit: String(size), offset: String(offset) } });
        const rows = rowsOf(exchange);
        collected.push(...rows.map(({ id }) => id));
        expectRange(find, exchange, { offset, rows: rows.length, size, total: all.length });
      }
      if (new Set(collected).size < collected.length) {
        find('paging.duplicate', whole, 'the same instance is in two parts');
      }
      const missing = all.filter(({ id }) => !collected.includes(id)).length;
      if (missing > 0) {
        find('paging.missing', whole, `${missing} of ${all.length} instances are in no part`);
      }
    },
  },
  {
    id: 'paging.range-header',
    title: 'Range asks for a part as limit and offset do',
    async run({ ask, find }) {
      const byLimit = await ask(list, { query: { ...stable, limit: '1' } });
      const byRange = await ask(list, { query: stable, headers: { range: '0-0' } });
      if (JSON.stringify(rowsOf(byLimit)) !== JSON.stringify(rowsOf(byRange))) {
        find('paging.range', byRange, 'Range: 0-0 and limit=1 answer differently');
      }
    },
  },
  {
    id: 'paging.beyond',
    title: 'beyond the end, and for a limit below one, there is nothing',
    async run({ ask, expectStatus }) {
      expectStatus(await ask(list, { query: { ...stable, offset: '1000000' } }), 416);
      expectStatus(await ask(list, { query: { ...stable, limit: '0' } }), 416);
    },
  },
  ...resources
    .filter(({ queried }) => queried)
    .map((resource): Check => ({
      id: `${resource.name}.ends`,
      title: 'a collection ends where its total says',
      run: (context) => readEnds(context, resource),
    })),
];

/** Reads the first and the last of a collection, which say the same of how many there are. */
async function readEnds(context: CheckContext, { name, list: of }: Resource): Promise<void> {
  const { ask, find, expectStatus } = context;
  expectStatus(await ask(of, { query: { offset: '1000000' } }), 416);
  const first = await ask(of, { query: { ...stable, limit: '1' } });
  expectStatus(first, 200, 206);
  const total = rangeOf(first)?.total;
  if (first.status !== 206 || total === undefined) return context.notApplicable(`there are not two of ${name}`);
  const last = await ask(of, { query: { ...stable, limit: '1', offset: String(total - 1) } });
  const [{ id } = {}] = rowsOf(last);
  const isRight = last.status < 300 && id !== undefined && id !== rowsOf(first)[0]?.['id'];
  const beyond = await ask(of, { query: { ...stable, limit: '1', offset: String(total) } });
  if (isRight && beyond.status === 416) return;
  // Some may have come or gone since the total was read.
  const now = rangeOf(await ask(of, { query: { ...stable, limit: '1' } }))?.total;
  if (now !== total) return;
  if (!isRight) find('paging.missing', last, `there is no last one of ${total}`);
  expectStatus(beyond, 416);
}

/** The whole collection, at the largest page size, as one list. */
async function readAll(ask: CheckContext['ask']): Promise<{ rows: { id?: unknown }[]; exchange: Exchange }> {
  const rows: { id?: unknown }[] = [];
  for (;;) {
    const exchange = await ask(list, { query: { ...stable, limit: '2000', offset: String(rows.length) } });
    const page = rowsOf(exchange);
    rows.push(...page);
    const total = rangeOf(exchange)?.total ?? rows.length;
    if (exchange.status !== 206 || page.length === 0 || rows.length >= total) return { rows, exchange };
  }
}

/** `Content-Range` has to say what the body holds, and the same total every time. */
function expectRange(
  find: CheckContext['find'],
  exchange: Exchange,
  { offset, rows, size, total }: { offset: number; rows: number; size: number; total: number },
): void {
  if (exchange.status === 200 && size < total) {
    find('paging.status', exchange, 'a part was asked for and answered with 200');
  }
  const range = rangeOf(exchange);
  // Without a Content-Range, the schema of the answer has said so.
  if (!range) return;
  if (range.total !== total) {
    find('paging.total', exchange, `Content-Range says ${range.total} in all, but there are ${total}`);
  }
  if (range.first !== offset || range.last !== offset + rows - 1) {
    find(
      'paging.content-range',
      exchange,
      `Content-Range says ${range.first}-${range.last}, but the body holds ${offset}-${offset + rows - 1}`,
    );
  }
}
