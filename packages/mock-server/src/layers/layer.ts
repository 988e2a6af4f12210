// The pipeline: layers that a request passes on its way in, and its answer on its way out.
import type { Answer } from '../http/answer.js';
import type { Request } from '../http/request.js';
import type { Route } from '../contract/routes.js';
import type { Login } from './login-sessions.js';

/** A request, with everything that the layers found out about it. */
export interface Call {
  request: Request;
  /** The operation of the request, or the status for a wrong path or method. */
  readonly route: Route;
  /** The login of the user, once the call has passed `authentication`. */
  login?: Login;
}

/** Answers a call. */
export type Next<C extends Call = Call> = (call: C) => Answer | Promise<Answer>;

/** Answers a call itself, or passes it on to the next layer. */
export type Layer<C extends Call = Call> = (call: C, next: Next<C>) => Answer | Promise<Answer>;

/**
 * Changes an answer when it is there. Most answers of a simulated array are there at once: a layer that awaits them would cost
 * each request a turn of the event queue.
 */
export const after = (
  answer: Answer | Promise<Answer>,
  change: (answer: Answer) => Answer | Promise<Answer>,
): Answer | Promise<Answer> => (answer instanceof Promise ? answer.then(change) : change(answer));

/** Combines layers into one handler. The first layer is the outermost; `last` gives the answer. */
export const compose = <C extends Call>(layers: readonly Layer<C>[], last: Next<C>): Next<C> =>
  layers.reduceRight<Next<C>>((next, layer) => (call) => layer(call, next), last);
