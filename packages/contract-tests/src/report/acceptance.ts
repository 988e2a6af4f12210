import * as v from 'valibot';
import type { FindingIdentity } from '../findings/finding.js';

const text = v.pipe(v.string('a text is wanted'), v.nonEmpty('it is empty'));

/** A day as `2027-03-01`. */
export const daySchema = v.pipe(
  v.string('a day is written as 2027-03-01'),
  v.isoDate('a day is written as 2027-03-01'),
);

/** An entry of a baseline: the identity of a finding, why it is accepted, and the last day on which it is. */
export const acceptanceSchema = v.strictObject({
  id: text,
  operation: text,
  status: v.pipe(v.number('an HTTP status is wanted'), v.integer('an HTTP status is wanted')),
  place: v.exactOptional(text),
  subject: v.exactOptional(text),
  /** The message of the finding when it was accepted: for people, and compared with nothing. */
  message: v.exactOptional(text),
  reason: text,
  expires: daySchema,
});

/** A finding that is accepted, why, and the last day on which it is. */
export type Acceptance = v.InferOutput<typeof acceptanceSchema> & FindingIdentity;
