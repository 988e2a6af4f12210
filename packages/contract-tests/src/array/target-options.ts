// The form of what a program passes in: the arrays of a run, its permit and its pace. A permit is a key; a misspelt one must not
// open anything, and a misspelt limit must not be none.
import { safetyLevels } from '@powerstore-api/types';
import * as v from 'valibot';
import type { Permit } from './permit.js';
import type { ArrayTarget, Pace, Site } from './target.js';

/** The schema of each field of an interface. */
export type Fields<T> = { readonly [Name in keyof Required<T>]: v.GenericSchema };

const above0 = v.custom<number>((it) => typeof it === 'number' && it > 0, 'must be a number above 0');

export const milliseconds = v.optional(above0);

const array = v.strictObject({
  url: v.string(),
  username: v.string(),
  password: v.string(),
  // The client checks them.
  tls: v.optional(v.looseObject({})),
  label: v.optional(v.string()),
  timeout: milliseconds,
  patience: milliseconds,
} satisfies Fields<ArrayTarget>);

export const arraysOption = v.strictObject({ a: array, b: v.optional(array) } satisfies Fields<
  Record<Site, ArrayTarget>
>);

export const permitOption = v.optional(
  v.strictObject({ mode: v.picklist(safetyLevels), sessions: v.array(v.string()) } satisfies Fields<Permit>),
);

export const paceOption = v.optional(
  v.strictObject({
    requestsPerSecond: v.optional(above0),
    rows: v.optional(
      v.custom<number>((it) => Number.isInteger(it) && Number(it) >= 1, 'must be a whole number of 1 or more'),
    ),
  } satisfies Fields<Pace>),
);
