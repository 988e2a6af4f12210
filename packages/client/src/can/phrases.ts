import type { Fields } from '@powerstore-api/types';

/** Each value once: `OK, Paused or Fractured`. */
export const either = (values: readonly string[]): string => listed(values, 'or');

/** Each value once: `role and state`. */
export const both = (values: readonly string[]): string => listed(values, 'and');

function listed(values: readonly string[], word: string): string {
  const each = [...new Set(values)];
  return each.length > 1 ? `${each.slice(0, -1).join(', ')} ${word} ${String(each.at(-1))}` : each.join('');
}

/** `is_planned: false, force: true`. */
export const fieldsText = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ');
