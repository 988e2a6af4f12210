/** A contract with one mistake in it, and the complaint that lint has to make. */
export interface BrokenContract {
  mistake: string;
  /** The changed file below `spec/`; the entry document by default. */
  file?: string;
  /** Text that the file has once; the change comes after it. */
  after?: string;
  find: string;
  replace: string;
  rule: string;
  /** File that the complaint points into, if it is not the changed one. */
  reportedIn?: string;
  /** The complaint points to the first line with this text, from `after` on. */
  at: string;
  /** Part of the complaint: what is wrong, and what to write instead. */
  message: string;
  /** Rules that cannot find other mistakes beside this one. */
  hides?: RegExp;
}
