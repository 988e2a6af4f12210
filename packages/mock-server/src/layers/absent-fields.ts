import { absentIfNull } from '../contract/document.js';
import type { Answer } from '../http/answer.js';
import type { Call, Next } from './layer.js';
import { operationOf } from './route.js';

/**
 * Removes fields of the body that are `null` and mean nothing: arrays take them for absent, and clients send them (sdk-cinder, sdk-go).
 * A field that `null` empties keeps it.
 */
export function absentFields<C extends Call>(call: C, next: Next<C>): Answer | Promise<Answer> {
  const { body } = call.request;
  if (typeof body === 'object' && body !== null && !Array.isArray(body) && Object.values(body).includes(null)) {
    const absent = absentIfNull(operationOf(call));
    const given = Object.entries(body).filter(([name, value]) => value !== null || !absent.includes(name));
    call.request = { ...call.request, body: Object.fromEntries(given) };
  }
  return next(call);
}
