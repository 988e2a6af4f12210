/**
 * Shared code of the command lines of the PowerStore packages: the files that a user names, YAML that is checked with line and
 * column, and durations.
 *
 * @module
 */
export { duration, durationText, parseDuration } from './duration.js';
export { fileErrorReason, type FileWords, readTextFile } from './text-file.js';
export { parseYaml, type Path, readYaml, type YamlFile, type YamlFormat } from './yaml-file.js';
