// The settings and their form, which is the same in flags, environment variables and the configuration file.
import { duration } from '@powerstore-api/settings';
import { safetyLevels } from '@powerstore-api/types';
import * as v from 'valibot';
import { minRate } from '../array/target/target-options.js';
import { reportKinds } from '../report/render/index.js';
import { seedOption } from '../run/seed.js';

export const text = v.pipe(v.string('must be a text'), v.nonEmpty('must not be empty'));

/** Milliseconds from a text such as `30s`. */
export const timeout = v.pipe(
  duration,
  v.check((it) => it > 0 && it <= 3_600_000, 'a time limit is longer than 0s and at most 1h'),
);

/** Milliseconds from a text such as `10m`. */
export const budget = v.pipe(
  duration,
  v.check((it) => it > 0, 'a budget is longer than 0s'),
);

const rate = `requests per second are a number from ${minRate} to 100`;
export const requestsPerSecond = v.pipe(
  v.number(rate),
  v.check((it) => it >= minRate && it <= 100, rate),
);

const count = 'rows are a whole number from 1 on';
export const rows = v.pipe(
  v.number(count),
  v.check((it) => Number.isInteger(it) && it >= 1, count),
);

export const mode = v.picklist(safetyLevels, `a mode is one of ${safetyLevels.join(', ')}`);

const tryWrongPassword = v.boolean('tryWrongPassword is true or false');

export const sessions = v.array(text, 'sessions are a list of ids of replication sessions');

export const checkModules = v.array(text, 'checkModules are a list of paths');

const array = v.strictObject({
  url: v.optional(text),
  username: v.optional(text),
  passwordFile: v.optional(text),
  passwordEnv: v.optional(text),
  ca: v.optional(text),
  fingerprint: v.optional(text),
  timeout: v.optional(timeout),
  label: v.optional(text),
});

/** A configuration file. */
export const fileSchema = v.strictObject({
  arrays: v.optional(v.strictObject({ a: v.optional(array), b: v.optional(array) })),
  mode: v.optional(mode),
  sessions: v.optional(sessions),
  tryWrongPassword: v.optional(tryWrongPassword),
  requestsPerSecond: v.optional(requestsPerSecond),
  rows: v.optional(rows),
  seed: v.optional(seedOption),
  budget: v.optional(budget),
  reports: v.optional(v.strictObject(Object.fromEntries(reportKinds.map((kind) => [kind, v.optional(text)])))),
  details: v.optional(text),
  checkModules: v.optional(checkModules),
  baseline: v.optional(text),
});
