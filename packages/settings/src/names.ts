/**
 * The name that a misspelt one means, without the readers of files: a server starts sooner without them.
 *
 * @module
 */
export { knownNames } from './known-names.js';
export { nearest } from './nearest.js';
