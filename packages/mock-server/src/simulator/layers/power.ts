import { emptyAnswer } from '../../http/answer.js';
import { arrayAt } from '../world/world.js';
import type { ArrayLayer } from './array-call.js';
import type { Engine } from '../start/engine.js';

/** Resets the connection if the array is off. Otherwise carries out everything that is due before the request. */
export const power =
  (engine: Engine): ArrayLayer =>
  (call, next) =>
    arrayAt(engine.catchUp(), call.site).powered ? next(call) : { ...emptyAnswer(503), trouble: { kind: 'reset' } };
