import * as v from 'valibot';

const text = v.pipe(v.string('a text is wanted'), v.nonEmpty('it is empty'));

/** A day as `2027-03-01`. */
export const daySchema = v.pipe(
  v.string('a day is written as 2027-03-01'),
  v.isoDate('a day is written as 2027-03-01'),
);

/** A place where a finding is accepted: with the kind of finding, its identity. */
const placeSchema = v.strictObject({
  operation: text,
  status: v.pipe(v.number('an HTTP status is wanted'), v.integer('an HTTP status is wanted')),
  place: v.exactOptional(text),
  subject: v.exactOptional(text),
});

/** An entry of a baseline: a finding, where it is accepted, why, and the last day on which it is. */
export const acceptanceSchema = v.pipe(
  v.strictObject({
    id: text,
    /** What its places have in common: it identifies a finding that is accepted everywhere. */
    common: v.exactOptional(text),
    /** The message of the finding when it was accepted: for people, and compared with nothing. */
    message: v.exactOptional(text),
    reason: text,
    expires: daySchema,
    places: v.exactOptional(v.pipe(v.array(placeSchema), v.minLength(1, 'it is empty'))),
    everywhere: v.exactOptional(v.literal(true, 'everywhere is true, or left out')),
  }),
  v.check(
    ({ places, everywhere }) => (places === undefined) !== (everywhere === undefined),
    'an entry has either its places, or everywhere: true',
  ),
);

/** A finding that is accepted, where and why, and the last day on which it is. */
export type Acceptance = v.InferOutput<typeof acceptanceSchema>;

/** A place of an entry. */
export type AcceptedPlace = v.InferOutput<typeof placeSchema>;
