import type { ErrorMessage, OperationId } from '@powerstore-api/types';
import { PowerStoreError } from './powerstore-error.js';

/** What an {@link ApiError} is made of. */
export interface ApiErrorOptions {
  readonly operation: OperationId;
  readonly request: { readonly method: string; readonly url: string };
  readonly status: number;
  readonly messages: readonly ErrorMessage[];
  readonly code?: string;
  readonly hint?: string;
}

/**
 * The array answered with something other than success.
 *
 * @example
 * ```ts
 * try {
 *   await array.replicationSessions.failover(id, { is_planned: true });
 * } catch (error) {
 *   if (isApiError(error) && error.messages[0]?.code === '0xE0201005000C') console.log('already failed over');
 *   else throw error;
 * }
 * ```
 */
export class ApiError extends PowerStoreError {
  override readonly name: string = 'ApiError';
  /** The status the array answered with. */
  readonly status: number;
  /** What the array says about it, most important first; empty where it says nothing. */
  readonly messages: readonly ErrorMessage[];
  /** What was asked of the array. */
  readonly operation: OperationId;
  /** The request as it was sent, without headers and body. */
  readonly request: { readonly method: string; readonly url: string };

  constructor(message: string, { code = 'ERR_POWERSTORE_API', hint, ...answer }: ApiErrorOptions) {
    super(message, { code, hint });
    this.status = answer.status;
    this.messages = answer.messages;
    this.operation = answer.operation;
    this.request = answer.request;
  }
}
