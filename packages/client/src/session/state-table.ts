// The state table as a list of rows. Its literals are closed; what an array answers may be newer, so it is compared as text.
import { lifecycle, type LifecycleOperation, type LifecycleRule } from '@powerstore-api/types';

/** A row of the state table, and the operation it is of. */
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

/** Whether a list of the table has a value. */
export const has = (values: readonly string[] | undefined, value: string | null | undefined): boolean =>
  typeof value === 'string' && values !== undefined && values.includes(value);
