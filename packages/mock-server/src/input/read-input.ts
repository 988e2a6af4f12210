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
  const problems = result.issues.map((issue) => {
    const path = v.getDotPath(issue);
    return `${path === null ? what : `${what}.${path}`}: ${issue.message}`;
  });
  throw new InputError(problems.join('; '));
}
