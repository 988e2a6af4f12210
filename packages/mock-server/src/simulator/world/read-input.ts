import { InputError } from '@powerstore-api/types';
import * as v from 'valibot';

/**
 * Reads something that was given by a call, over HTTP or in a file as what it should be.
 *
 * @throws InputError that names each place, and what is wrong there.
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
