// What a simulator is to be like, checked before anything is made of it.
import * as v from 'valibot';
import type { SimulatorOptions } from '../server/simulator.js';
import { faultSchema, read } from './input.js';
import { recoveryPoints } from '../replication/provisioning.js';

const name = v.pipe(v.string(), v.nonEmpty());
const whole = v.pipe(v.number(), v.integer());

const differ = (names: readonly (string | undefined)[]): boolean => new Set(names).size === names.length;

const users = v.pipe(
  v.array(
    v.strictObject({
      username: v.pipe(
        name,
        v.check((it) => !it.includes(':'), 'a user name has no colon, which Basic ends it with'),
      ),
      password: name,
      role: v.picklist(['administrator', 'storage operator', 'operator']),
    }),
  ),
  v.nonEmpty('there has to be somebody who may log in'),
  v.check((list) => differ(list.map(({ username }) => username)), 'two users have the same name'),
);

const array = v.optional(
  v.strictObject({
    version: v.optional(v.string()),
    name: v.optional(name),
    host: v.optional(name),
    port: v.optional(v.pipe(whole, v.minValue(0), v.maxValue(65_535))),
    users: v.optional(users),
    idleTimeout: v.optional(v.pipe(whole, v.minValue(1))),
  }),
);

const session = v.strictObject({
  name,
  kind: v.optional(v.picklist(['volume', 'volume_group', 'replication_group', 'nas_server'])),
  type: v.optional(v.picklist(['Asynchronous', 'Synchronous', 'Metro_Active_Active'])),
  source: v.optional(v.picklist(['a', 'b'])),
  rpo: v.optional(v.picklist(Object.keys(recoveryPoints).filter((it) => it !== 'Zero'))),
  witness: v.optional(v.boolean()),
  parts: v.optional(v.pipe(whole, v.minValue(0))),
  thirdSite: v.optional(v.boolean()),
});

/** How many, or which: scenarios say it in the same way. */
export const sessionsSchema = v.union(
  [
    v.pipe(whole, v.minValue(0)),
    v.pipe(
      v.array(session),
      v.check((list) => differ(list.map((it) => it.name)), 'two sessions have the same name'),
    ),
  ],
  'sessions are a number, or a list of them',
);

export const transitionsSchema = v.union(
  [v.picklist(['immediate', 'timed']), v.strictObject({ reads: v.pipe(whole, v.minValue(0)) })],
  'transitions are immediate, timed or { reads }',
);

const schema = v.strictObject({
  seed: v.optional(v.pipe(v.number(), v.safeInteger())),
  version: v.optional(v.string()),
  arrays: v.optional(
    v.pipe(
      v.strictObject({ a: array, b: array }),
      v.check(
        ({ a, b }) => differ([a?.name ?? 'array-a', b?.name ?? 'array-b', 'array-c']),
        'both arrays, and the third site array-c, have names of their own',
      ),
    ),
  ),
  sessions: v.optional(sessionsSchema),
  clock: v.optional(
    v.union(
      [v.picklist(['real', 'manual']), v.strictObject({ speed: v.pipe(v.number(), v.finite(), v.minValue(0)) })],
      'a clock is real, manual or { speed }',
    ),
  ),
  transitions: v.optional(transitionsSchema),
  faults: v.optional(v.array(faultSchema)),
  tls: v.optional(v.union([v.boolean(), v.strictObject({ key: v.string(), cert: v.string() })])),
  fast: v.optional(v.boolean()),
  recording: v.optional(v.looseObject({})),
  onExchange: v.optional(v.function()),
});

/**
 * Finds what makes no sense. Releases are for whoever knows them.
 *
 * @throws InputError
 */
export function checkOptions(options: SimulatorOptions): void {
  read(schema, options, 'options');
}
