// One array of the simulator as it answers requests.
import { setTimeout as sleep } from 'node:timers/promises';
import type { OperationId } from '@powerstore-api/types';
import { errorAnswer, Refusal } from '../../http/errors.js';
import { handle } from '../../layers/handler.js';
import type { Answer, MockRequest } from '../../http/messages.js';
import type { Login, LoginSessions } from '../../layers/login-sessions.js';
import type { Contract } from '../../contract/prism.js';
import type { Row } from '../../query/row.js';
import type { Store } from '../../query/store.js';
import type { Release } from '../../contract/release.js';
import { findRoute } from '../../contract/routes.js';
import { storeOf } from './array-store.js';
import type { Engine } from './engine.js';
import { failureOf, type FaultEffect, type FaultPlan, isCarriedOut, spoil } from '../faults/faults.js';
import { errorOf } from '../resources/jobs.js';
import { respond } from './respond.js';
import { wireTime } from '../world/time.js';
import { arrayAt } from '../world/world.js';

export interface SimulatedArrayOptions {
  site: 'a' | 'b';
  engine: Engine;
  sessions: LoginSessions;
  faults: FaultPlan;
  /** Prism in between; without it requests and answers are not checked. */
  contract?: Contract | undefined;
  /** Aborted when the simulator is closed. */
  closing: AbortSignal;
}

/** A request that cannot be understood is answered, recorded and spoilt as any other. */
function refusalOf(error: unknown): Answer {
  if (error instanceof Refusal) return error.answer;
  throw error;
}

const nothing: Answer = { status: 500, headers: {} };

/** The longest a request waits for its action before it looks again, in real milliseconds. */
const longestNap = 100;

export function createSimulatedArray(options: SimulatedArrayOptions): (request: MockRequest) => Promise<Answer> {
  const { site, engine, sessions, faults, contract, closing } = options;

  const record = (kind: 'request' | 'fault', text: string): void => {
    engine.world.journal.add({ time: wireTime(engine.world.now), array: site, kind, text });
  };

  return async (request) => {
    const world = engine.catchUp();
    if (!arrayAt(world, site).powered) return { ...nothing, trouble: { kind: 'reset' } };

    const route = findRoute(request.method, request.path);
    const hit = faults.meet(site, 'operationId' in route ? route.operationId : undefined, request);
    const effect = hit?.effect;
    if (hit)
      record('fault', `fault ${hit.number} meets ${request.method} ${request.target}: ${JSON.stringify(effect)}`);
    if (effect && 'login' in effect) {
      if (effect.login === 'expired') sessions.end(request);
      else sessions.renewToken(request);
    }
    const answered =
      !effect || isCarriedOut(effect)
        ? await handle(sessions, request, route, (operationId, login) =>
            operate(operationId, request, login, effect),
          ).catch(refusalOf)
        : nothing;
    const answer = effect ? spoil(effect, answered) : answered;
    record('request', `${request.method} ${request.target} → ${answer.trouble?.kind ?? answer.status}`);
    return answer;
  };

  async function operate(
    operationId: OperationId,
    request: MockRequest,
    login: Login,
    effect: FaultEffect | undefined,
  ): Promise<Answer> {
    const store = shrunk(storeOf(arrayAt(engine.world, site)), effect);
    let job: string | undefined;
    const respondTo = (fitting: MockRequest): Answer => {
      const responded = respond(engine.world, site, store, operationId, fitting, { login, failure: failureOf(effect) });
      ({ job } = responded);
      return responded.answer;
    };
    const answer = contract
      ? await contract(operationId, request, (call) => respondTo(call.request))
      : respondTo(request);
    return job === undefined || answer.status >= 300 ? answer : await whenOver(job, answer);
  }

  /**
   * Without `is_async` an answer says how it went, so it comes when the action is over. Where the clock stands still or
   * counts reads, nothing would ever be over, and it comes at once.
   */
  async function whenOver(job: string, answer: Answer): Promise<Answer> {
    const { speed } = engine.time;
    if (engine.world.transitionMode !== 'timed' || speed === 0) return answer;
    while (!closing.aborted) {
      const world = engine.catchUp();
      const error = errorOf(world, { site, id: job });
      if (error) return errorAnswer(error.status, error.text, error.code);
      if (arrayAt(world, site).tables.find('job', job)?.phase !== 'In_Progress') break;
      const next = ((world.due.peek()?.at ?? Infinity) - world.now) / speed;
      await sleep(Math.min(Math.max(next, 1), longestNap), undefined, { signal: closing }).catch(() => undefined);
    }
    return answer;
  }
}

/** An answer as a release has it: texts for severities came with 4.1. */
export function atRelease(release: Release, answer: Answer): Answer {
  const { messages } = (answer.body ?? {}) as { messages?: Row[] };
  if (answer.status < 400 || messages === undefined || release.has('4.1.0.0')) return answer;
  return { ...answer, body: { messages: messages.map(withoutText) } };
}

const withoutText = ({ severity_l10n: _text, ...message }: Row): Row => message;

/** A collection that has fewer rows than it had. */
function shrunk(store: Store, effect: FaultEffect | undefined): Store {
  if (!effect || !('collection' in effect)) return store;
  const { drop } = effect.collection;
  return {
    ...store,
    rows: (resource) => store.rows(resource).slice(0, Math.max(0, store.rows(resource).length - drop)),
  };
}
