import { checkOptions } from '@powerstore-api/input';
import {
  hasLifecycle,
  InputError,
  type LifecycleOperation,
  type OperationId,
  type Operations,
  operations,
  type RequestBody,
  type Resource,
  type ResourceTypes,
} from '@powerstore-api/types';
import { ContractError } from '../errors/contract-error.js';
import { readAnswer } from '../http/answer.js';
import type { Exchange, Transport } from '../http/transport.js';
import { isContractError } from '../errors/guards.js';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.js';
import { hasText } from '../input/has-text.js';
import * as option from '../input/options.js';
import { methodName } from '../names/method-name.js';
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
   * With `true` the array makes a job of the action and answers at once; see {@link AsyncActionOptions}.
   *
   * @default false
   */
  readonly async?: false;
  /** Milliseconds that the call may take, in place of the `timeout` of the client. */
  readonly timeout?: number;
  /** Aborts the request; the call rejects with the reason of the signal. The array goes on with an action it has begun. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Called once, when the client sends the action: after `confirm` of the connection has allowed it, and for the Node entry
   * once the connection is open. Errors that it throws are ignored.
   */
  readonly onSend?: (() => void) | undefined;
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
   * With `true` the client reads the session before it sends the action. If the answer is lost, or
   * is an error of 500 and above, the client reads the session again to find out the outcome. The call resolves if the array has carried the action out or is working on it (without the
   * output, which was lost). It rejects with a `NotCarriedOutError` if nothing happened, and with an `OutcomeUnknownError`
   * if the session does not tell. The client never sends the action twice.
   *
   * @default false
   */
  readonly confirm?: boolean;
}

/**
 * How to send an action as a job. The array answers as soon as it has made the job.
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
 * The `operationId` of an action: an operation that changes an instance and that can run as a job.
 *
 * @example
 * ```ts
 * const actions: ActionId[] = [array.replicationSessions.pause.operation, 'volume_modify'];
 * ```
 */
export type ActionId = {
  [Id in OperationId]: undefined extends Operations[Id]['parameters']['path']
    ? never
    : 'is_async' extends keyof NonNullable<Operations[Id]['parameters']['query']>
      ? Id
      : never;
}[OperationId];

/**
 * The output of an action, by the contract. An array may leave it out.
 *
 * @example
 * ```ts
 * const stopped: ActionOutput<'replication_session_stop_failover_test'> =
 *   await array.replicationSessions.stopFailoverTest(id);
 * console.log(stopped?.snapshot_id);
 * ```
 */
export type ActionOutput<Id extends ActionId> = Operations[Id]['responses'] extends {
  200: { content: { 'application/json': infer Json } };
}
  ? Json | undefined
  : void;

/** The body of an action as an argument: none, optional or required. A body without fields is none. */
type BodyArgument<Id extends ActionId> = [RequestBody<Id>] extends [Record<string, never>]
  ? []
  : undefined extends Operations[Id]['requestBody']
    ? [body?: RequestBody<Id>]
    : [body: RequestBody<Id>];

/** `confirm` is for sessions only: their state shows the outcome of an action. */
type OptionsOf<Id extends ActionId> = Id extends LifecycleOperation ? SessionActionOptions : ActionOptions;

/**
 * The method of an action, typed by its operation. It resolves when the array has accepted the action, with its output if
 * it has one; with `async: true` it resolves with the job.
 *
 * @example
 * ```ts
 * const pause: ActionMethod<'replication_session_pause'> = array.replicationSessions.pause;
 * await pause(id, { timeout: 120_000 });
 * const job = await pause(id, { async: true });
 * console.log(pause.operation, job.id); // replication_session_pause …
 * ```
 */
export interface ActionMethod<Id extends ActionId> {
  (id: string, ...input: [...BodyArgument<Id>, options: AsyncActionOptions]): Promise<JobHandle<ActionOutput<Id>>>;
  (id: string, ...input: [...BodyArgument<Id>, options?: OptionsOf<Id>]): Promise<ActionOutput<Id>>;
  /** The operation that the method sends. */
  readonly operation: Id;
}

type CamelCase<Name> = Name extends `${infer First}_${infer Rest}` ? `${First}${Capitalize<CamelCase<Rest>>}` : Name;

