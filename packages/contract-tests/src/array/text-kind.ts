const time = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A month 13 looks like a time, and is none that could be shifted. */
const isTime = (text: string): boolean => time.test(text) && !Number.isNaN(Date.parse(text));

/** The kind of a text of an array, for the reference that replaces it in a report or a recording. */
export const textKindOf = (text: string): 'time' | 'id' | 'text' =>
  isTime(text) ? 'time' : uuid.test(text) ? 'id' : 'text';
