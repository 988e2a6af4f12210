import { attributeInfo } from '@powerstore-api/types';
import type { CheckContext } from './check-context.js';
import type { Exchange } from '../array/exchange.js';
import { rowsOf } from '../array/rows.js';

/** An array returns what was selected, `null` where there is nothing, and no more. */
export function expectAttributes(
  { find }: Pick<CheckContext, 'find'>,
  resource: string,
  exchange: Exchange,
  selected: readonly string[],
): void {
  const rows = rowsOf(exchange);
  const missing = selected.filter((name) => rows.some((row) => !(name in row)));
  if (missing.length > 0) {
    find('select.missing', exchange, `selected, but not there: ${missing.join(', ')}`);
  }
  // What nobody knows has been noted already.
  const extra = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (name) => !selected.includes(name) && attributeInfo(resource, name) !== undefined,
  );
  if (extra.length > 0) {
    find('select.extra', exchange, `not selected, but there: ${extra.join(', ')}`);
  }
}
