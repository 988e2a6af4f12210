// The form of what a program passes in: the arrays of a run, its permit and its pace. A permit is a key; a misspelt one must not
// open anything, and a misspelt limit must not be none.
import { safetyLevels } from '@powerstore-api/types';
import * as v from 'valibot';
import { addressRemedy, problemOfAddress } from './address.js';
import type { Permit } from './permit.js';
import type { ArrayTarget, Pace, Site } from './target.js';

/** The schema of each field of an interface. */
export type Fields<T> = { readonly [Name in keyof Required<T>]: v.GenericSchema };

/** A text that says something. */
export const filled = v.pipe(v.string(), v.nonEmpty('must not be empty'));

const above0 = v.custom<number>((it) => typeof it === 'number' && it > 0, 'must be a number above 0');

export const milliseconds = v.optional(above0);

/** The longest time limit of an answer: an hour. */
const maxLimitMs = 3_600_000;

const timeLimit = v.optional(
  v.custom<number>(
    (it) => Number.isInteger(it) && Number(it) >= 1 && Number(it) <= maxLimitMs,
    `must be a whole number of milliseconds from 1 to ${maxLimitMs}`,
  ),
);

const url = v.pipe(
  v.string(),
  v.check(
    (it) => problemOfAddress(it) === undefined,
    ({ input }) => `the address ${problemOfAddress(input)}. ${addressRemedy}`,
  ),
);

const array = v.strictObject({
  url,
  username: v.pipe(
    filled,
    v.regex(/^[^:\p{Cc}]*$/u, 'must be without colons and control characters, which a login cannot carry'),
  ),
  password: filled,
  // The client checks them.
  tls: v.optional(v.looseObject({})),
  label: v.optional(v.string()),
  timeout: timeLimit,
  patience: timeLimit,
} satisfies Fields<ArrayTarget>);

export const arraysOption = v.strictObject({ a: array, b: v.optional(array) } satisfies Fields<
  Record<Site, ArrayTarget>
>);

/** Dots would climb out of the path of a request. */
const sessionId = v.pipe(v.string(), v.regex(/[^.]/, 'must be the id of a replication session'));

export const permitOption = v.optional(
  v.strictObject({ mode: v.picklist(safetyLevels), sessions: v.array(sessionId) } satisfies Fields<Permit>),
);

/** Requests per second: one every hundred seconds. A timer of Node cannot wait for a much slower one. */
export const minRate = 0.01;

export const paceOption = v.optional(
  v.strictObject({
    requestsPerSecond: v.optional(
      v.custom<number>((it) => Number.isFinite(it) && Number(it) >= minRate, `must be a number of ${minRate} or more`),
    ),
    rows: v.optional(
      v.custom<number>((it) => Number.isInteger(it) && Number(it) >= 1, 'must be a whole number of 1 or more'),
    ),
  } satisfies Fields<Pace>),
);
