// The question of a check to an array. It may come from JavaScript, and a misspelt option must not make another question of it.
import { readInput } from '@powerstore-api/input';
import * as v from 'valibot';
import type { RequestOptions } from '../../array/http/array-session.js';
import type { Fields } from '../../array/target/target-options.js';

/** The options of `ask`. */
export interface Question extends RequestOptions {
  /** Asks the other array of the pair. */
  on?: 'other';
}

const isPlain = (it: unknown): boolean =>
  typeof it === 'object' && it !== null && [Object.prototype, null].includes(Object.getPrototypeOf(it));

/** `Headers`, pairs or a `Map` would count as an object without a key. */
const texts = v.pipe(v.custom<object>(isPlain, 'must be a plain object of texts'), v.record(v.string(), v.string()));

const question = v.strictObject({
  id: v.exactOptional(v.string()),
  query: v.exactOptional(texts),
  headers: v.exactOptional(texts),
  body: v.exactOptional(v.unknown()),
  as: v.exactOptional(
    v.union([v.picklist(['session', 'anonymous']), v.strictObject({ username: v.string(), password: v.string() })]),
  ),
  provoked: v.exactOptional(v.literal(true)),
  on: v.exactOptional(v.literal('other')),
} satisfies Fields<Question>);

/**
 * A copy of the options of `ask`: each part is read once.
 *
 * @throws InputError that names each wrong option.
 */
export const readQuestion = (options: unknown): Question => readInput(question, options, 'ask') as Question;
