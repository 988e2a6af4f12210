// A YAML file, checked; whatever is wrong is named with its line and column.
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import * as v from 'valibot';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { CannotRunError } from '../array/target.js';
import { nearest } from './nearest.js';

export interface YamlFile<Schema extends v.GenericSchema> {
  /** What it is called to a person. */
  what: string;
  schema: Schema;
  /** Names that are known, by the path of what holds them; items of a list are `*`. */
  known: Readonly<Record<string, readonly string[]>>;
  /** What to do where it cannot be read. */
  remedy: string;
}

/**
 * Reads a YAML file.
 *
 * @throws CannotRunError that names file, line and column of everything that is wrong, a line each.
 */
export function readYaml<Schema extends v.GenericSchema>(
  file: string,
  { what, schema, known, remedy }: YamlFile<Schema>,
): v.InferOutput<Schema> {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CannotRunError(
      `The ${what} ${file} cannot be read (${(error as NodeJS.ErrnoException).code}). ${remedy}`,
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const at = (position: number): string => {
    const { line, col } = lines.linePos(position);
    return `${shorten(file)}:${line}:${col}`;
  };
  if (document.errors.length > 0)
    throw new CannotRunError(document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`).join('\n'));
  if (document.contents !== null && !isMap(document.contents))
    throw new CannotRunError(`${at(0)}: the file has to be a list of names with values, such as mode: read-only`);
  // A file of comments only says nothing.
  const result = v.safeParse(schema, document.toJS() ?? {});
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    return `${at(offsetOf(document, path))}: ${messageOf(issue, path, known)}`;
  });
  throw new CannotRunError(problems.join('\n'));
}

type Path = readonly (string | number)[];

/** Where something is written: its key where it has one, and what surrounds it where it is missing. */
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

function messageOf(
  { message, expected, received, type }: v.BaseIssue<unknown>,
  path: Path,
  known: YamlFile<v.GenericSchema>['known'],
): string {
  const key = String(path.at(-1) ?? '');
  const where = path.join('.');
  if (type === 'strict_object' && expected === 'never') {
    if (/^pass(word|phrase)?$|secret|token/i.test(key))
      return `${where}: secrets do not belong in this file. Name the file that holds it with passwordFile, or the environment variable with passwordEnv.`;
    const names =
      known[
        path
          .slice(0, -1)
          .map((it) => (typeof it === 'number' ? '*' : it))
          .join('.')
      ] ?? [];
    const meant = nearest(key, names);
    return meant === undefined
      ? `${where} is not known; there are ${names.join(', ')}`
      : `${where} is not known; is ${meant} meant?`;
  }
  if (type === 'strict_object' && received === 'undefined') return `${where} is missing`;
  if (type === 'strict_object') return `${where} has to be a list of names with values`;
  return `${where}: ${message}`;
}

/** As a person would name it from here. */
function shorten(file: string): string {
  const short = relative(process.cwd(), resolve(file));
  return short.startsWith('..') ? file : short;
}
