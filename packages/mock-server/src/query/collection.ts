import { type Answer, jsonAnswer } from '../http/answer.js';
import { parameter, type Request } from '../http/request.js';
import { readFilters } from './filter.js';
import { readOrder } from './order.js';
import { readPage } from './page.js';
import type { Row } from './row.js';
import { readSelect } from './select.js';
import type { Store } from './store.js';

/**
 * Answers a query of a collection: filters and sorts its rows, takes the requested part, and selects attributes.
 *
 * @throws HttpError with 400 if the query is wrong, and with 416 if the part is beyond the end.
 */
export function queryCollection(store: Store, resource: string, request: Request): Answer {
  const select = readSelect(store, resource, parameter(request, 'select'));
  const order = parameter(request, 'order');
  const ordering = order === undefined ? undefined : readOrder(store, resource, order);
  const filter = readFilters(store, resource, request.query);
  const page = readPage(request);

  const rows = store.rows(resource);
  const found = filter && positionsOf(rows, filter);
  const { offset, end, answer } = page(found?.length ?? rows.length);
  const ordered = ordering ? ordering(found, end) : found;
  const part = ordered ? Array.from(ordered.slice(offset, end), (at) => rows[at] as Row) : rows.slice(offset, end);
  return answer(part.map(select));
}

/** The positions of the rows that pass a filter. */
function positionsOf(rows: readonly Row[], filter: (at: number) => boolean): Uint32Array {
  const positions = new Uint32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) if (filter(at)) positions[count++] = at;
  return positions.subarray(0, count);
}

/**
 * Answers a query of one instance with the selected attributes.
 *
 * @throws HttpError with 400 if the selection is wrong.
 */
export function queryInstance(store: Store, resource: string, request: Request, row: Row): Answer {
  const select = readSelect(store, resource, parameter(request, 'select'));
  return jsonAnswer(200, select(row));
}
