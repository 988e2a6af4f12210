/** A contract with one mistake in it, and how lint has to complain. */
export interface BrokenContract {
  mistake: string;
  /** The changed file below `spec/`; the entry document by default. */
  file?: string;
  /** Text that is in the file once: the change is made behind it. */
  after?: string;
  find: string;
  replace: string;
  rule: string;
  /** File the complaint points into, where it is not the changed one. */
  reportedIn?: string;
  /** Where the complaint points: the first line with this text, from `after` on. */
  at: string;
  /** Part of the complaint: what is wrong, and what to write instead. */
  message: string;
  /** Rules that do not find their own mistakes beside it. */
  hides?: RegExp;
}
