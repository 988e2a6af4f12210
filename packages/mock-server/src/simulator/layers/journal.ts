import { after } from '../../layers/layer.js';
import { wireTime } from '../world/time.js';
import type { ArrayLayer } from './array-call.js';
import type { Engine } from '../start/engine.js';

/** Enters each request in the journal, with the status of its answer. */
export const journal =
  (engine: Engine): ArrayLayer =>
  (call, next) =>
    after(next(call), (answer) => {
      const { site, request } = call;
      engine.world.journal.add({
        time: wireTime(engine.world.now),
        array: site,
        kind: 'request',
        text: `${request.method} ${request.target} → ${answer.trouble?.kind ?? answer.status}`,
      });
      return answer;
    });
