import { emptyAnswer } from '../../http/answer.js';
import { arrayAt } from '../world/world.js';
import type { ArrayLayer } from './array-call.js';
import type { Engine } from './engine.js';

/** An array that is off answers nobody. One that is on has its time catch up with the clock first. */
export const power =
  (engine: Engine): ArrayLayer =>
  (call, next) =>
    arrayAt(engine.catchUp(), call.site).powered ? next(call) : { ...emptyAnswer(503), trouble: { kind: 'reset' } };
