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
  throw new InputError(result.issues.map((issue) => describe(issue, what)).join('; '));
}

/** The problem in a sentence. The messages of valibot say `Invalid type` or `Invalid key` for most of them. */
function describe(issue: v.BaseIssue<unknown>, what: string): string {
  const { type, expected, received, message } = issue;
  const path = v.getDotPath(issue);
  const place = path === null ? what : `${what}.${path}`;
  if (expected === 'never') return `${place} is not known`;
  if (received === 'undefined' && type.endsWith('_object')) return `${place} is missing`;
  if (expected === null || !message.startsWith('Invalid')) return `${place}: ${message}`;
  const wanted = expected
    .replace(/^\((.*)\)$/, '$1')
    .replaceAll(' | ', ' or ')
    .replace('Object', 'an object');
  return `${place} has to be ${wanted}, but it is ${received}`;
}
