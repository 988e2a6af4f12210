// What is wrong with the answer to a query. The rows of the collection that were read before say what it has to be.
import { attributeInfo, type Resource } from '@powerstore-api/types';
import type { Exchange } from '../../array/http/exchange.js';
import { rangeOf, type Row, rowsOf } from '../../array/rows/rows.js';
import { fitsAll } from './condition.js';
import type { Evidence } from '../../findings/evidence.js';
import type { KnownRows } from './first-rows.js';
import { type Query, rowsAskedFor, type Selection } from './query.js';
import { isPartOf, ordersOf } from './sequence.js';

/** The way in which an answer is wrong. The word is a part of the identity of a finding. */
export type Symptom =
  | 'missing'
  | 'extra'
  | 'value'
  | 'let-through'
  | 'twice'
  | 'not-listed'
  | 'left-out'
  | 'part'
  | 'order'
  | 'total'
  | 'content-range'
  | 'status';

/** Whether the rows may be the right ones, and only their part of the collection is not. */
export const isOfPart = (symptom: string): boolean => /^(part|total|content-range|status)$/.test(symptom);

export interface Flaw extends Evidence {
  symptom: Symptom;
  /** The attribute that is wrong, for the first three. */
  attribute?: string;
}

/** The flaw of an answer; nothing where it may be what the documents say. */
export function flawOf(resource: Resource, query: Query, exchange: Exchange, known: KnownRows): Flaw | undefined {
  const rows = rowsOf(exchange);
  const selected = flawOfSelection(resource, query.select, rows);
  if (selected) return selected;
  return (
    flawOfRows(query, rows, known) ?? flawOfRange(query, exchange, known) ?? flawOfValues(query.select, rows, known)
  );
}

/** An array must return every attribute that was selected, as `null` where it is empty, and no other one. */
function flawOfSelection(
  resource: Resource,
  { form, names, relation }: Selection,
  rows: readonly Row[],
): Flaw | undefined {
  const isAll = form === 'select=*';
  const own = flawOfNames(resource, rows, names, isAll);
  if (own || !relation) return own;
  const { attribute } = relation;
  const related = attributeInfo(resource, attribute)?.related;
  const embedded = rows.flatMap((row) => row[attribute]).filter(isInstance);
  const inner = related && flawOfNames(related, embedded, relation.names, relation.isAll);
  return inner && { ...inner, attribute: `${attribute}.${inner.attribute}` };
}

const isInstance = (value: unknown): value is Row => typeof value === 'object' && value !== null;

function flawOfNames(
  resource: string,
  rows: readonly Row[],
  names: readonly string[],
  isAll: boolean,
): Flaw | undefined {
  const missing = names.find((name) => rows.some((row) => !(name in row)));
  if (missing !== undefined) {
    const without = rows.filter((row) => !(missing in row)).slice(0, 1);
    return { symptom: 'missing', attribute: missing, expected: missing, actual: undefined, rows: without };
  }
  if (isAll) return undefined;
  // An attribute that nobody knows is a finding already.
  const extra = rows
    .flatMap((row) => Object.keys(row))
    .find((name) => !names.includes(name) && attributeInfo(resource, name) !== undefined);
  const row = rows.find((it) => extra !== undefined && extra in it);
  if (extra === undefined || !row) return undefined;
  return { symptom: 'extra', attribute: extra, expected: `no ${extra}`, actual: row[extra], rows: [row] };
}

/** The rows that fit for sure, and those that may. */
function fittingRows({ conditions }: Query, { rows }: KnownRows): { certain: Row[]; possible: Row[] } {
  const possible = rows.filter((row) => fitsAll(conditions, row) !== false);
  return { possible, certain: possible.filter((row) => fitsAll(conditions, row) === true) };
}

const idsOf = (rows: readonly Row[]): unknown[] => rows.map(({ id }) => id);

/** The rows that fit, those that came, and the one that is wrong. */
function flawOfRows(query: Query, found: readonly Row[], known: KnownRows): Flaw | undefined {
  const wrong = wrongRows(query, found, known);
  if (!wrong) return undefined;
  const fitting = idsOf(fittingRows(query, known).certain);
  const { keys } = query.order;
  switch (wrong.symptom) {
    case 'part':
      return {
        ...wrong,
        expected: { offset: query.page.offset, limit: rowsAskedFor(query.page), of: fitting },
        actual: idsOf(found),
      };
    case 'order':
      return {
        ...wrong,
        expected: `the order ${keys.map(({ attribute, descending }) => `${attribute}.${descending ? 'desc' : 'asc'}`).join()}`,
        actual: valuesOf(keys, found, known),
      };
    default:
      return { ...wrong, expected: fitting, actual: idsOf(found) };
  }
}

/** The values that a list is ordered by, in the order of the answer. They need not be selected. */
function valuesOf(keys: Query['order']['keys'], found: readonly Row[], { rows }: KnownRows): unknown[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.map((row) => keys.map(({ attribute }) => (byId.get(row.id) ?? row)[attribute]));
}

