import type { OperationId } from '@powerstore-api/types';

/** `error` fails the run. `warning` and `note` do not: look into a warning in time; a note is worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** A kind of finding: what is the same whenever a check finds it. */
export interface FindingKind {
  severity: Severity;
  /** A sentence that says what the array does. */
  title: string;
  /** What it means for the people and programs that use the array. */
  cause: string;
  /** What to do about it. */
  remedy: string;
}

/**
 * What makes two findings the same: within a run, from one run to another, and in a baseline. Nothing in it is English, and
 * nothing in it is a value of the array.
 */
export interface FindingIdentity {
  /** The kind of finding, such as `body.schema`. */
  id: string;
  operation: string;
  /** The HTTP status that the array answered with. */
  status: number;
  /** Where in the contract it belongs, as a JSON pointer without the leading slash: drift is grouped by it. */
  place?: string;
  /**
   * Which of the faults of this kind it is, by a name of the API: an attribute, a literal, a header, an operator,
   * `pause@Source/Paused` for an action.
   */
  subject?: string;
}

/** One way in which an answer is not what the contract says. It holds names of the API, and never values of the array. */
export interface Finding extends FindingIdentity {
  operation: OperationId;
  severity: Severity;
  /** What was asked, with `{id}` for ids. */
  request: string;
  /** A sentence for a person. */
  message: string;
  remedy: string;
  /** What the array had there, with nothing in it that tells whose array it is. */
  sample?: string;
}

/** The part of a finding that identifies it. */
export const identityOf = ({ id, operation, status, place, subject }: FindingIdentity): FindingIdentity => ({
  id,
  operation,
  status,
  ...(place !== undefined && { place }),
  ...(subject !== undefined && { subject }),
});

/** The identity as one text: two findings are the same where it is equal. */
export const findingKey = (finding: FindingIdentity): string => JSON.stringify(identityOf(finding));

/** A finding as it is printed: what, where, and what to do. */
export const describeFinding = ({ id, operation, request, status, message, remedy }: Finding): string =>
  [`${id}: ${message}`, `  at      ${request} → ${status} (${operation})`, `  remedy  ${remedy}`].join('\n');
