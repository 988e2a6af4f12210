import { isAtMost, type OperationId, operations, type Safety, safetyLevels } from '@powerstore-api/types';
import { SafetyError } from '../errors/safety-error.js';
import type { Layer, WireRequest } from '../http/wire.js';
import * as option from '../input/options.js';

/**
 * A write that is about to be sent.
 *
 * @example
 * ```ts
 * const question = ({ operation, safety, path }: PlannedWrite) => `${operation} (${safety}) on ${path}?`;
 * ```
 */
export interface PlannedWrite {
  readonly operation: OperationId;
  /** The safety of the operation, by the contract. */
  readonly safety: Exclude<Safety, 'read-only'>;
  readonly method: string;
  /** Path below `/api/rest`, with the id in it. */
  readonly path: string;
  /** The JSON body; absent if there is none. */
  readonly body?: unknown;
}

/**
 * The writes that a client may send. By default it sends every write.
 *
 * @example
 * ```ts
 * const careful: SafetyOptions = {
 *   allow: 'non-disruptive',
 *   confirm: ({ operation, path }) => {
 *     console.log(operation, path);
 *     return operation !== 'volume_modify';
 *   },
 * };
 * ```
 */
export interface SafetyOptions {
  /**
   * The same as `allow: 'read-only'`, and stronger than any other `allow`.
   *
   * @default false
   */
  readonly readOnly?: boolean | undefined;
  /**
   * The most disruptive operation that the client may send: `read-only`, `non-disruptive` (no production host loses access,
   * no production data is dropped) or `disruptive`. Other calls reject with a `SafetyError`.
   *
   * @default 'disruptive'
   */
  readonly allow?: Safety | undefined;
  /** Called before each write that is allowed. Unless it answers `true`, the call rejects with a `SafetyError`. */
  readonly confirm?: ((write: PlannedWrite) => boolean | Promise<boolean>) | undefined;
  /**
   * Sends no write, and goes on as if the array had accepted it. A `log` gets the writes that were not sent.
   *
   * @default false
   */
  readonly dryRun?: boolean | undefined;
}

const isLevel = (value: unknown): boolean => safetyLevels.some((level) => level === value);

export const safetyFields = {
  readOnly: option.flag,
  allow: option.optional(isLevel, `one of ${safetyLevels.join(', ')}`),
  confirm: option.callback,
  dryRun: option.flag,
};

/** Lets through the operations that the client may send; `held` gets each write that `dryRun` holds back. */
export function safety(options: SafetyOptions, root: string, held: (write: PlannedWrite) => void): Layer {
  const { readOnly = false, confirm, dryRun = false } = options;
  const allow = readOnly ? 'read-only' : (options.allow ?? 'disruptive');
  return async (request, next) => {
    const grade = operations[request.operation].safety;
    if (grade === 'read-only') return next(request);
    const notSent = (why: string, hint: string) => new SafetyError(request.operation, grade, why, hint);
    if (!isAtMost(grade, allow))
      throw notSent(`this client is limited to ${allow}`, `If it may do that, connect with \`allow: '${grade}'\`.`);
    const write = plannedWrite(request, grade, root);
    if (confirm && (await confirm(write)) !== true)
      throw notSent('it was not confirmed', 'Nothing has changed on the array. To send it, let `confirm` answer true.');
    if (!dryRun) return next(request);
    held(write);
    if (request.url.includes('is_async=true'))
      throw notSent('a dry run makes no job', 'Leave `async` out. The log has the write that was not sent.');
    return { status: 204, statusText: 'No Content', headers: new Headers(), text: '' };
  };
}

const plannedWrite = (
  { operation, method, url, body }: WireRequest,
  grade: PlannedWrite['safety'],
  root: string,
): PlannedWrite => ({
  operation,
  safety: grade,
  method,
  path: url.slice(root.length),
  ...(body !== undefined && { body: JSON.parse(body) as unknown }),
});
