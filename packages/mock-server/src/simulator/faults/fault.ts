// Faults: requests that go wrong on purpose.
import { nearest } from '@powerstore-api/input';
import { isOperation, type OperationId, operations } from '@powerstore-api/types';
import * as v from 'valibot';
import { readInput } from '@powerstore-api/input';
import type { PairSite } from '../world/site.js';

/**
 * How a request goes wrong.
 *
 * - `status`: the array answers with this error. With `carriedOut: true` it carries the request out first.
 * - `transport`: the array resets the connection, never answers (`stall`), cuts the connection in the middle of the body, or
 *   answers late (`slow`, by `delay` milliseconds, 1000 by default). It carries out a request whose answer is `cut` or `slow`,
 *   and does not carry out the others; `carriedOut` overrides that.
 * - `login`: the login session has ended (`expired`), or has a new token (`new-token`).
 * - `job`: the array accepts the action, and the action fails before it ends.
 * - `collection`: the list lacks its last `drop` rows.
 * - `body`: every object in the answer has the attributes of `set`, and lacks those of `remove`.
 */
export type FaultEffect =
  | { status: 401 | 403 | 422 | 500 | 503; retryAfter?: number | string; carriedOut?: boolean; text?: string }
  | { transport: 'reset' | 'stall' | 'cut' | 'slow'; delay?: number; carriedOut?: boolean }
  | { login: 'expired' | 'new-token' }
  | { job: 'fails'; text?: string; code?: string }
  | { collection: { drop: number } }
  | { body: { set?: Record<string, unknown>; remove?: string[] } };

/**
 * A fault, and the requests that it hits: those that match every given condition.
 *
 * @example
 * ```ts
 * const fault: Fault = { operation: 'replication_session_failover', effect: { transport: 'reset', carriedOut: true } };
 * ```
 */
export interface Fault {
  /** The array that receives the request; either one by default. */
  array?: PairSite;
  /** The operation of the request, such as `replication_session_failover`; any one by default. */
  operation?: OperationId;
  /** The id in the path of the request, such as that of a replication session. */
  session?: string;
  /** The value of the header `x-sim-scope`, so that tests which share a simulator do not hit each other's requests. */
  scope?: string;
  /**
   * How many requests it hits.
   * @default 1
   */
  times?: number;
  /**
   * How many matching requests it lets pass before the first one that it hits.
   * @default 0
   */
  skip?: number;
  effect: FaultEffect;
}

const count = v.pipe(v.number(), v.integer('give a whole number'), v.minValue(0));

const operation = v.pipe(
  v.string(),
  v.check(isOperation, ({ input }) => {
    const meant = nearest(input, Object.keys(operations));
    const remedy = meant === undefined ? 'Give one such as replication_session_failover' : `Did you mean ${meant}?`;
    return `the contract has no operation ${input}. ${remedy}`;
  }),
);

/** The longest timer of Node, which counts milliseconds in 31 bits. */
export const longestDelayMs = 2 ** 31 - 1;

/** The values that the header can have. */
const retryAfter = v.union([
  v.pipe(v.number(), v.finite('give a finite number')),
  v.pipe(v.string(), v.regex(/^[\u0020-\u007E]*$/, 'give a number of seconds, or an HTTP date')),
]);

const isJson = (value: unknown): boolean => {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
};

/** The schema of an effect: its first key says which. So a mistake is reported for the effect that was meant. */
function effectSchema(delay: v.GenericSchema): v.GenericSchema {
  const effects: Readonly<Record<string, v.GenericSchema>> = {
    status: v.strictObject({
      status: v.picklist([401, 403, 422, 500, 503]),
      retryAfter: v.optional(retryAfter),
      carriedOut: v.optional(v.boolean()),
      text: v.optional(v.string()),
    }),
    transport: v.pipe(
      v.strictObject({
        transport: v.picklist(['reset', 'stall', 'cut', 'slow']),
        delay: v.optional(delay),
        carriedOut: v.optional(v.boolean()),
      }),
      v.check(
        ({ transport, carriedOut }) => transport !== 'slow' || carriedOut !== false,
        'a request with a slow answer is always carried out: leave carriedOut out',
      ),
    ),
    login: v.strictObject({ login: v.picklist(['expired', 'new-token']) }),
    job: v.strictObject({ job: v.literal('fails'), text: v.optional(v.string()), code: v.optional(v.string()) }),
    collection: v.strictObject({ collection: v.strictObject({ drop: count }) }),
    body: v.strictObject({
      body: v.strictObject({
        set: v.optional(
          v.pipe(
            v.record(v.string(), v.unknown()),
            v.check((it) => isJson(it), 'give values that JSON can hold'),
          ),
        ),
        remove: v.optional(v.array(v.string())),
      }),
    }),
  };
  const kinds = Object.keys(effects).join(', ');
  const noEffect = v.custom<never>(() => false, `an effect has one of ${kinds}`);
  return v.lazy((input) => {
    const kind =
      typeof input === 'object' && input !== null ? Object.keys(effects).find((it) => it in input) : undefined;
    return (kind === undefined ? undefined : effects[kind]) ?? noEffect;
  });
}

/** The schema of a fault. Code gives a delay in milliseconds; a scenario file gives it with its unit. */
export const faultSchemaWith = (delay: v.GenericSchema) =>
  v.strictObject({
    array: v.optional(v.picklist(['a', 'b'])),
    operation: v.optional(operation),
    session: v.optional(v.string()),
    scope: v.optional(v.string()),
    times: v.optional(v.pipe(v.number(), v.integer('give a whole number'), v.minValue(1))),
    skip: v.optional(count),
    effect: effectSchema(delay),
  });

export const faultSchema = faultSchemaWith(v.pipe(count, v.maxValue(longestDelayMs)));

/** @throws InputError that names each wrong field. */
export const readFault = (input: unknown): Fault => readInput(faultSchema, input, 'fault') as Fault;
