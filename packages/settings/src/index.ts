/**
 * Shared code of the PowerStore command lines: checked YAML files, durations, and suggestions for misspelt names.
 *
 * @module
 */
export { duration, parseDuration } from './duration.js';
export { nearest } from './nearest.js';
export { unknownCommand } from './unknown-command.js';
export { parseYaml, type Path, readYaml, type YamlFile, type YamlFormat } from './yaml-file.js';
