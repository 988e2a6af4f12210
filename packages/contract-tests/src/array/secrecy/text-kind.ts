import { isTime } from '../rows/time.js';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The kind of a text of an array, for the reference that replaces it in a report or a recording. */
export const textKindOf = (text: string): 'time' | 'id' | 'text' =>
  isTime(text) ? 'time' : uuid.test(text) ? 'id' : 'text';
