import { checkOptions } from '@powerstore-api/input';
import { type Safety, safetyLevels } from '@powerstore-api/types';
import * as v from 'valibot';
import { type Fields, filled } from '../array/target/target-options.js';
import type { FindingKind } from '../findings/finding.js';
import type { CheckContext, LoginSession } from './context/check-context.js';

/** One thing that a conforming array does. `OwnId` are the ids of the check's own kinds of findings. */
export interface Check<OwnId extends string = never> {
  /** A stable name, such as `paging.parts`. */
  id: string;
  /** A sentence that says what the array must do. */
  title: string;
  /**
   * The most that the check does to an array. A run that may do less leaves the check out.
   * @default 'read-only'
   */
  safety?: Safety;
  /**
   * The check needs this, and is left out where it is absent:
   *
   * - `pair`: both arrays of a pair
   * - `embedded`: an embedded mock or simulator, which may be changed at will
   * - `validation`: an embedded mock or simulator that compares requests with the contract
   * - `control`: a simulator with control of its time and its faults
   * - `examples`: a mock that answers with the examples of the contract
   */
  needs?: 'pair' | 'embedded' | 'validation' | 'control' | 'examples';
  /** The check is about both arrays at once, and is not carried out again on the other one. */
  once?: true;
  /** Kinds of findings of the check's own, by id. */
  findings?: Readonly<Record<OwnId, FindingKind>>;
  run(context: CheckContext<OwnId>): Promise<void>;
}

/** A check of the suite. It gets the login session of the run as well, which no other check does. */
export interface SuiteCheck extends Omit<Check, 'run' | 'needs'> {
  /** `wrong-password`: the run may try a wrong password of the user. */
  needs?: Check['needs'] | 'wrong-password';
  run(context: CheckContext, login: LoginSession): Promise<void>;
}

/**
 * Defines a check of your own, for a run to carry out together with the built-in ones. It may report the kinds of findings that it
 * defines, and the built-in ones; a misspelt id does not compile.
 *
 * The check gets a copy of the settings that it cannot change, without the password. What it asks leaves by the gate of the run,
 * which refuses a write that the run may not send. It is code in this process all the same: see "Checks of your own" in the README.
 *
 * @example
 * ```ts
 * import { defineCheck } from '@powerstore-api/contract-tests';
 *
 * export const rpo = defineCheck({
 *   id: 'ours.rpo',
 *   title: 'Every asynchronous session must have a replication rule',
 *   findings: {
 *     'ours.no-rule': {
 *       severity: 'error',
 *       title: 'An asynchronous session has no replication rule',
 *       cause: 'The array does not replicate it.',
 *       remedy: 'Assign a protection policy.',
 *     },
 *   },
 *   async run({ ask, rowsOf, find }) {
 *     const exchange = await ask('replication_session_collection_query', {
 *       query: { select: 'id,replication_rule_id', type: 'eq.Asynchronous' },
 *     });
 *     if (rowsOf(exchange).some((row) => row['replication_rule_id'] === null))
 *       find('ours.no-rule', exchange, 'An asynchronous session has no replication rule.');
 *   },
 * });
 * ```
 */
export function defineCheck<OwnId extends string = never>(check: Check<OwnId>): Check {
  checkOptions('defineCheck', checkSchema, check);
  return check;
}

const findingKind = v.strictObject({
  severity: v.picklist(['error', 'warning', 'note']),
  title: filled,
  cause: filled,
  remedy: filled,
} satisfies Fields<FindingKind>);

/** The form of a check. */
export const checkSchema = v.strictObject({
  id: filled,
  title: filled,
  safety: v.optional(v.picklist(safetyLevels)),
  needs: v.optional(v.picklist(['pair', 'embedded', 'validation', 'control', 'examples'])),
  once: v.optional(v.literal(true)),
  findings: v.optional(v.record(filled, findingKind)),
  run: v.function(),
} satisfies Fields<Check>);
