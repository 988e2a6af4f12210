// What a check says about an answer. It goes into reports, so a check written in JavaScript must not put anything else there.
import { readInput } from '@powerstore-api/input';
import * as v from 'valibot';
import { contractOperations } from '../../array/target/permit.js';
import { type Fields, filled } from '../../array/target/target-options.js';
import type { Observation } from '../../contract/assumed.js';
import type { Item } from '../../contract/items.js';
import type { Evidence } from '../../findings/evidence.js';
import type { Finding } from '../../findings/finding.js';
import type { FindingId } from '../../findings/finding-kinds.js';

/** The names that tell a finding from others, and the values that the check compared. */
export type FindingParts = Pick<Finding, 'place' | 'subject' | 'sample' | 'common'> & Partial<Evidence>;

/** What a check has to give for a finding of the suite: those of its own may be about nothing that can be compared. */
export type Found<Id> = [Id] extends [never]
  ? [more?: FindingParts]
  : Id extends FindingId
    ? [more: FindingParts & Evidence]
    : [more?: FindingParts];

const found = v.strictObject({
  exchange: v.object({
    operationId: v.custom<Finding['operation']>(
      (it) => typeof it === 'string' && Object.hasOwn(contractOperations, it),
      'must be an operation of the contract',
    ),
    request: v.string(),
    status: v.pipe(v.number(), v.integer('must be a status'), v.minValue(100), v.maxValue(999)),
  }),
  message: filled,
  more: v.exactOptional(
    v.strictObject({
      place: v.exactOptional(filled),
      subject: v.exactOptional(filled),
      sample: v.exactOptional(v.string()),
      common: v.exactOptional(filled),
      expected: v.exactOptional(v.unknown()),
      actual: v.exactOptional(v.unknown()),
      rows: v.exactOptional(v.array(v.unknown())),
    } satisfies Fields<FindingParts>),
  ),
});

/**
 * A copy of what a check gave to `find`.
 *
 * @throws InputError that names each wrong argument.
 */
export const readFound = (exchange: unknown, message: unknown, more?: unknown): v.InferOutput<typeof found> =>
  readInput(found, { exchange, message, ...(more !== undefined && { more }) }, 'find');

const observation = v.strictObject({
  assumption: filled,
  verdict: v.picklist(['confirmed', 'contradicted']),
  evidence: filled,
  place: v.exactOptional(filled),
  sample: v.exactOptional(v.string()),
} satisfies Fields<Observation>);

/** @throws InputError that names each wrong part. */
export const readObservation = (given: unknown): Observation => readInput(observation, given, 'observe') as Observation;

/** @throws InputError where one is no text. */
export const readItems = (items: unknown, name = 'cover'): Item[] => readInput(v.array(filled), items, name) as Item[];

/** @throws InputError where one is no number. */
export const readStatuses = (statuses: unknown): number[] =>
  readInput(v.array(v.number()), [statuses].flat(), 'expectStatus');
