/** A generated TypeScript module: the warning on top, then the parts with a line between them. */
export const module = (...parts: string[]): string =>
  `${['// Generated from spec/ by `npm run generate`. Do not edit: change the contract instead.', ...parts].join('\n\n')}\n`;

/** A value as TypeScript source. */
export const literal = (value: unknown): string => JSON.stringify(value, null, 2);
