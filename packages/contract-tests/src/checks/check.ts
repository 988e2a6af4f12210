import type { Safety } from '@powerstore-api/types';
import type { CheckContext } from './check-context.js';
import type { FindingKind } from '../findings/finding.js';

/** One thing a conforming array does. */
export interface Check {
  /** Stable name, such as `paging.parts`. */
  id: string;
  title: string;
  /**
   * The most that it does to an array: it is left out where a run may do less.
   * @default 'read-only'
   */
  safety?: Safety;
  /**
   * What the run has to have: both arrays of a `pair`; arrays that are `embedded`, with which anything may be done, or those of
   * them that do the `validation` of requests; or the `control` of a simulator, which is told what happens to it; or nothing
   * but `examples` to answer with.
   */
  needs?: 'pair' | 'embedded' | 'validation' | 'control' | 'examples';
  /** It is about both arrays at once, and not carried out again on the other one. */
  once?: true;
  /** Kinds of findings of its own, by id. */
  findings?: Readonly<Record<string, FindingKind>>;
  run(context: CheckContext): Promise<void>;
}

/**
 * A check of your own, to be run with those that are here.
 *
 * @example
 * ```ts
 * import { defineCheck } from '@powerstore-api/contract-tests';
 *
 * export const rpo = defineCheck({
 *   id: 'ours.rpo',
 *   title: 'no session is without a replication rule',
 *   findings: {
 *     'ours.no-rule': { severity: 'error', title: 'a session without a rule', cause: 'It is not copied.', remedy: 'Assign a policy.' },
 *   },
 *   async run({ ask, rowsOf, find }) {
 *     const exchange = await ask('replication_session_collection_query', { query: { select: 'id,replication_rule_id', type: 'eq.Asynchronous' } });
 *     if (rowsOf(exchange).some((row) => row['replication_rule_id'] === null)) find('ours.no-rule', exchange, 'an asynchronous session has none');
 *   },
 * });
 * ```
 */
export const defineCheck = (check: Check): Check => check;
