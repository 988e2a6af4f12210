import { InputError } from '@powerstore-api/types';
import * as v from 'valibot';
import { knownNames } from './known-names.js';
import { nearest, remedyFor } from './nearest.js';

/**
 * Checks input from a call, a request or a file. A message of a schema that begins with `must` follows the name of the place,
 * and is followed by the wrong value.
 *
 * @throws InputError that names each wrong place and its problem.
 * @example
 * ```ts
 * const schema = v.strictObject({ readOnly: v.optional(v.boolean()) });
 * readInput(schema, { readonly: true }, 'options'); // options.readonly is not known. Did you mean readOnly?
 * ```
 */
export function readInput<S extends v.GenericSchema>(schema: S, input: unknown, what: string): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new InputError(problemsOf(result.issues, schema, (path) => [what, ...path].join('.')));
}

/**
 * Checks the options of a call, and returns a copy. It has what was checked: also the options that an object inherits, and of a
 * getter the value that it had.
 *
 * @throws InputError that names the call, each wrong option and its problem.
 * @example
 * ```ts
 * const schema = v.strictObject({ readOnly: v.optional(v.boolean()) });
 * checkOptions('connect', schema, { readonly: true }); // connect: readonly is not known. Did you mean readOnly?
 * ```
 */
export function checkOptions<T>(call: string, schema: v.GenericSchema, options: T): T {
  const { issues, output } = v.safeParse(schema, options);
  if (issues) throw new InputError(`${call}: ${problemsOf(issues, schema, (path) => path.join('.') || 'options')}`);
  return output as T;
}

/** Names a place, by its keys. */
type Placing = (path: readonly string[]) => string;

const problemsOf = (issues: readonly v.BaseIssue<unknown>[], schema: v.GenericSchema, placing: Placing): string =>
  issues.map((issue) => describe(issue, schema, placing)).join(' ');

/** The problem in a sentence. The messages of valibot say `Invalid type` or `Invalid key` for most of them. */
function describe(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, placing: Placing): string {
  const { type, expected, received, message, requirement, path = [] } = issue;
  const keys = path.map(({ key }) => String(key));
  const place = placing(keys);
  const name = keys.at(-1) ?? place;
  if (expected === 'never') return `${place} is not known. ${remedyFor(name, knownNames(schema, path))}`;
  if (received === 'undefined' && type.endsWith('object')) return `${place} is missing.`;
  const wrong = (wanted: string): string => `${place} must be ${wanted}, not ${shown(issue, name)}.`;
  if (message.startsWith('must be ')) return wrong(message.slice('must be '.length));
  if (message.startsWith('must ')) return `${place} ${message}.`;
  // A message that begins with the name of the field is a whole sentence.
  if (message.startsWith(`${name} `)) return message;
  if (expected === null || !message.startsWith('Invalid'))
    return `${place}: ${message}${/[.?]$/.test(message) ? '' : '.'}`;
  if (type === 'min_value' || type === 'max_value')
    return wrong(`at ${type === 'min_value' ? 'least' : 'most'} ${String(requirement)}`);
  const wanted = expected.replaceAll(/[()]/g, '').split(' | ');
  const meant = nearest(String(issue.input), wanted.map(bare));
  return wrong(wanted.map(inWords).join(' or ')) + (meant === undefined ? '' : ` Did you mean ${meant}?`);
}

const words: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Object: 'an object',
  Array: 'a list',
  Function: 'a function',
  AbortSignal: 'an AbortSignal',
};

const bare = (text: string): string => text.replaceAll('"', '');

/** A type or a literal as valibot writes it, in words. */
const inWords = (text: string): string => words[text] ?? bare(text);

/** Names of secrets; their values are never in a message. */
const secret = /password|passphrase|secret|token|key$/i;

/** The wrong value. A text in place of something else may be a secret; in place of a number or of known words it is none. */
function shown({ kind, type, input, received }: v.BaseIssue<unknown>, name: string): string {
  if (secret.test(name)) return input === '' ? 'an empty one' : 'this value';
  if (typeof input !== 'string') return inWords(received);
  return kind === 'schema' && !['picklist', 'number', 'literal', 'custom'].includes(type) ? 'a text' : `'${input}'`;
}
