/** The time of an answer by the clock of the array; by this machine's where the answer has no `Date`. In whole seconds. */
export const arrayTime = (headers: Headers): number => Date.parse(headers.get('date') ?? '') || Date.now();
