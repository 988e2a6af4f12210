import type { OperationId, Operations, RequestBody } from '@powerstore-api/types';
import * as option from '../input/options.js';

type Path<Id extends OperationId> = NonNullable<Operations[Id]['parameters']['path']>;
type Query<Id extends OperationId> = NonNullable<Operations[Id]['parameters']['query']>;

/**
 * The input of `array.request()`, typed by the operation.
 *
 * @example
 * ```ts
 * const input: RequestInput<'replication_session_sync'> = { path: { id }, query: { is_async: true } };
 * ```
 */
export type RequestInput<Id extends OperationId> = ([Path<Id>] extends [never]
  ? { readonly path?: never }
  : { readonly path: Path<Id> }) &
  ([Query<Id>] extends [never] ? { readonly query?: never } : { readonly query?: Query<Id> }) &
  ([RequestBody<Id>] extends [never]
    ? { readonly body?: never }
    : undefined extends Operations[Id]['requestBody']
      ? { readonly body?: RequestBody<Id> }
      : { readonly body: RequestBody<Id> }) & {
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal | undefined;
  };

/** The input as a rest parameter: optional if nothing in it is required. */
export type RequestArguments<Id extends OperationId> =
  Record<never, never> extends RequestInput<Id> ? [input?: RequestInput<Id>] : [input: RequestInput<Id>];

/** The schema of a {@link RequestInput}. */
export const requestInput = option.schemaOf<RequestInput<OperationId>>({
  path: option.object,
  query: option.object,
  body: option.anything,
  headers: option.object,
  signal: option.signal,
});
