import type { Exam } from '../exam.js';

/** One thing a conforming array does. */
export interface Check {
  /** Stable name, such as `paging.parts`. */
  id: string;
  title: string;
  /** Left out where the target may only be read. */
  writes?: true;
  run(exam: Exam): Promise<void>;
}
