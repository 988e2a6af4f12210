import type { OperationId } from '@powerstore-api/types';

/** One way an answer is not what the contract says. Holds places and names, never values of the array. */
export interface Finding {
  /** Stable: the kind of finding, such as `body.schema`. */
  id: string;
  operationId: OperationId;
  /** What was asked, with `{id}` for ids. */
  request: string;
  status: number;
  what: string;
  remedy: string;
  /** Worth knowing, and no reason to fail: an array may have more than the contract knows. */
  note?: true;
}

/** A finding as it is printed: what, where, and what to do. */
export const describeFinding = ({ id, operationId, request, status, what, remedy }: Finding): string =>
  [`${id}: ${what}`, `  at      ${request} → ${status} (${operationId})`, `  remedy  ${remedy}`].join('\n');
