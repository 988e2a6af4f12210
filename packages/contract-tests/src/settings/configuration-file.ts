// The configuration file, checked; whatever is wrong is named with its line and column.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import * as v from 'valibot';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { CannotRunError } from '../target.js';
import { nearest } from './nearest.js';
import { fileSchema, known } from './schema.js';
import type { Settings } from './settings.js';

/** Where it is looked for when none is named: the working directory. */
export const defaultFile = 'powerstore-contract.yaml';

/**
 * Reads the configuration file; files that it names are found from where it is. Nothing where none is named and there is
 * none.
 *
 * @throws CannotRunError that names file, line and column of everything that is wrong, a line each.
 */
export function readConfigurationFile(named: string | undefined): Settings {
  const file = named ?? defaultFile;
  if (named === undefined && !existsSync(file)) return {};
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CannotRunError(
      `The configuration ${file} cannot be read (${(error as NodeJS.ErrnoException).code}). powerstore-contract init writes one.`,
    );
  }
  return fromHere(parseConfiguration(source, shorten(file)), dirname(resolve(file)));
}

type Path = readonly (string | number)[];

function parseConfiguration(source: string, file: string): v.InferOutput<typeof fileSchema> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const at = (position: number): string => {
    const { line, col } = lines.linePos(position);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0)
    throw new CannotRunError(document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`).join('\n'));
  if (document.contents !== null && !isMap(document.contents))
    throw new CannotRunError(`${at(0)}: the file has to be a list of names with values, such as mode: read-only`);
  // A file of comments only says nothing.
  const result = v.safeParse(fileSchema, document.toJS() ?? {});
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    return `${at(offsetOf(document, path))}: ${messageOf(issue, path)}`;
  });
  throw new CannotRunError(problems.join('\n'));
}

/** Where something is written: its key where it has one. */
function offsetOf(document: Document, path: Path): number {
  if (path.length === 0) return 0;
  const parent = document.getIn(path.slice(0, -1), true) ?? document.contents;
  const last = path.at(-1);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isNode(key) && String(key) === String(last)) : undefined;
  const node = pair?.key ?? document.getIn(path, true);
  return isNode(node) && node.range ? node.range[0] : 0;
}

function messageOf({ message, expected, type }: v.BaseIssue<unknown>, path: Path): string {
  const key = String(path.at(-1) ?? '');
  const where = path.join('.');
  if (type === 'strict_object' && expected === 'never') {
    if (/^pass(word|phrase)?$|secret|token/i.test(key))
      return `${where}: secrets do not belong in this file. Name the file that holds it with passwordFile, or the environment variable with passwordEnv.`;
    const names = known[path.slice(0, -1).join('.')] ?? [];
    const meant = nearest(key, names);
    return meant === undefined
      ? `${where} is not known; there are ${names.join(', ')}`
      : `${where} is not known; is ${meant} meant?`;
  }
  if (type === 'strict_object') return `${where} has to be a list of names with values`;
  return `${where}: ${message}`;
}

/** With files as they are found from the folder of the configuration. */
function fromHere(
  { arrays, reports, checks, baseline, ...others }: v.InferOutput<typeof fileSchema>,
  folder: string,
): Settings {
  const found = (file: string): string => resolve(folder, file.replace(/^~(?=\/)/, homedir()));
  const array = ({ ca, passwordFile, ...rest }: NonNullable<NonNullable<typeof arrays>['a']>) => ({
    ...rest,
    ...(ca !== undefined && { ca: found(ca) }),
    ...(passwordFile !== undefined && { passwordFile: found(passwordFile) }),
  });
  return {
    ...others,
    ...(arrays && { arrays: { ...(arrays.a && { a: array(arrays.a) }), ...(arrays.b && { b: array(arrays.b) }) } }),
    ...(reports && {
      reports: Object.fromEntries(
        Object.entries(reports).flatMap(([kind, it]) => (it === undefined ? [] : [[kind, found(it)]])),
      ),
    }),
    ...(checks && { checks: checks.map(found) }),
    ...(baseline !== undefined && { baseline: found(baseline) }),
  };
}

/** As a person would name it from here. */
function shorten(file: string): string {
  const short = relative(process.cwd(), resolve(file));
  return short.startsWith('..') ? file : short;
}
