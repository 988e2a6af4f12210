import type { OperationId } from '@powerstore-api/types';
import type { ShownEvidence } from './evidence.js';

/** `error` fails the run. `warning` and `note` do not: look into a warning in time; a note is worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** A kind of finding: the part that is the same whenever a check finds it. */
export interface FindingKind {
  severity: Severity;
  /** A sentence that says what the array does. */
  title: string;
  /** The consequence for the people and programs that use the array. */
  cause: string;
  /** The next step of the person who reads it. */
  remedy: string;
}

/**
 * The identity of a finding: within a run, from one run to another, and in a baseline. Nothing in it is English, and
 * nothing in it is a value of the array.
 */
export interface FindingIdentity {
  /** The kind of finding, such as `body.schema`. */
  id: string;
  operation: string;
  /** The HTTP status that the array answered with. */
  status: number;
  /** Its place in the contract, as a JSON pointer without the leading slash: drift is grouped by it. */
  place?: string;
  /**
   * The name of the API that tells it from other faults of this kind: an attribute, a literal, a header, an operator,
   * `pause@Source/Paused` for an action.
   */
  subject?: string;
}

/** A difference between an answer and the contract. It holds names of the API, and never values of the array. */
export interface Finding extends FindingIdentity {
  operation: OperationId;
  severity: Severity;
  /** The request, with `{id}` for ids. */
  request: string;
  /** A sentence for a person. */
  message: string;
  remedy: string;
  /** The array that it is about, where that may be another one than the one of the check. */
  site?: 'a' | 'b';
  /** The value that the array had there, where it does not tell whose array it is. */
  sample?: string;
  /** What it has in common with findings of its kind at other places: where it is equal, a report has them as one finding. */
  common?: string;
  /** The request and its answer, redacted, where it was found first. In a report, each place of a finding has them. */
  evidence?: ShownEvidence;
}

/** The part of a finding that identifies it. */
const identityOf = ({ id, operation, status, place, subject }: FindingIdentity): FindingIdentity => ({
  id,
  operation,
  status,
  ...(place !== undefined && { place }),
  ...(subject !== undefined && { subject }),
});

/** The identity as one text: two findings are the same where it is equal. */
export const findingKey = (finding: FindingIdentity): string => JSON.stringify(identityOf(finding));
