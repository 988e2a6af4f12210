// A scenario from a file, or from a program, checked; and where each of its steps is written.
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { isNode, isPair, isMap, LineCounter, parseDocument, type Document } from 'yaml';
import { InputError } from '../simulator/start/input.js';
import type { Scenario } from './scenario.js';
import { scenarioSchema } from './schema.js';

/** A scenario that can be played. */
export interface LoadedScenario {
  scenario: Scenario;
  /** Where a step is, by its index: the file and the line, or the name of the scenario. */
  placeOf: (index: number) => string;
}

type Path = readonly (string | number)[];

/**
 * Reads a scenario.
 *
 * @throws InputError that names file, line and path of everything that is wrong.
 */
export async function loadScenario(from: Scenario | string | URL): Promise<LoadedScenario> {
  if (typeof from === 'object' && !(from instanceof URL)) {
    const place = (path: Path): string => ['scenario', ...path].join('.');
    const scenario = check(from, place);
    return { scenario, placeOf: () => scenario.name };
  }
  const file = shorten(from instanceof URL || from.startsWith('file:') ? fileURLToPath(from) : from);
  const source = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw new InputError(`The scenario ${file} cannot be read: ${why}.`);
  });
  return parseScenario(source, file);
}

function parseScenario(source: string, file: string): LoadedScenario {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const at = (position: number): string => {
    const { line, col } = lines.linePos(position);
    return `${file}:${line}:${col}`;
  };
  const { errors } = document;
  if (errors.length > 0) {
    throw new InputError(errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`).join('\n'));
  }
  const offsetOf = (path: Path): number => offset(document, path);
  const scenario = check(document.toJS(), (path) =>
    path.length === 0 ? file : `${at(offsetOf(path))}: ${path.join('.')}`,
  );
  return { scenario, placeOf: (index) => `${file}:${lines.linePos(offsetOf(['steps', index])).line}` };
}

/** Where something is written: its key where it has one, and what surrounds it where it is missing. */
function offset(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = document.getIn(path.slice(0, depth - 1), true) ?? document.contents;
    const last = path[depth - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isNode(key) && String(key) === String(last))
      : undefined;
    const node = isPair(pair) ? pair.key : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function check(input: unknown, place: (path: Path) => string): Scenario {
  const result = v.safeParse(scenarioSchema, input);
  if (result.success) return result.output as Scenario;
  const problems = result.issues.map(
    (issue) => `${place((issue.path ?? []).map(({ key }) => key as string | number))}: ${messageOf(issue)}`,
  );
  throw new InputError(problems.join('\n'));
}

function messageOf({ message, expected, received, path, type }: v.BaseIssue<unknown>): string {
  if (type === 'strict_object' && expected === 'never') return `unknown; is ${String(path?.at(-1)?.key)} misspelt?`;
  if (type === 'strict_object' && received === 'undefined') return 'missing';
  // What was there, where the message says only what should be.
  const saysIt = message.startsWith('Invalid') || (received.startsWith('"') && message.includes(received));
  return saysIt || received === 'Object' || received === 'Array' ? message : `${message}; there is ${received}`;
}

/** As a person would name it from here. */
function shorten(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') ? file : short;
}