type WrongRows = Pick<Flaw, 'symptom'> & { rows: readonly Row[] };

function wrongRows(query: Query, found: readonly Row[], known: KnownRows): WrongRows | undefined {
  const byId = new Map(known.rows.map((row) => [row.id, row]));
  const ids = new Set(found.map(({ id }) => id));
  const rows = found.map(({ id }) => byId.get(id)).filter((row) => row !== undefined);
  const misfit = rows.find((row) => fitsAll(query.conditions, row) === false);
  if (misfit) return { symptom: 'let-through', rows: [misfit] };
  const again = found.find((row, index) => found.findIndex(({ id }) => id === row.id) < index);
  if (again) return { symptom: 'twice', rows: found.filter(({ id }) => id === again.id).slice(0, 2) };
  // Of the rows after the first ones, nothing is known.
  if (known.isAll && rows.length < found.length)
    return { symptom: 'not-listed', rows: found.filter(({ id }) => !byId.has(id)).slice(0, 2) };
  const { certain, possible } = fittingRows(query, known);
  const { offset } = query.page;
  const asked = rowsAskedFor(query.page);
  const isWhole = offset === 0 && (known.isAll ? asked.least >= possible.length : isByIdOf(query, known.rows.length));
  const leftOut = isWhole ? certain.find(({ id }) => !ids.has(id)) : undefined;
  if (leftOut) return { symptom: 'left-out', rows: [leftOut] };
  if (known.isAll) {
    const countOf = (all: readonly Row[], most: number): number => Math.min(most, Math.max(0, all.length - offset));
    if (found.length < countOf(certain, asked.least) || found.length > countOf(possible, asked.most))
      return { symptom: 'part', rows: [...certain.slice(offset, offset + 2), ...found].slice(0, 2) };
  }
  const symptom = symptomOfOrder(query, rows, known.isAll && certain.length === possible.length ? certain : undefined);
  return symptom && { symptom, rows: wrongWayRound(query, rows) };
}

/** The first two rows that are the wrong way round. */
function wrongWayRound({ order: { keys } }: Query, rows: readonly Row[]): readonly Row[] {
  const second = rows.findIndex(
    (_row, index) => index > 0 && ordersOf(keys, rows.slice(index - 1, index + 1))?.length === 0,
  );
  return rows.slice(Math.max(0, second - 1), second === -1 ? 2 : second + 1);
}

/** Whether the rows that fit have to come before any that were not read: the list is in the order in which they were read. */
const isByIdOf = ({ order: { keys }, page }: Query, count: number): boolean =>
  keys[0]?.attribute === 'id' && !keys[0].descending && rowsAskedFor(page).least >= count;

/** `all` are the rows that the part is of, where it is known which they are. */
function symptomOfOrder(
  { order: { keys }, page: { offset } }: Query,
  rows: readonly Row[],
  all: readonly Row[] | undefined,
): Symptom | undefined {
  const orders = ordersOf(keys, rows, all);
  if (keys.length === 0 || !orders) return undefined;
  if (orders.length === 0) return 'order';
  return all && !isPartOf(rows, all, { offset, orders }) ? 'part' : undefined;
}

function flawOfRange(query: Query, exchange: Exchange, known: KnownRows): Flaw | undefined {
  const count = rowsOf(exchange).length;
  const { certain, possible } = fittingRows(query, known);
  const range = rangeOf(exchange);
  if (range && known.isAll && (range.total < certain.length || range.total > possible.length))
    return { symptom: 'total', expected: certain.length, actual: range.total };
  const { offset } = query.page;
  if (range && count > 0 && (range.first !== offset || range.last !== offset + count - 1))
    return {
      symptom: 'content-range',
      expected: `${offset}-${offset + count - 1}`,
      actual: `${range.first}-${range.last}`,
    };
  return exchange.status === 200 && known.isAll && count < certain.length
    ? { symptom: 'status', expected: 206, actual: 200 }
    : undefined;
}

/** An instance has the same values in every list. */
function flawOfValues({ names }: Selection, found: readonly Row[], { rows }: KnownRows): Flaw | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const differs = (row: Row, name: string): boolean => {
    const before = byId.get(row.id)?.[name];
    return before !== undefined && JSON.stringify(before) !== JSON.stringify(row[name]);
  };
  const attribute = names.find((name) => found.some((row) => differs(row, name)));
  if (attribute === undefined) return undefined;
  const row = found.find((it) => differs(it, attribute));
  const before = byId.get(row?.id);
  return {
    symptom: 'value',
    attribute,
    expected: before?.[attribute],
    actual: row?.[attribute],
    rows: [before, row].filter((it) => it !== undefined),
  };
}

/** Whether an array may say that a part is beyond the end. */
export function mayBeBeyond(query: Query, known: KnownRows): boolean {
  const { offset } = query.page;
  return offset > 0 && (!known.isAll || offset >= fittingRows(query, known).certain.length);
}
