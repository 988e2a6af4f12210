import { after } from '../../layers/layer.js';
import type { ArrayLayer } from './array-call.js';
import type { Engine } from '../start/engine.js';

/** Answers with the `Date` of the array's clock. Node would take that of this machine. */
export const date =
  (engine: Engine): ArrayLayer =>
  (call, next) =>
    after(next(call), (answer) => ({
      ...answer,
      headers: { ...answer.headers, date: httpDate(Math.floor(engine.time.now() / 1000)) },
    }));

let last = { second: Number.NaN, text: '' };

/** Keeps the last result, which is often needed again. */
function httpDate(second: number): string {
  if (second !== last.second) last = { second, text: new Date(1000 * second).toUTCString() };
  return last.text;
}
