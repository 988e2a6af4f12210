import { type OperationId, operations } from '@powerstore-api/types';
import { readAnswer } from '../http/answer.js';
import { ContractError } from '../errors/contract-error.js';
import type { Transport } from '../http/transport.js';
import { confirmOutcome } from '../waiting/confirm.js';
import { createJobHandle, type JobHandle } from '../waiting/job-handle.js';

/**
 * How to send an action.
 *
 * @example
 * ```ts
 * const options: ActionOptions = { timeout: 120_000 };
 * ```
 */
export interface ActionOptions {
  /**
   * With `true` the array makes a job of the action and answers at once: see {@link AsyncActionOptions}.
   *
   * @default false
   */
  readonly async?: false;
  /** Milliseconds that the array may take to answer. */
  readonly timeout?: number;
  /** Aborts the request; the call rejects with the reason of the signal. What the array has begun it goes on with. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * How to send an action to a session.
 *
 * @example
 * ```ts
 * const options: SessionActionOptions = { confirm: true };
 * ```
 */
export interface SessionActionOptions extends ActionOptions {
  /**
   * With `true` the session is read before, and where the answer of the array is lost, read again for what has become of
   * it. The call then resolves when the action was carried out or is under way (without the output of the action, which
   * was lost), rejects with a `NotCarriedOutError` when it was not, and with an `OutcomeUnknownError` when that cannot be
   * told. Nothing is sent twice.
   *
   * @default false
   */
  readonly confirm?: boolean;
}

/**
 * How to send an action that the array makes a job of. It answers as soon as that is made.
 *
 * @example
 * ```ts
 * const options: AsyncActionOptions = { async: true };
 * ```
 */
export interface AsyncActionOptions extends Omit<ActionOptions, 'async'> {
  readonly async: true;
}

/**
 * An action on an instance. Resolves with its output when the array has accepted it, or with `async: true` with the job
 * that carries it out.
 *
 * @example
 * ```ts
 * const pause: Action = array.replicationSessions.pause;
 * await pause(id, { timeout: 120_000 });
 * const job = await pause(id, { async: true });
 * ```
 */
export interface Action<Input extends readonly unknown[] = [], Output = void, Options = ActionOptions> {
  (id: string, ...input: [...Input, options: AsyncActionOptions]): Promise<JobHandle<Output>>;
  (id: string, ...input: [...Input, options?: Options]): Promise<Output>;
}

/** Makes the method of an action, with or without a body. */
export type ActionMaker = <Input extends readonly unknown[], Output, Options>(
  operation: OperationId,
  takes?: 'body',
) => Action<Input, Output, Options>;

/** What any of the options may hold. */
type AnyOptions = (SessionActionOptions | AsyncActionOptions) & Pick<SessionActionOptions, 'confirm'>;

/** The actions of instances over a transport. */
export function createActions(send: Transport): ActionMaker {
  const request = async (
    operation: OperationId,
    id: string,
    body: unknown,
    { async: asJob = false, signal, timeout }: AnyOptions,
  ): Promise<unknown> => {
    const query = asJob ? { is_async: true } : {};
    const exchange = await send(operation, { path: { id }, query, body, signal, timeout });
    const answer = readAnswer(exchange);
    // 204 or, where there is an output, 200: what another one answers with is nothing to rely on.
    const hasOutput = operations[operation].statuses.includes(200);
    if (!asJob) return hasOutput ? answer : undefined;
    if (exchange.answer.status !== 202 || !hasId(answer)) {
      throw new ContractError(`asked for a job, and was answered with ${exchange.answer.status}`, operation);
    }
    return createJobHandle(send, { id: answer.id, operation, hasOutput });
  };

  return <Input extends readonly unknown[], Output, Options>(operation: OperationId, takes?: 'body') => {
    const act = async (id: string, ...input: readonly unknown[]): Promise<unknown> => {
      const [body, options = {}] = takes === 'body' ? input : [undefined, ...input];
      // `Input` ends in the options: that is what the type of the method says.
      const checked = options as AnyOptions;
      if (checked.confirm !== true) return request(operation, id, body, checked);
      if (checked.async === true) throw new TypeError('confirm is for an action that is not made a job of');
      const call = { operation, id, body, signal: checked.signal };
      return confirmOutcome(send, call, () => request(operation, id, body, checked));
    };
    // One function for both signatures.
    return act as Action<Input, Output, Options>;
  };
}

const hasId = (answer: unknown): answer is { readonly id: string } =>
  typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string';
