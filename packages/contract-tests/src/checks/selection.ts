import { attributeInfo, type Resource } from '@powerstore-api/types';
import type { Exchange } from '../array/http/exchange.js';
import { rowsOf } from '../array/rows/rows.js';
import type { CheckContext } from './check-context.js';

/** An array must return every attribute that was selected, as `null` where it is empty, and no other one. */
export function expectAttributes(
  { find }: Pick<CheckContext, 'find'>,
  resource: Resource,
  exchange: Exchange,
  selected: readonly string[],
): void {
  const rows = rowsOf(exchange);
  for (const name of selected)
    if (rows.some((row) => !(name in row)))
      find('select.missing', exchange, `The array leaves out ${name}, which was selected.`, { subject: name });
  for (const name of new Set(rows.flatMap((row) => Object.keys(row))))
    // An attribute that nobody knows is a finding already.
    if (!selected.includes(name) && attributeInfo(resource, name) !== undefined)
      find('select.extra', exchange, `The array sends ${name}, which was not selected.`, { subject: name });
}
