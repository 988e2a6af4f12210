// The faults that have been added, and which of them hits a request.
import type { OperationId } from '@powerstore-api/types';
import { idOf, type Request } from '../../http/request.js';
import { type Fault, type FaultEffect, readFault } from './fault.js';
import type { PairSite } from '../world/site.js';

/** A fault that has been added, and how often it has hit. */
export interface FaultRecord extends Readonly<Fault> {
  /** Number of the fault, from 1. */
  readonly number: number;
  /** How many requests it has hit. */
  readonly hits: number;
  /** How many more it will hit; 0 for a fault that is used up. */
  readonly remaining: number;
}

/** The faults of a simulator. */
export interface Faults {
  /**
   * Adds a fault. If several match a request, the first one that is not used up hits it.
   *
   * @throws InputError that names each wrong field.
   *
   * @example
   * ```ts
   * sim.faults.add({ array: 'b', operation: 'replication_session_failover', effect: { status: 503, retryAfter: 2 } });
   * ```
   */
  add(fault: Fault): FaultRecord;
  /** All faults, including those that are used up. */
  list(): readonly FaultRecord[];
  /**
   * The faults that have hit fewer requests than their `times`. Check in a test that there are none: otherwise it did not see the
   * trouble that it planned.
   */
  unused(): readonly FaultRecord[];
  /** Removes all faults, or those of one scope. */
  clear(scope?: string): void;
}

/** The fault that hits a request. */
export interface FaultMatch {
  number: number;
  effect: FaultEffect;
}

export interface FaultPlan extends Faults {
  /** Removes all faults, and numbers new ones from 1 again. */
  reset(): void;
  /** Counts a request, and returns the fault that hits it. */
  match(array: PairSite, operationId: OperationId | undefined, request: Request): FaultMatch | undefined;
}

interface Entry {
  fault: Fault;
  number: number;
  passed: number;
  hits: number;
}

export function createFaults(): FaultPlan {
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
      const entry: Entry = { fault: structuredClone(readFault(fault)), number: (numbers += 1), passed: 0, hits: 0 };
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
    match(array, operationId, request) {
      for (const entry of entries) {
        if (remaining(entry) <= 0 || !matches(entry.fault, array, operationId, request)) continue;
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

function matches(fault: Fault, array: string, operationId: string | undefined, request: Request): boolean {
  if (fault.array !== undefined && fault.array !== array) return false;
  if (fault.operation !== undefined && fault.operation !== operationId) return false;
  if (fault.session !== undefined && fault.session !== idOf(request)) return false;
  return fault.scope === undefined || fault.scope === request.headers['x-sim-scope'];
}
