// The options of a simulator.
import type { ReplicationSessionType } from '@powerstore-api/types';
import * as v from 'valibot';
import type { Certificate } from '../../http/certificate.js';
import type { RequestLogEntry } from '../../http/request-log-entry.js';
import type { User } from '../../layers/login-sessions.js';
import { type ClockMode, fastestSpeed } from '../world/clock.js';
import type { TransitionMode } from '../world/world.js';
import { isProtectable } from '../resources/volumes.js';
import { cyclicObjectives, defaultParts, memberName, type SessionSpec } from './session-spec.js';
import type { Recording } from './recording.js';
import { type Fault, faultSchema } from '../faults/fault.js';
import { portSchema, textSchema, tlsSchema, usernameSchema } from '../../input/listen-options.js';
import { checkOptions } from '@powerstore-api/input';
import type { PairSite } from '../world/site.js';

/**
 * Options of one array of the pair.
 *
 * @example
 * ```ts
 * const options: SimulatorArrayOptions = { release: '3.6', name: 'dc-west', port: 8443 };
 * ```
 */
export interface SimulatorArrayOptions {
  /** Release of the array, `1.0` to `4.4`. By default it is the `release` of {@link SimulatorOptions}. */
  release?: string;
  /** Name of the cluster. By default it is `array-a` or `array-b`. */
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
  /**
   * The users who may log in.
   * @default `admin`, `storage` (a storage operator) and `monitor` (an operator, who only reads), all with `Password123!`
   */
  users?: readonly User[];
  /**
   * Milliseconds that a login session lives without a request. `login_session` shows it in seconds, rounded up.
   * @default 3_600_000
   */
  idleTimeout?: number;
}

/**
 * Options of {@link createSimulator}.
 *
 * @example
 * ```ts
 * const options: SimulatorOptions = { seed: 7, release: '4.0', clock: 'manual', sessions: 1000 };
 * ```
 */
export interface SimulatorOptions {
  /**
   * Seed of all random values. With a manual clock, the same seed and the same calls give the same ids, times and journal.
   * @default 1
   */
  seed?: number;
  /**
   * Release of both arrays, `1.0` to `4.4`.
   * @default '4.4'
   */
  release?: string;
  /** Options of each array. */
  arrays?: { a?: SimulatorArrayOptions; b?: SimulatorArrayOptions };
  /**
   * The initial sessions: a list of them; or a number, up to 200,000, for one of every kind and that many asynchronous sessions
   * of volumes.
   * @default 0
   */
  sessions?: number | readonly SessionSpec[];
  /** A recording of your arrays, to start with instead of `sessions`. The arrays have the releases of the recording. */
  recording?: Recording;
  /**
   * `real` is real time, `{ speed: 60 }` sixty times as fast, up to a million; with `manual` only `clock.advance()` lets time
   * pass.
   * @default 'real'
   */
  clock?: ClockMode;
  /**
   * When transitional states such as `Failing_Over` end: after some seconds (`timed`), at once (`immediate`), or after a number
   * of reads (`{ reads: 2 }`).
   * @default 'timed'
   */
  transitions?: TransitionMode;
  /** The initial faults. */
  faults?: readonly Fault[];
  /**
   * `true` for HTTPS with a generated certificate for each array, a certificate for HTTPS with that one, `false` for plain
   * HTTP.
   * @default false
   */
  tls?: boolean | Certificate;
  /**
   * Whether to leave out the checks of requests and answers against the contract, which makes everything faster.
   * @default false
   */
  fast?: boolean;
  /** Called after each answer. An entry holds no header and no body, so no secret. */
  onRequest?: (entry: RequestLogEntry & { array: PairSite }) => void;
}

/** More would not fit into the memory that Node takes by default. */
const mostSessions = 200_000;

/** More than a group or a NAS server of an array can have. */
const mostParts = 1000;

const whole = v.pipe(v.number(), v.integer('give a whole number'));

const differ = (names: readonly (string | undefined)[]): boolean => new Set(names).size === names.length;

/** As arrays compare the names of volumes and groups. */
const differInAnyCase = (names: readonly string[]): boolean => differ(names.map((name) => name.toLowerCase()));

/** The volumes that a session replicates, by name. */
function volumesOf({ name, kind = 'volume', parts = defaultParts }: v.InferOutput<typeof specified>): string[] {
  if (kind === 'volume') return [name];
  return kind === 'volume_group' ? Array.from({ length: parts }, (_, index) => memberName(name, index)) : [];
}

