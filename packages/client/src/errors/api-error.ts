import type { ErrorMessage, OperationId } from '@powerstore-api/types';
import { PowerStoreError } from './powerstore-error.js';

/** The fields of an {@link ApiError}. */
export interface ApiErrorOptions {
  readonly operation: OperationId;
  readonly request: { readonly method: string; readonly url: string };
  readonly status: number;
  readonly messages: readonly ErrorMessage[];
  readonly code?: string;
  readonly hint?: string | undefined;
}

/**
 * The array answered with an error status.
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
  /** The status of the answer. */
  readonly status: number;
  /** The messages of the array, most important first; empty if it sent none. */
  readonly messages: readonly ErrorMessage[];
  /** The operation that was sent. */
  readonly operation: OperationId;
  /** The request, without headers and body. */
  readonly request: { readonly method: string; readonly url: string };

  constructor(message: string, { code = 'ERR_POWERSTORE_API', hint, ...answer }: ApiErrorOptions) {
    super(message, { code, hint });
    this.status = answer.status;
    this.messages = answer.messages;
    this.operation = answer.operation;
    this.request = answer.request;
  }
}
