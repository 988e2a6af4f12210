// What goes wrong on purpose, and for which requests.
import { isOperation, type OperationId } from '@powerstore-api/types';
import * as v from 'valibot';
import { readInput } from '../world/read-input.js';

/**
 * What goes wrong.
 *
 * - `status`: answered with this error; `carriedOut` says whether the request has done its work all the same.
 * - `transport`: the connection is reset, nothing ever comes, the body is cut off, or it comes late (`delay` in milliseconds).
 * - `login`: the login session is over (`expired`), or its token has been replaced by a new one (`new-token`).
 * - `job`: the action is accepted, and fails on the way.
 * - `collection`: that many rows at the end of it are gone.
 * - `body`: attributes of every object in the answer are set to something else, or left out.
 */
export type FaultEffect =
  | { status: 401 | 403 | 422 | 500 | 503; retryAfter?: number | string; carriedOut?: boolean; text?: string }
  | { transport: 'reset' | 'stall' | 'cut' | 'slow'; delay?: number; carriedOut?: boolean }
  | { login: 'expired' | 'new-token' }
  | { job: 'fails'; text?: string; code?: string }
  | { collection: { drop: number } }
  | { body: { set?: Record<string, unknown>; remove?: string[] } };

/**
 * A fault, and which requests it is for: those that fit everything that is given.
 *
 * @example
 * ```ts
 * const fault: Fault = { operation: 'replication_session_failover', effect: { transport: 'reset', carriedOut: true } };
 * ```
 */
export interface Fault {
  array?: 'a' | 'b';
  operation?: OperationId;
  /** Requests with this id in their path, such as that of a replication session. */
  session?: string;
  /** Only requests that say so in the header `x-sim-scope`: for tests that share a simulator. */
  scope?: string;
  /**
   * How many requests it hits.
   * @default 1
   */
  times?: number;
  /**
   * How many requests it lets pass before.
   * @default 0
   */
  skip?: number;
  effect: FaultEffect;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const operation = v.pipe(
  v.string(),
  v.check((it) => isOperation(it), 'no operation of the contract, such as replication_session_failover'),
);

/** Node counts milliseconds in 31 bits. */
const delay = v.pipe(count, v.maxValue(2 ** 31 - 1));

/** As a header may have it. */
const retryAfter = v.union([
  v.pipe(v.number(), v.finite()),
  v.pipe(v.string(), v.regex(/^[\u0020-\u007E]*$/, 'a number of seconds, or a date')),
]);

const isJson = (value: unknown): boolean => {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
};

const effect = v.union(
  [
    v.strictObject({
      status: v.picklist([401, 403, 422, 500, 503]),
      retryAfter: v.optional(retryAfter),
      carriedOut: v.optional(v.boolean()),
      text: v.optional(v.string()),
    }),
    v.pipe(
      v.strictObject({
        transport: v.picklist(['reset', 'stall', 'cut', 'slow']),
        delay: v.optional(delay),
        carriedOut: v.optional(v.boolean()),
      }),
      v.check(
        ({ transport, carriedOut }) => transport !== 'slow' || carriedOut !== false,
        'what is only slow is carried out',
      ),
    ),
    v.strictObject({ login: v.picklist(['expired', 'new-token']) }),
    v.strictObject({ job: v.literal('fails'), text: v.optional(v.string()), code: v.optional(v.string()) }),
    v.strictObject({ collection: v.strictObject({ drop: count }) }),
    v.strictObject({
      body: v.strictObject({
        set: v.optional(
          v.pipe(
            v.record(v.string(), v.unknown()),
            v.check((it) => isJson(it), 'values that JSON has'),
          ),
        ),
        remove: v.optional(v.array(v.string())),
      }),
    }),
  ],
  'an effect is one of { status }, { transport }, { login }, { job: fails }, { collection: { drop } }, { body: { set, remove } }',
);

export const faultSchema = v.strictObject({
  array: v.optional(v.picklist(['a', 'b'])),
  operation: v.optional(operation),
  session: v.optional(v.string()),
  scope: v.optional(v.string()),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  skip: v.optional(count),
  effect,
});

/** @throws InputError that names what is wrong. */
export const readFault = (input: unknown): Fault => readInput(faultSchema, input, 'fault') as Fault;
