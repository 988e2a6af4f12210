// Asks queries of one collection, and compares each answer with its rows.
import type { Exchange } from '../../array/http/exchange.js';
import { type Row, rowsOf } from '../../array/rows/rows.js';
import { formItem } from '../../contract/items.js';
import type { ReadableResource } from '../../contract/resources.js';
import type { CheckContext } from '../context/check-context.js';
import type { Fault } from './faults.js';
import { filterable, type KnownRows, readFirstRows } from './first-rows.js';
import { flawOf, mayBeBeyond } from './judge.js';
import { formsIn, type Query, requestOf, wholePage } from './query.js';
import { areReversed, type Key, ordersOf } from './sequence.js';

export interface Asking {
  /** The rows that were read last. */
  rows(): readonly Row[];
  /** What is wrong with the answer to a query, by the rows that were read last. */
  faultOf(query: Query): Promise<Fault | undefined>;
  /** The same by what stays the same from before the query to after it. */
  steadyFaultOf(query: Query): Promise<Fault | undefined>;
}

export function createAsking(context: CheckContext, resource: ReadableResource, first: KnownRows): Asking {
  const names = filterable(resource, context).map(([name]) => name);
  let known = first;
  /** Whether texts are in an order that the suite knows, by their attribute. */
  const inKnownOrder = new Map<string, boolean>();

  async function ask(query: Query): Promise<Exchange> {
    const exchange = await context.ask(resource.list, requestOf(query));
    if (exchange.status < 300) context.cover(...formsIn(query).map(formItem));
    return exchange;
  }

  async function judged(query: Query, exchange: Exchange, by: KnownRows): Promise<Fault | undefined> {
    const { status, json } = exchange;
    const refusal = { query, exchange, expected: [200, 206], actual: status };
    if (status === 416) return mayBeBeyond(query, by) ? undefined : { ...refusal, symptom: 'part' };
    if (status >= 300) return { ...refusal, symptom: status === 400 ? 'refused' : 'unexpected' };
    // The comparison with the schema reports an answer that is no list.
    const flaw = Array.isArray(json) ? flawOf(resource.name, query, exchange, by) : undefined;
    if (!flaw) return undefined;
    if ((flaw.symptom === 'order' || flaw.symptom === 'part') && !(await areInKnownOrder(query.order.keys)))
      return undefined;
    return { query, exchange, ...flaw };
  }

  /** Nothing is known of the place of a text among others in an order that the suite does not know. */
  async function areInKnownOrder(keys: readonly Key[]): Promise<boolean> {
    for (const key of keys) {
      if (key.info.type !== 'string' && key.info.type !== 'enum') continue;
      const isKnown = inKnownOrder.get(key.attribute) ?? (await isInKnownOrder(key));
      inKnownOrder.set(key.attribute, isKnown);
      if (!isKnown) return false;
    }
    return true;
  }

  /** Lists that are the reverse of each other are in some order. */
  async function isInKnownOrder({ attribute, info }: Key): Promise<boolean> {
    const ordered = async (descending: boolean): Promise<Row[]> => {
      const { query } = requestOf({
        select: { form: 'select=attribute', text: ['id', attribute].join(','), names: ['id', attribute] },
        filterForm: 'no filter',
        conditions: [],
        order: { form: 'order by several attributes', keys: [{ attribute, info, descending }] },
        page: wholePage(context),
      });
      return rowsOf(await context.ask(resource.list, { query }));
    };
    const up = await ordered(false);
    if (ordersOf([{ attribute, info, descending: false }], up)?.length !== 0) return true;
    const values = (rows: readonly Row[]): unknown[] => rows.map((row) => row[attribute] ?? null);
    return !areReversed(values(up), values(await ordered(true)));
  }

  return {
    rows: () => known.rows,
    faultOf: async (query) => judged(query, await ask(query), known),
    async steadyFaultOf(query) {
      const before = await readFirstRows(context, resource, names);
      const exchange = await ask(query);
      known = await readFirstRows(context, resource, names);
      return judged(query, exchange, unchanged(before, known));
    },
  };
}

/** The values that are the same in two readings. Of an attribute that changed, nothing is known. */
function unchanged(one: KnownRows, other: KnownRows): KnownRows {
  const later = new Map(other.rows.map((row) => [row.id, row]));
  const isSame = (row: Row, name: string): boolean =>
    JSON.stringify(later.get(row.id)?.[name]) === JSON.stringify(row[name]);
  return {
    rows: one.rows
      .filter((row) => later.has(row.id))
      .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => isSame(row, name)))),
    // An instance that was created or deleted meanwhile may be found, or not.
    isAll:
      one.isAll && other.isAll && one.rows.length === other.rows.length && one.rows.every(({ id }) => later.has(id)),
  };
}