/** The methods of all actions of a resource: `startFailoverTest` for `replication_session_start_failover_test`. */
export type ActionMethods<R extends Resource> = {
  readonly [
    Name in keyof ResourceTypes[R]['operations'] as ResourceTypes[R]['operations'][Name] extends ActionId
      ? CamelCase<Name>
      : never
  ]: ActionMethod<ResourceTypes[R]['operations'][Name] & ActionId>;
};

/** All options that a method may get. */
type AnyOptions = (SessionActionOptions | AsyncActionOptions) & Pick<SessionActionOptions, 'confirm'>;

/** The methods of a resource over a transport: names, bodies and outputs follow from the contract. */
export function createActionMethods<R extends Resource>(send: Transport, resource: R): ActionMethods<R> {
  const actions = (Object.keys(operations) as OperationId[]).filter((operation) => {
    const { resource: of, safety, path } = operations[operation];
    return of === resource && safety !== 'read-only' && path.includes('{id}');
  });
  const methods = actions.map((operation) => [methodName(operation, resource), method(send, operation)]);
  // The mapped type builds the same names.
  return Object.fromEntries(methods) as ActionMethods<R>;
}

function method(send: Transport, operation: OperationId): object {
  const takesBody = operations[operation].body !== undefined;
  const name = methodName(operation, operations[operation].resource);
  const act = async (id: string, ...input: readonly unknown[]): Promise<unknown> => {
    const [body, options = {}, ...more] = takesBody ? input : [undefined, ...input];
    // By the type of the method the input ends in the options.
    const { confirm = false, ...others } = checkOptions(name, actionOptions, options as AnyOptions);
    if (more.length > 0) throw new InputError(`${name}: ${takesBody ? '' : 'takes no body; '}its options come last`);
    if (body !== undefined) checkBody(name, body);
    const request = (): Promise<unknown> => perform(send, operation, id, body, others);
    if (!confirm) return request();
    if (others.async === true || !hasLifecycle(operation))
      throw new InputError(
        `${name}: confirm works only for an action on a replication session that is sent without async`,
      );
    return confirmOutcome(send, { operation, id, body, signal: others.signal }, request);
  };
  return Object.assign(act, { operation });
}

const actionFields = {
  async: option.flag,
  timeout: option.milliseconds,
  signal: option.signal,
  onSend: option.callback,
  confirm: option.flag,
};
const actionOptions = option.schemaOf<AnyOptions>(actionFields);

/** The array checks the fields of a body. An option among them is in the wrong place. */
function checkBody(name: string, body: unknown): void {
  if (!option.isPlain(body)) throw new InputError(`${name}: the body must be a plain object`);
  const misplaced = Object.keys(actionFields).find((it) => Object.hasOwn(body, it));
  if (misplaced !== undefined)
    throw new InputError(`${name}: ${misplaced} is an option and no field of the body; options come after the body`);
}

async function perform(
  send: Transport,
  operation: OperationId,
  id: string,
  body: unknown,
  { async: asJob = false, signal, timeout, onSend }: ActionOptions | AsyncActionOptions,
): Promise<unknown> {
  const query = asJob ? { is_async: true } : {};
  const exchange = await send(operation, { path: { id }, query, body, signal, timeout, onSend });
  const { status } = exchange.answer;
  const answer = readActionAnswer(exchange);
  // Some arrays answer with a body that the contract does not have: it is ignored.
  const hasOutput = operations[operation].statuses.includes(200);
  if (!asJob) return hasOutput ? answer : undefined;
  if (status === 202 && hasText(answer, 'id')) return createJobHandle(send, { id: answer.id, operation, hasOutput });
  throw new ContractError(
    `the client asked for a job, and the array answered ${status} without one: it has accepted the action`,
    operation,
    { hint: 'Do not send it again. Read the instance that it works on, and the jobs of the array.' },
  );
}

/** A success that is not JSON may come from something in front of the array, which has lost the answer of the array. */
function readActionAnswer(exchange: Exchange): unknown {
  try {
    return readAnswer(exchange);
  } catch (error) {
    throw isContractError(error) ? new OutcomeUnknownError(exchange.operation, error) : error;
  }
}
