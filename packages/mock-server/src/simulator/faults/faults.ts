// Faults: what goes wrong on purpose, for whom, how often, and whether it did.
import type { OperationId } from '@powerstore-api/types';
import { errorAnswer } from '../../http/errors.js';
import type { Answer, MockRequest } from '../../http/messages.js';
import type { Failure } from '../world/refusal.js';

/**
 * What goes wrong.
 *
 * - `status`: answered with this error; `carriedOut` says whether the request has done its work all the same.
 * - `transport`: the connection is reset, nothing ever comes, the body is cut off, or it comes late (`delay` in milliseconds).
 * - `login`: the login session is over (`expired`), or its token has been replaced by a new one (`new-token`).
 * - `job`: the action is accepted, and fails on the way.
 * - `collection`: that many rows at the end of it are gone.
 * - `body`: attributes of every object in the answer are set to something else, or left out.
 */
export type FaultEffect =
  | { status: 401 | 403 | 422 | 500 | 503; retryAfter?: number | string; carriedOut?: boolean; text?: string }
  | { transport: 'reset' | 'stall' | 'cut' | 'slow'; delay?: number; carriedOut?: boolean }
  | { login: 'expired' | 'new-token' }
  | { job: 'fails'; text?: string; code?: string }
  | { collection: { drop: number } }
  | { body: { set?: Record<string, unknown>; remove?: string[] } };

/**
 * A fault, and which requests it is for: those that fit everything that is given.
 *
 * @example
 * ```ts
 * const fault: Fault = { operation: 'replication_session_failover', effect: { transport: 'reset', carriedOut: true } };
 * ```
 */
export interface Fault {
  array?: 'a' | 'b';
  operation?: OperationId;
  /** Requests with this id in their path, such as that of a replication session. */
  session?: string;
  /** Only requests that say so in the header `x-sim-scope`: for tests that share a simulator. */
  scope?: string;
  /**
   * How many requests it hits.
   * @default 1
   */
  times?: number;
  /**
   * How many requests it lets pass before.
   * @default 0
   */
  skip?: number;
  effect: FaultEffect;
}

/** A fault that has been added, with the account of it. */
export interface FaultRecord extends Readonly<Fault> {
  /** Counts faults, from 1. */
  readonly number: number;
  /** How many requests it has hit. */
  readonly hits: number;
  /** How many it is still going to hit; 0 when it is used up. */
  readonly remaining: number;
}

/** What a simulator offers of them. */
export interface Faults {
  /**
   * Adds a fault. Where several fit a request, the one that was added first and is not used up counts.
   *
   * @example
   * ```ts
   * sim.faults.add({ array: 'b', operation: 'replication_session_failover', effect: { status: 503, retryAfter: 2 } });
   * ```
   */
  add(fault: Fault): FaultRecord;
  /** All faults, those that are used up as well. */
  list(): readonly FaultRecord[];
  /** Faults that have hit fewer requests than they should. */
  unused(): readonly FaultRecord[];
  /** Removes all of them, or those of one scope. */
  clear(scope?: string): void;
}

/** What a request meets. */
export interface Hit {
  number: number;
  effect: FaultEffect;
}

export interface FaultPlan extends Faults {
  /** Removes all of them, and counts from 1 again. */
  reset(): void;
  /** Counts a request, and tells what it meets. */
  meet(array: 'a' | 'b', operationId: OperationId | undefined, request: MockRequest): Hit | undefined;
}

interface Entry {
  fault: Fault;
  number: number;
  passed: number;
  hits: number;
}

export function createFaults(check: (fault: unknown) => Fault): FaultPlan {
  let entries: Entry[] = [];
  let numbers = 0;
  const remaining = ({ fault, hits }: Entry): number => (fault.times ?? 1) - hits;
  const record = (entry: Entry): FaultRecord => ({
    ...structuredClone(entry.fault),
    number: entry.number,
    hits: entry.hits,
    remaining: remaining(entry),
  });
  return {
    add(fault) {
      const entry: Entry = { fault: structuredClone(check(fault)), number: (numbers += 1), passed: 0, hits: 0 };
      entries.push(entry);
      return record(entry);
    },
    list: () => entries.map(record),
    unused: () => entries.filter((entry) => remaining(entry) > 0).map(record),
    clear(scope) {
      entries = scope === undefined ? [] : entries.filter(({ fault }) => fault.scope !== scope);
    },
    reset() {
      entries = [];
      numbers = 0;
    },
    meet(array, operationId, request) {
      for (const entry of entries) {
        if (remaining(entry) <= 0 || !fits(entry.fault, array, operationId, request)) continue;
        if (entry.passed < (entry.fault.skip ?? 0)) {
          entry.passed += 1;
          continue;
        }
        entry.hits += 1;
        return { number: entry.number, effect: entry.fault.effect };
      }
      return undefined;
    },
  };
}

function fits(fault: Fault, array: string, operationId: string | undefined, { path, headers }: MockRequest): boolean {
  if (fault.array !== undefined && fault.array !== array) return false;
  if (fault.operation !== undefined && fault.operation !== operationId) return false;
  if (fault.session !== undefined && fault.session !== path.split('/')[2]) return false;
  return fault.scope === undefined || fault.scope === headers['x-sim-scope'];
}

/** Whether the request does its work, whatever comes of the answer. */
export function isCarriedOut(effect: FaultEffect): boolean {
  if ('status' in effect) return effect.carriedOut === true;
  if ('transport' in effect) return effect.carriedOut ?? (effect.transport === 'slow' || effect.transport === 'cut');
  return true;
}

/** The failure an action meets on its way. */
export const failureOf = (effect: FaultEffect | undefined): Failure | undefined =>
  effect && 'job' in effect
    ? { text: effect.text ?? 'The operation failed on the way.', code: effect.code ?? '0xE02010020001' }
    : undefined;

/** What an answer becomes. */
export function spoil(effect: FaultEffect, answer: Answer): Answer {
  if ('status' in effect) {
    const { status, text, retryAfter } = effect;
    const error = errorAnswer(status, text ?? `A fault that was asked for: ${status}.`);
    return retryAfter === undefined
      ? error
      : { ...error, headers: { ...error.headers, 'retry-after': String(retryAfter) } };
  }
  if ('transport' in effect) {
    const { transport: kind, delay } = effect;
    return { ...answer, trouble: { kind, ...(delay !== undefined && { delay }) } };
  }
  if ('body' in effect) return { ...answer, body: alter(answer.body, effect.body) };
  return answer;
}

function alter(body: unknown, change: { set?: Record<string, unknown>; remove?: string[] }): unknown {
  if (Array.isArray(body)) return body.map((it) => alter(it, change));
  if (typeof body !== 'object' || body === null) return body;
  const altered: Record<string, unknown> = { ...body, ...change.set };
  for (const name of change.remove ?? []) delete altered[name];
  return altered;
}
