// A YAML file, checked against a schema. Every problem names its line and column.
import { relative, resolve } from 'node:path';
import { knownNames, nearest } from '@powerstore-api/input';
import { InputError } from '@powerstore-api/types';
import * as v from 'valibot';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { type FileWords, readTextFile } from './text-file.js';
import { isTooDeep, yamlMessage } from './yaml-message.js';

/** Keys and positions in lists, from the top of a file. */
export type Path = readonly (string | number)[];

/** The schema of a kind of file, and the words for it in messages. */
export interface YamlFormat<Schema extends v.GenericSchema> extends FileWords {
  readonly schema: Schema;
  /** Says why a key that the schema does not know does not belong there; `undefined` for what is simply unknown. */
  readonly explain?: (key: string) => string | undefined;
}

/** A file that fits its schema. */
export interface YamlFile<Value> {
  readonly value: Value;
  /** The name of the file as a person would write it from here. */
  readonly name: string;
  /** Line of something in it, from 1: of its key, or of what surrounds it where it is missing. */
  lineOf(path: Path): number;
}

/**
 * Reads a YAML file and checks it.
 *
 * @throws InputError with a line for each problem: file, line, column, what is wrong, and what would do.
 * @example
 * ```ts
 * const schema = v.strictObject({ mode: v.picklist(['read-only', 'disruptive']) });
 * const { value } = readYaml('settings.yaml', { what: 'configuration', schema });
 * ```
 */
export function readYaml<Schema extends v.GenericSchema>(
  file: string,
  format: YamlFormat<Schema>,
): YamlFile<v.InferOutput<Schema>> {
  return parseYaml(readTextFile(file, format), shorten(file), format);
}

/**
 * Checks the text of a YAML file.
 *
 * @throws InputError as {@link readYaml} does.
 * @example
 * ```ts
 * parseYaml('mode: read-only', 'settings.yaml', { what: 'configuration', schema }).value.mode; // read-only
 * ```
 */
export function parseYaml<Schema extends v.GenericSchema>(
  source: string,
  name: string,
  format: YamlFormat<Schema>,
): YamlFile<v.InferOutput<Schema>> {
  const lines = new LineCounter();
  // Warnings, such as of a key that is a list, would go to standard error past everything.
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const tooDeep = document.errors.find(({ message }) => isTooDeep(message));
  const errors = tooDeep ? [tooDeep] : document.errors;
  if (errors.length > 0)
    throw new InputError(errors.map(({ pos, message }) => `${at(pos[0])}: ${yamlMessage(message)}`).join('\n'));
  if (document.contents !== null && !isMap(document.contents))
    throw new InputError(`${at(0)}: a ${format.what} is a list of names with values, such as name: value`);
  const result = v.safeParse(format.schema, plain(document, name));
  if (!result.success) {
    const problems = result.issues.map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => key as string | number);
      return `${at(offsetOf(document, path))}: ${describe(issue, path, format)}`;
    });
    throw new InputError(problems.join('\n'));
  }
  return { value: result.output, name, lineOf: (path) => lines.linePos(offsetOf(document, path)).line };
}

/** The values of a document; nothing for a file of comments. */
function plain(document: Document, name: string): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    // Too many aliases, of which a small file makes a large one.
    throw new InputError(`${name}: ${yamlMessage((error as Error).message)}`);
  }
}

function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = document.getIn(path.slice(0, depth - 1), true) ?? document.contents;
    const last = path[depth - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isNode(key) && String(key) === String(last))
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function describe(
  { message, expected, received, type, path: items }: v.BaseIssue<unknown>,
  path: Path,
  { schema, explain }: YamlFormat<v.GenericSchema>,
): string {
  const where = path.join('.');
  if (type === 'strict_object' && expected === 'never') {
    const key = String(path.at(-1));
    const explained = explain?.(key);
    if (explained !== undefined) return `${where}: ${explained}`;
    const names = knownNames(schema, items ?? []);
    const meant = nearest(key, names);
    if (meant !== undefined) return `${where} is not known; did you mean ${meant}?`;
    return names.length > 0 ? `${where} is not known; known are ${names.join(', ')}` : `${where} is not known`;
  }
  if (type === 'strict_object' && received === 'undefined') return `${where} is missing`;
  if (type === 'strict_object') return `${where} has to be a list of names with values`;
  // The value that is there, where the message names only what should be.
  const says =
    message.startsWith('Invalid') ||
    (received.startsWith('"') && message.includes(received)) ||
    /^(Object|Array)$/.test(received);
  return `${where}: ${message}${says ? '' : `; there is ${received}`}`;
}

/** As a person would name a file from here. */
function shorten(file: string): string {
  const short = relative(process.cwd(), resolve(file));
  return short.startsWith('..') ? file : short;
}
