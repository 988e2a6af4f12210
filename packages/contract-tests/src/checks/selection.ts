import { attributeInfo, type Resource } from '@powerstore-api/types';
import type { Exchange } from '../array/http/exchange.js';
import { rowsOf } from '../array/rows/rows.js';
import type { CheckContext } from './context/check-context.js';

/** An array must return every attribute that was selected, as `null` where it is empty, and no other one. */
export function expectAttributes(
  { find }: Pick<CheckContext, 'find'>,
  resource: Resource,
  exchange: Exchange,
  selected: readonly string[],
): void {
  const rows = rowsOf(exchange);
  for (const name of selected) {
    const without = rows.find((row) => !(name in row));
    if (without)
      find('select.missing', exchange, `The array leaves out ${name}, which was selected.`, {
        subject: name,
        expected: name,
        actual: undefined,
        rows: [without],
      });
  }
  for (const name of new Set(rows.flatMap((row) => Object.keys(row)))) {
    // An attribute that nobody knows is a finding already.
    if (selected.includes(name) || attributeInfo(resource, name) === undefined) continue;
    const row = rows.find((it) => name in it);
    find('select.extra', exchange, `The array sends ${name}, which was not selected.`, {
      subject: name,
      expected: `no ${name}`,
      actual: row?.[name],
      ...(row && { rows: [row] }),
    });
  }
}
