import * as v from 'valibot';

const text = v.pipe(v.string('a text is wanted'), v.nonEmpty('it is empty'));

/** A day as `2027-03-01`. */
export const daySchema = v.pipe(
  v.string('a day is written as 2027-03-01'),
  v.isoDate('a day is written as 2027-03-01'),
);

/** An entry of a baseline. */
export const acceptanceSchema = v.strictObject({
  id: text,
  operation: text,
  what: text,
  place: v.exactOptional(text),
  reason: text,
  expires: daySchema,
});

/** A finding that is accepted, why, and the last day on which it is. */
export type Acceptance = v.InferOutput<typeof acceptanceSchema>;
