// What can be set, and what it has to look like: the same wherever it is set.
import * as v from 'valibot';
import { modes } from '../array/permit.js';
import { reportKinds } from '../report/render/index.js';
import { durationOf } from './duration.js';

const text = v.pipe(v.string('a text is wanted'), v.nonEmpty('it is empty'));

/** How long an answer may take. */
export const seconds = v.pipe(
  v.number('seconds are a number above 0, up to 3600'),
  v.check((it) => it > 0 && it <= 3600, 'seconds are a number above 0, up to 3600'),
);

export const requestsPerSecond = v.pipe(
  v.number('requests in a second are a number above 0, up to 100'),
  v.check((it) => it > 0 && it <= 100, 'requests in a second are a number above 0, up to 100'),
);

export const rows = v.pipe(
  v.number('rows are a whole number from 1 on'),
  v.check((it) => Number.isInteger(it) && it >= 1, 'rows are a whole number from 1 on'),
);

/** Milliseconds from a text such as `10m`. */
export const duration = v.pipe(
  v.string('a duration is a number with its unit, such as 90s, 10m or 1h'),
  v.check((it) => durationOf(it) !== undefined, 'a duration is a number with its unit, such as 90s, 10m or 1h'),
  v.transform((it) => durationOf(it) ?? 0),
);

export const mode = v.picklist(modes, `a mode is one of ${modes.join(', ')}`);

export const sessions = v.array(text, 'sessions are a list of ids of replication sessions');

const array = v.strictObject({
  url: v.optional(text),
  username: v.optional(text),
  passwordFile: v.optional(text),
  passwordEnv: v.optional(text),
  ca: v.optional(text),
  fingerprint: v.optional(text),
  timeout: v.optional(seconds),
  label: v.optional(text),
});

/** A configuration file. */
export const fileSchema = v.strictObject({
  arrays: v.optional(v.strictObject({ a: v.optional(array), b: v.optional(array) })),
  mode: v.optional(mode),
  sessions: v.optional(sessions),
  requestsPerSecond: v.optional(requestsPerSecond),
  rows: v.optional(rows),
  budget: v.optional(duration),
  reports: v.optional(v.strictObject(Object.fromEntries(reportKinds.map((kind) => [kind, v.optional(text)])))),
  checks: v.optional(v.array(text, 'checks are a list of modules')),
  baseline: v.optional(text),
});

/** Names that are known at a place of the file, by its path. */
export const known: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(fileSchema.entries),
  arrays: ['a', 'b'],
  'arrays.a': Object.keys(array.entries),
  'arrays.b': Object.keys(array.entries),
  reports: reportKinds,
};
