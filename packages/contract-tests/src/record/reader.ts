import { attributes, type OperationId, operations, isAtLeast } from '@powerstore-api/types';
import type { ArraySession } from '../array/http/array-session.js';
import { type Row, rowsOf } from '../array/rows/rows.js';
import { CannotRunError, type Target } from '../array/target/target.js';

/** Rows of one page. */
const rowsPerPage = 500;

/** Collections without pages. */
const unpaged = new Set(['cluster', 'login_session']);

/** Reading the login sessions changes them, and they say who works there. */
const leftOut = new Set(['login_session']);

/**
 * Reads all collections of an array with all attributes of its release, up to the maximum number of rows of each.
 *
 * @throws CannotRunError where the array does not let the user read a collection, or sends no list that can be read.
 */
export async function readResources(
  { pace, label }: Target,
  arraySession: ArraySession,
  release: string,
): Promise<Record<string, Row[]>> {
  const all: Record<string, Row[]> = {};
  for (const [id, { resource, added }] of Object.entries(operations)) {
    if (!id.endsWith('_collection_query') || leftOut.has(resource) || !isAtLeast(release, added)) continue;
    const select = Object.entries(attributes[resource] ?? {})
      .filter(([, info]) => isAtLeast(release, info.added))
      .map(([name]) => name)
      .join(',');
    all[resource] = await readCollection(id as OperationId, resource, select);
  }
  return all;

  async function readCollection(operationId: OperationId, resource: string, select: string): Promise<Row[]> {
    const rows: Row[] = [];
    while (rows.length < pace.rows) {
      const limit = Math.min(rowsPerPage, pace.rows - rows.length);
      const paging = { order: 'id', limit: String(limit), offset: String(rows.length) };
      const exchange = await arraySession.send(operationId, {
        query: { select, ...(!unpaged.has(resource) && paging) },
      });
      // The offset is past the last row.
      if (exchange.status === 416) break;
      if (exchange.status !== 200 && exchange.status !== 206)
        throw new CannotRunError(
          `${label} answers ${exchange.request} with ${exchange.status}. The user must be allowed to read ${resource}.`,
        );
      if (!Array.isArray(exchange.json))
        throw new CannotRunError(
          `${label} answers ${exchange.request} with a body that is no list that can be read. powerstore-contract says what is wrong with it.`,
        );
      const found = rowsOf(exchange);
      rows.push(...found);
      if (unpaged.has(resource) || found.length < limit) break;
    }
    return rows;
  }
}
