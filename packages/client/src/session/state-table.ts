// The state table as a list of rows. Its literals are closed, and those of a newer array are not among them, so values of
// an array are compared as text.
import { lifecycle, type LifecycleOperation, type LifecycleRule, type ReplicationState } from '@powerstore-api/types';

/** A row of the state table with its operation. */
export interface Row {
  readonly operation: LifecycleOperation;
  readonly rule: LifecycleRule;
}

/** The rows of an operation. */
export const rulesOf = (operation: LifecycleOperation): readonly LifecycleRule[] => lifecycle[operation].rules;

/** The rows of all operations. */
export const allRows = (): readonly Row[] =>
  (Object.keys(lifecycle) as LifecycleOperation[]).flatMap((operation) =>
    rulesOf(operation).map((rule) => ({ operation, rule })),
  );

/** The states of a session that replicates. It may begin or end a cycle at any time. */
export const replicatingStates: readonly ReplicationState[] = ['OK', 'Synchronizing'];

/** Whether a list of a row has a value. */
export const has = (values: readonly string[] | undefined, value: string | null | undefined): boolean =>
  typeof value === 'string' && values !== undefined && values.includes(value);
