// The schemas of the options that the static mock and the simulator share.
import * as v from 'valibot';

export const textSchema = v.pipe(v.string(), v.nonEmpty('give a text'));

export const portSchema = v.pipe(v.number(), v.integer('give a whole number'), v.minValue(0), v.maxValue(65_535));

const certificateSchema = v.strictObject({ key: textSchema, cert: textSchema });

export const tlsSchema = v.lazy((input) => (typeof input === 'object' ? certificateSchema : v.boolean()));

/** HTTP Basic ends the name of a user with a colon. */
export const usernameSchema = v.pipe(
  textSchema,
  v.check((it) => !it.includes(':'), 'a user name cannot contain a colon'),
);
