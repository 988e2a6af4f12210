import type { OperationId } from '@powerstore-api/types';
import { isSecretHeader } from '../http/secret-headers.js';
import type { Layer, WireRequest } from '../http/wire.js';
import type { PlannedWrite } from './safety.js';

/** An attempt, when it begins. */
interface Attempt {
  readonly operation: OperationId;
  readonly method: string;
  readonly url: string;
  /** 1 for the first attempt of the call, 2 for the second. */
  readonly attempt: number;
}

/**
 * An event of a client. It has no password, cookie or token.
 *
 * @example
 * ```ts
 * const log = (event: LogEvent) => {
 *   if (event.type === 'response') console.log(event.method, event.url, event.status, `${event.duration.toFixed()} ms`);
 * };
 * ```
 */
export type LogEvent =
  | (Attempt & {
      readonly type: 'request';
      /** As sent, with secrets redacted. */
      readonly headers: Readonly<Record<string, string>>;
      /** JSON as sent, with secrets redacted. */
      readonly body: string | undefined;
    })
  | (Attempt & {
      readonly type: 'response';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** Characters in the body. */
      readonly size: number;
      /** Milliseconds from the request to the end of the answer. */
      readonly duration: number;
    })
  | (Attempt & { readonly type: 'error'; readonly error: unknown; readonly duration: number })
  | (PlannedWrite & { readonly type: 'dry-run' })
  | {
      /** The connection is not safe, for example by plain HTTP. */
      readonly type: 'warning';
      /** What is wrong and what to do, for people. */
      readonly text: string;
    };

/**
 * Gets the events of a client. The client ignores errors that it throws.
 *
 * @example
 * ```ts
 * const log: Log = (event) => console.debug(event);
 * ```
 */
export type Log = (event: LogEvent) => void;

/** Logs every attempt. */
export function logging(log: Log): Layer {
  return async (request, next) => {
    const attempt = about(request);
    tell(log, {
      type: 'request',
      ...attempt,
      headers: redacted(Object.entries(request.headers)),
      body: redactedBody(request.body),
    });
    const began = performance.now();
    try {
      const answer = await next(request);
      const { status, headers, text } = answer;
      const duration = performance.now() - began;
      tell(log, { type: 'response', ...attempt, status, headers: redacted(headers), size: text.length, duration });
      return answer;
    } catch (error) {
      tell(log, { type: 'error', ...attempt, error, duration: performance.now() - began });
      throw error;
    }
  };
}

/** A log that fails must not stop a failover. */
export function tell(log: Log, event: LogEvent): void {
  try {
    log(event);
  } catch {
    // The log has to handle its own errors.
  }
}

const about = ({ operation, method, url, call }: WireRequest): Attempt => ({
  operation,
  method,
  url,
  attempt: call.attempts,
});

/** Fields that let anyone log in. */
const secretField = /password|secret|token|passphrase/i;

const redacted = (headers: Iterable<[string, string]>): Record<string, string> =>
  Object.fromEntries([...headers].map(([name, value]) => [name, isSecretHeader(name) ? '[redacted]' : value]));

const redactedBody = (body: string | undefined): string | undefined =>
  body === undefined
    ? undefined
    : JSON.stringify(JSON.parse(body, (name, value: unknown) => (secretField.test(name) ? '[redacted]' : value)));
