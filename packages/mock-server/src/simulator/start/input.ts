// What comes from outside, by a call, over HTTP or from a file, is checked here.
import { InputError, operations } from '@powerstore-api/types';
import * as v from 'valibot';
import type { Fault } from '../faults/faults.js';
import { days } from '../world/time.js';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const operation = v.pipe(
  v.string(),
  v.check((it) => Object.hasOwn(operations, it), 'no operation of the contract, such as replication_session_failover'),
);

const effect = v.union(
  [
    v.strictObject({
      status: v.picklist([401, 403, 422, 500, 503]),
      retryAfter: v.optional(v.union([v.number(), v.string()])),
      carriedOut: v.optional(v.boolean()),
      text: v.optional(v.string()),
    }),
    v.pipe(
      v.strictObject({
        transport: v.picklist(['reset', 'stall', 'cut', 'slow']),
        delay: v.optional(count),
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
        set: v.optional(v.record(v.string(), v.unknown())),
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

/** Time that may pass at once, in milliseconds: up to a century, as beyond it nothing would ever end. */
export const durationSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(36_525 * days));

/** @throws InputError */
export const readFault = (input: unknown): Fault => read(faultSchema, input, 'fault') as Fault;

/**
 * Reads something as what it should be.
 *
 * @throws InputError that names the place.
 */
export function read<S extends v.GenericSchema>(schema: S, input: unknown, what: string): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const path = v.getDotPath(issue);
    return `${path === null ? what : `${what}.${path}`}: ${issue.message}`;
  });
  throw new InputError(problems.join('; '));
}
