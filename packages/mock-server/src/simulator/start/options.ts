// What a simulator is asked to be like, checked before anything is made of it.
import * as v from 'valibot';
import type { Certificate } from '../../http/certificate.js';
import type { Exchange } from '../../http/exchange.js';
import type { User } from '../../layers/login-sessions.js';
import type { ClockMode } from '../world/clock.js';
import type { TransitionMode } from '../world/world.js';
import type { SessionSpec } from './initial-world.js';
import type { Recording } from './recording.js';
import { type Fault, faultSchema } from '../faults/fault.js';
import { readInput } from '../world/read-input.js';
import { rpoValues } from '@powerstore-api/types';

/**
 * One array of the pair.
 *
 * @example
 * ```ts
 * const options: SimulatorArrayOptions = { release: '3.6', name: 'dc-west', port: 8443 };
 * ```
 */
export interface SimulatorArrayOptions {
  /** Release, `1.0` to `4.4`; that of the simulator by default. */
  release?: string;
  /** Name of the cluster; `array-a` and `array-b` by default. */
  name?: string;
  /**
   * Address to listen on.
   * @default '127.0.0.1'
   */
  host?: string;
  /**
   * Port to listen on; 0 takes a free one.
   * @default 0
   */
  port?: number;
  /** Who may log in. By default `admin`, `storage` (a storage operator) and `monitor` (an operator, who only reads). */
  users?: readonly User[];
  /**
   * Milliseconds that a login session lives without a request. `login_session` shows it in seconds, rounded up.
   * @default 3_600_000
   */
  idleTimeout?: number;
}

/**
 * What a simulator is to be like.
 *
 * @example
 * ```ts
 * const options: SimulatorOptions = { seed: 7, release: '4.0', clock: 'manual', sessions: 1000 };
 * ```
 */
export interface SimulatorOptions {
  /**
   * The same seed and the same calls give the same ids, times and journal.
   * @default 1
   */
  seed?: number;
  /**
   * Release of both arrays, `1.0` to `4.4`.
   * @default '4.4'
   */
  release?: string;
  arrays?: { a?: SimulatorArrayOptions; b?: SimulatorArrayOptions };
  /**
   * Sessions to begin with: a list of them, or how many asynchronous ones of volumes to have beside one of every kind.
   * @default 0
   */
  sessions?: number | readonly SessionSpec[];
  /** What was recorded of arrays, to begin with in place of `sessions`; it says which releases they are of. */
  recording?: Recording;
  /**
   * `real`; `{ speed: 60 }` for a minute in a second; `manual`, and time passes when `clock.advance()` says so.
   * @default 'real'
   */
  clock?: ClockMode;
  /**
   * How states on the way are left: when their time is over (`timed`), at once (`immediate`), or after they have been read
   * so often (`{ reads: 2 }`).
   * @default 'timed'
   */
  transitions?: TransitionMode;
  /** Faults to begin with. */
  faults?: readonly Fault[];
  /**
   * HTTPS, with a certificate made for each array or with yours.
   * @default false
   */
  tls?: boolean | Certificate;
  /**
   * Leaves Prism out: requests and answers are not checked against the contract, and everything is faster.
   * @default false
   */
  fast?: boolean;
  /** Called after each answer. What it gets holds no header and no body, so no secret. */
  onExchange?: (exchange: Exchange & { array: 'a' | 'b' }) => void;
}

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
    release: v.optional(v.string()),
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
  rpo: v.optional(v.picklist(rpoValues.filter((it) => it !== 'Zero'))),
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
  release: v.optional(v.string()),
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
  readInput(schema, options, 'options');
}