const users = v.pipe(
  v.array(
    v.strictObject({
      username: usernameSchema,
      password: textSchema,
      role: v.picklist(['administrator', 'storage operator', 'operator']),
    }),
  ),
  v.nonEmpty('give at least one user'),
  v.check((list) => differ(list.map(({ username }) => username)), 'two users have the same name; give each its own'),
);

const array = v.optional(
  v.strictObject({
    release: v.optional(v.string()),
    name: v.optional(textSchema),
    host: v.optional(textSchema),
    port: v.optional(portSchema),
    users: v.optional(users),
    idleTimeout: v.optional(v.pipe(whole, v.minValue(1))),
  }),
);

const specified = v.strictObject({
  name: textSchema,
  kind: v.optional(
    v.picklist(['volume', 'volume_group', 'replication_group', 'nas_server'] satisfies SessionSpec['kind'][]),
  ),
  type: v.optional(
    v.picklist(['Asynchronous', 'Synchronous', 'Metro_Active_Active'] satisfies ReplicationSessionType[]),
  ),
  source: v.optional(v.picklist(['a', 'b'])),
  rpo: v.optional(v.picklist(cyclicObjectives)),
  witness: v.optional(v.boolean()),
  parts: v.optional(v.pipe(whole, v.minValue(0), v.maxValue(mostParts))),
  thirdSite: v.optional(v.boolean()),
});

/** Combinations that no release has. */
const session = v.pipe(
  specified,
  v.check(
    ({ kind = 'volume', type }) => type !== 'Metro_Active_Active' || isProtectable(kind),
    'metro is for volumes and volume groups',
  ),
  v.check(
    ({ kind, type = 'Asynchronous' }) => kind !== 'replication_group' || type === 'Asynchronous',
    'a replication group is asynchronous',
  ),
  v.check(
    ({ kind = 'volume', type, thirdSite }) =>
      thirdSite !== true || (kind === 'volume' && type === 'Metro_Active_Active'),
    'only a metro volume has a third site',
  ),
);

const sessionList = v.pipe(
  v.array(session, 'give a number of sessions, or a list of them'),
  v.check((list) => differInAnyCase(list.map((it) => it.name)), 'two sessions have the same name; give each its own'),
  v.check(
    (list) => differInAnyCase([...list.flatMap(volumesOf), 'spare-a', 'spare-b']),
    'two volumes have the same name; the members of a group are its name with -1, -2 and so on, and each array has a spare one',
  ),
);

/** Scenarios use it as well. */
export const sessionsSchema = v.lazy((input) =>
  typeof input === 'number' ? v.pipe(whole, v.minValue(0), v.maxValue(mostSessions)) : sessionList,
);

export const transitionsSchema = v.union(
  [v.picklist(['immediate', 'timed']), v.strictObject({ reads: v.pipe(whole, v.minValue(0)) })],
  'give immediate, timed or { reads }',
);

const schema = v.strictObject({
  seed: v.optional(v.pipe(v.number(), v.safeInteger('give a whole number'))),
  release: v.optional(v.string()),
  arrays: v.optional(
    v.pipe(
      v.strictObject({ a: array, b: array }),
      v.check(
        ({ a, b }) => differ([a?.name ?? 'array-a', b?.name ?? 'array-b', 'array-c']),
        'give the arrays different names; array-c is the third site',
      ),
    ),
  ),
  sessions: v.optional(sessionsSchema),
  clock: v.optional(
    v.union(
      [
        v.picklist(['real', 'manual']),
        v.strictObject({ speed: v.pipe(v.number(), v.minValue(0), v.maxValue(fastestSpeed)) }),
      ],
      'give real, manual or { speed }',
    ),
  ),
  transitions: v.optional(transitionsSchema),
  faults: v.optional(v.array(faultSchema)),
  tls: v.optional(tlsSchema),
  fast: v.optional(v.boolean()),
  recording: v.optional(v.looseObject({})),
  onRequest: v.optional(v.function()),
});

/**
 * Checks everything but the numbers of releases.
 *
 * @throws InputError that names each wrong option.
 */
export function checkSimulatorOptions(options: SimulatorOptions): void {
  checkOptions('createSimulator', schema, options);
}
