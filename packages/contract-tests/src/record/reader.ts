// All that can be read of an array: every collection, with all attributes its release has.
import { attributes, type OperationId, operations, isAtLeast } from '@powerstore-api/types';
import type { ArraySession } from '../array/array-session.js';
import { type Row, rowsOf } from '../array/rows.js';
import { CannotRunError, type Target } from '../array/target.js';

/** At most so many rows are asked for at once. */
const page = 500;

/** Collections without pages. */
const whole = new Set(['cluster', 'login_session']);

/** Who is logged in changes by the looking at it, and says who works there. */
const leftOut = new Set(['login_session']);

/** Rows by resource; at most so many of each as the target's pace has. */
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
    all[resource] = await readAll(id as OperationId, resource, select);
  }
  return all;

  async function readAll(operationId: OperationId, resource: string, select: string): Promise<Row[]> {
    const rows: Row[] = [];
    while (rows.length < pace.rows) {
      const limit = Math.min(page, pace.rows - rows.length);
      const paging = { order: 'id', limit: String(limit), offset: String(rows.length) };
      const exchange = await arraySession.send(operationId, {
        query: { select, ...(!whole.has(resource) && paging) },
      });
      // Beyond the end.
      if (exchange.status === 416) break;
      if (exchange.status !== 200 && exchange.status !== 206)
        throw new CannotRunError(
          `${label} answers ${exchange.request} with ${exchange.status}. The user has to be allowed to read ${resource}.`,
        );
      const found = rowsOf(exchange);
      rows.push(...found);
      if (whole.has(resource) || found.length < limit) break;
    }
    return rows;
  }
}
