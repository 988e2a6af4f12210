/**
 * Shared code of the command lines of the PowerStore packages: the files that a user names, YAML that is checked with line and
 * column, durations, texts of others that are safe to print, and the end of npx.
 *
 * @module
 */
export { duration, durationText, parseDuration } from './duration.js';
export { describeMistake } from './mistakes.js';
export { whenNpxEnds } from './npx.js';
export { printable, printableLines } from './printable.js';
export { fileErrorReason, type FileWords, readTextFile } from './text-file.js';
export { parseYaml, type Path, readYaml, type YamlFile, type YamlFormat } from './yaml-file.js';
export { yamlMessage } from './yaml-message.js';
