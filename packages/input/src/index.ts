/**
 * Shared code of the PowerStore packages: checks what a caller passes in, and suggests the name that a misspelt one means.
 *
 * @module
 */
export { isInTheClear } from './in-the-clear.js';
export { knownNames } from './known-names.js';
export { nearest, remedyFor } from './nearest.js';
export { checkOptions, readInput } from './read-input.js';
export { unknownCommand } from './unknown-command.js';
