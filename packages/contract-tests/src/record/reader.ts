import { isAtLeast, type OperationId, operations, type Resource } from '@powerstore-api/types';
import type { ArraySession } from '../array/http/array-session.js';
import { type Row, rowsOf } from '../array/rows/rows.js';
import type { Target } from '../array/target/target.js';
import { attributesOf, resources } from '../contract/resources.js';
import { type Lack, lackOfList } from '../contract/survey.js';

/** Rows of one page. */
const rowsPerPage = 500;

/** Collections without pages. */
const unpaged: ReadonlySet<Resource> = new Set<Resource>(['cluster', 'login_session']);

/** Reading the login sessions changes them, and they say who works there. */
const leftOut: ReadonlySet<Resource> = new Set<Resource>(['login_session']);

/** The collections of an array, and those that it does not show. */
export interface ReadResources {
  resources: Record<string, Row[]>;
  /** Resource → the reason in words, to follow the name of the array. */
  missing: Record<string, string>;
}

/** The resources of a recording of a release. */
export const recordedResources = (release: string): { list: OperationId; resource: Resource }[] =>
  resources.flatMap(({ name, list }) =>
    leftOut.has(name) || !isAtLeast(release, operations[list].added) ? [] : [{ list, resource: name }],
  );

/**
 * Reads all collections of an array with all attributes of its release, up to the maximum number of rows of each. One that the
 * array does not show is missing; no row of it counts, for a part would look like the whole.
 */
export async function readResources(
  { pace }: Target,
  arraySession: ArraySession,
  release: string,
): Promise<ReadResources> {
  const read: ReadResources = { resources: {}, missing: {} };
  for (const { list, resource } of recordedResources(release)) {
    const select = attributesOf(resource, release)
      .map(([name]) => name)
      .join(',');
    const found = await readCollection(list, resource, select);
    if (Array.isArray(found)) read.resources[resource] = found;
    else read.missing[resource] = found.predicate;
  }
  return read;

  async function readCollection(list: OperationId, resource: Resource, select: string): Promise<Row[] | Lack> {
    const rows: Row[] = [];
    while (rows.length < pace.rows) {
      const limit = Math.min(rowsPerPage, pace.rows - rows.length);
      const paging = { order: 'id', limit: String(limit), offset: String(rows.length) };
      const exchange = await arraySession.send(list, { query: { select, ...(!unpaged.has(resource) && paging) } });
      // The offset is past the last row.
      if (exchange.status === 416) break;
      const lack = lackOfList(resource, exchange);
      if (lack) return lack;
      const found = rowsOf(exchange);
      rows.push(...found);
      if (unpaged.has(resource) || found.length < limit) break;
    }
    return rows;
  }
}
