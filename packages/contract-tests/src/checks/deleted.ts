// An instance that the array does not find although it has it.
import type { OperationId, Resource } from '@powerstore-api/types';
import { attributeNames, type FiltersOf } from '../array/rows/query.js';
import { rowsOf } from '../array/rows/rows.js';
import type { NamedResource, ReadableResource } from '../contract/resources.js';
import type { CheckContext } from './context/check-context.js';

/**
 * An instance that is not found may have been deleted since the list was read, or have another name by now. It is a finding only
 * where the list still has it afterwards, and the array does not find it then either.
 *
 * @returns whether the list has it.
 */
export async function expectDeleted(
  { ask, find }: CheckContext,
  { list, queried, byName }: ReadableResource,
  get: OperationId,
  { id, name }: { id?: unknown; name?: string },
): Promise<boolean> {
  const select = name === undefined ? attributeNames('id') : attributeNames<NamedResource>('id', 'name');
  const filter: FiltersOf<Resource> = queried ? { id: `eq.${String(id)}` } : {};
  const query = { select, ...(name !== undefined && byName), ...filter };
  const listed = rowsOf(await ask(list, { query })).find((row) => row.id === id && row['name'] === name);
  if (!listed) return false;
  const again = await ask(get, { id: name === undefined ? String(id) : `name:${name}`, query: { select } });
  if (again.status !== 404) return true;
  const askedBy = name === undefined ? 'id' : 'name';
  find('instance.missing', again, `The array does not find an instance by ${askedBy} that its list has.`, {
    subject: askedBy,
    expected: 200,
    actual: again.status,
    rows: [listed],
  });
  return true;
}
