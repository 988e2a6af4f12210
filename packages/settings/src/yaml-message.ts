/**
 * A message of the YAML parser, for a person.
 *
 * @example
 * ```ts
 * yamlMessage('Maximum call stack size exceeded'); // lists and maps are nested too deeply
 * ```
 */
export const yamlMessage = (message: string): string =>
  isTooDeep(message) ? 'lists and maps are nested too deeply' : message;

/** Whether the parser stopped because a file is nested too deeply. It says so again for each level on its way out. */
export const isTooDeep = (message: string): boolean => message.startsWith('Maximum call stack size exceeded');
