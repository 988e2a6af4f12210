import { knownNames, nearest } from '@powerstore-api/settings/names';
import { InputError } from '@powerstore-api/types';
import * as v from 'valibot';

/**
 * Checks input from a call, a request or a file.
 *
 * @throws InputError that names each wrong place and its problem.
 */
export function readInput<S extends v.GenericSchema>(schema: S, input: unknown, what: string): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new InputError(result.issues.map((issue) => describe(issue, schema, what)).join(' '));
}

/**
 * The problem in a sentence. The messages of valibot say `Invalid type` or `Invalid key` for most of them. A message of ours
 * that begins with the name of the field is a whole sentence.
 */
function describe(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, what: string): string {
  const { type, expected, received, message, requirement } = issue;
  const path = v.getDotPath(issue);
  const place = path === null ? what : `${what}.${path}`;
  if (expected === 'never') return `${place} is not known. ${remedyOf(issue, schema)}`;
  if (received === 'undefined' && type.endsWith('_object')) return `${place} is missing.`;
  if (message.startsWith(`${String(issue.path?.at(-1)?.key ?? what)} `)) return message;
  if (expected === null || !message.startsWith('Invalid'))
    return `${place}: ${message}${/[.?]$/.test(message) ? '' : '.'}`;
  const wanted =
    type === 'min_value' || type === 'max_value'
      ? `at ${type === 'min_value' ? 'least' : 'most'} ${String(requirement)}`
      : expected
          .replace(/^\((.*)\)$/, '$1')
          .split(' | ')
          .map(inWords)
          .join(' or ');
  return `${place} has to be ${wanted}, but it is ${inWords(received)}.`;
}

/** The name that a misspelt one means, or all names that there are. */
function remedyOf({ path }: v.BaseIssue<unknown>, schema: v.GenericSchema): string {
  const names = knownNames(schema, path ?? []);
  const meant = nearest(String(path?.at(-1)?.key), names);
  return meant === undefined ? `Known are ${names.join(', ')}.` : `Did you mean ${meant}?`;
}

const words: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Object: 'an object',
  Array: 'a list',
  Function: 'a function',
};

/** A type or a value as valibot writes it, in words. */
const inWords = (text: string): string => words[text] ?? text;
