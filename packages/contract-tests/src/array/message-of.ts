/** The message of a thrown value. Anything can be thrown; an object that is no Error may hold anything, so it is not shown. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  return typeof thrown === 'object' && thrown !== null ? 'an object that is no Error' : String(thrown);
}
