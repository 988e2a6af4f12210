import type { OperationId } from '@powerstore-api/types';

/** `error` fails the run; `warning` and `note` do not: something to see to in time, and something worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** A kind of finding: what is the same whenever it is met. */
export interface FindingKind {
  severity: Severity;
  title: string;
  /** What it means for those who use the array. */
  cause: string;
  /** What to do about it. */
  remedy: string;
}

/** One way an answer is not what the contract says. Holds places and names of the API, never values of the array. */
export interface Finding {
  /** Stable: the kind of finding, such as `body.schema`. */
  id: string;
  severity: Severity;
  operationId: OperationId;
  /** What was asked, with `{id}` for ids. */
  request: string;
  status: number;
  what: string;
  remedy: string;
  /** Where in the contract it belongs, as a path of keys: what drift is grouped by. */
  place?: string;
  /** What the array had there, with nothing in it that tells whose it is. */
  sample?: string;
}

/** A finding as it is printed: what, where, and what to do. */
export const describeFinding = ({ id, operationId, request, status, what, remedy }: Finding): string =>
  [`${id}: ${what}`, `  at      ${request} → ${status} (${operationId})`, `  remedy  ${remedy}`].join('\n');
