import { isProxy } from 'node:util/types';

/** The message of a thrown value. Anything can be thrown; an object that is no Error may hold anything, so it is not shown. */
export function messageOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  // A proxy may answer anything, or throw.
  const message = !isProxy(thrown) && thrown instanceof Error ? (thrown.message as unknown) : undefined;
  return typeof message === 'string' ? message : 'an object that is no Error';
}
