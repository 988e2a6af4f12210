import { after } from '../../layers/layer.js';
import { emptyAnswer } from '../../http/answer.js';
import type { LoginSessions } from '../../layers/login-sessions.js';
import { applyFault, isCarriedOut } from '../faults/effects.js';
import type { FaultPlan } from '../faults/fault-plan.js';
import { wireTime } from '../world/time.js';
import type { ArrayLayer } from './array-call.js';
import type { Engine } from '../start/engine.js';

/** Applies the fault that hits a request: before the request is carried out, while it is, or to its answer. */
export const faults =
  (plan: FaultPlan, engine: Engine, sessions: LoginSessions): ArrayLayer =>
  (call, next) => {
    const { site, request, route } = call;
    const match = plan.match(site, 'operationId' in route ? route.operationId : undefined, request);
    if (!match) return next(call);
    const { number, effect } = match;
    engine.world.journal.add({
      time: wireTime(engine.world.now),
      array: site,
      kind: 'fault',
      text: `fault ${number} hits ${request.method} ${request.target}: ${JSON.stringify(effect)}`,
    });
    call.fault = effect;
    if ('login' in effect) {
      if (effect.login === 'expired') sessions.end(request);
      else sessions.renewToken(request);
    }
    return after(isCarriedOut(effect) ? next(call) : emptyAnswer(503), (answer) => applyFault(effect, answer));
  };
