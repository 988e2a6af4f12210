import Negotiator from 'negotiator';
import type { Answer } from '../http/answer.js';
import { errorAnswer } from '../http/errors.js';
import type { Call, Next } from './layer.js';

/** Answers 406 to a client that does not accept JSON. */
export const accept = <C extends Call>(call: C, next: Next<C>): Answer | Promise<Answer> =>
  acceptsJson(call.request.headers['accept'])
    ? next(call)
    : errorAnswer(406, 'This array answers only with application/json. The Accept header of the request excludes it.');

const offered = ['application/json', 'application/json;charset=utf-8'];

const acceptsJson = (header: string | undefined): boolean =>
  header === undefined || new Negotiator({ headers: { accept: header } }).mediaType(offered) !== undefined;
