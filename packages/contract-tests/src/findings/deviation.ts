import type { FindingId } from './finding-kinds.js';

/** What is wrong with an answer, by kind. */
export interface Deviation {
  id: FindingId;
  what: string;
  place?: string;
  sample?: string;
}
