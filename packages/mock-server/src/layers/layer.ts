// What a request goes through on its way to the answer, and the answer on its way back.
import type { Answer } from '../http/answer.js';
import type { Request } from '../http/request.js';
import type { Route } from '../contract/routes.js';
import type { Login } from './login-sessions.js';

/** A request on its way, and what the layers have found out about it. */
export interface Call {
  request: Request;
  /** The operation it is for, or what is wrong with its path or method. */
  readonly route: Route;
  /** The user who asks; known behind `authentication`. */
  login?: Login;
}

/** Answers a call. */
export type Next<C extends Call = Call> = (call: C) => Answer | Promise<Answer>;

/** Answers a call by itself, or by what comes after it. */
export type Layer<C extends Call = Call> = (call: C, next: Next<C>) => Answer | Promise<Answer>;

/** Layers as one, the first of them outermost, around what answers in the end. */
export const compose = <C extends Call>(layers: readonly Layer<C>[], last: Next<C>): Next<C> =>
  layers.reduceRight<Next<C>>((next, layer) => (call) => layer(call, next), last);
