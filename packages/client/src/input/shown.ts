/** A wrong value in the text of an error. A text is in quotes: `'30'` is not the number 30. */
export const shown = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value));
