/**
 * Shared code of the command lines of the PowerStore packages: the files that a user names, YAML that is checked with line and
 * column, durations, and the name that a misspelt one means.
 *
 * @module
 */
export { duration, durationText, parseDuration } from './duration.js';
export * from './names.js';
export { fileErrorReason, type FileWords, readTextFile } from './text-file.js';
export { unknownCommand } from './unknown-command.js';
export { parseYaml, type Path, readYaml, type YamlFile, type YamlFormat } from './yaml-file.js';
