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
   * Sends no write, and goes on as if the array had accepted it. A `log` gets the writes that were not sent. Operations on a
   * pair resolve with their {@link FailoverPlan}.
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

/**
 * What a connected client may send; `confirm` may still refuse a write.
 *
 * @example
 * ```ts
 * const banner = ({ allow, dryRun }: ClientSafety): string => (dryRun ? 'DRY RUN' : `may send ${allow} operations`);
 * console.log(banner(array.safety));
 * ```
 */
export interface ClientSafety {
  /** The most disruptive operation that it may send: `read-only` with `readOnly`. */
  readonly allow: Safety;
  /** Whether it sends no write at all, and goes on as if the array had accepted it. */
  readonly dryRun: boolean;
}

/** What a client with these options may send. */
export function clientSafety({ readOnly = false, allow = 'disruptive', dryRun = false }: SafetyOptions): ClientSafety {
  return { allow: readOnly ? 'read-only' : allow, dryRun };
}

/** The error of an operation that is more disruptive than the client may send. */
export function refusal({ allow }: ClientSafety, operation: OperationId): SafetyError | undefined {
  const { safety: grade } = operations[operation];
  if (isAtMost(grade, allow)) return undefined;
  const hint = `If it may do that, connect with \`allow: '${grade}'\`${allow === 'read-only' ? ' and without `readOnly`' : ''}.`;
  return new SafetyError(operation, grade, `this client is limited to ${allow}`, hint);
}

/** Lets through the operations that the client may send; `held` gets each write that `dryRun` holds back. */
export function safety(
  client: ClientSafety,
  confirm: SafetyOptions['confirm'],
  root: string,
  held: (write: PlannedWrite) => void,
): Layer {
  return async (request, next) => {
    const { operation, url } = request;
    const grade = operations[operation].safety;
    if (grade === 'read-only') return next(request);
    const refused = refusal(client, operation);
    if (refused) throw refused;
    const notSent = (why: string, hint: string) => new SafetyError(operation, grade, why, hint);
    const write = plannedWrite(request, grade, root);
    if (confirm && (await confirm(write)) !== true)
      throw notSent('it was not confirmed', 'Nothing has changed on the array. To send it, let `confirm` answer true.');
    if (!client.dryRun) return next(request);
    held(write);
    if (url.includes('is_async=true'))
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
