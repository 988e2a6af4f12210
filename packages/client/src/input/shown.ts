/** A wrong value in the text of an error: a text in quotes, because `'30'` is not the number 30. */
export const shown = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : typeof value === 'object' && value !== null ? 'an object' : String(value);
