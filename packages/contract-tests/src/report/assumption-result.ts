// What a run says about the assumptions of the contract.
import { assumptions } from '@powerstore-api/types';

/**
 * `confirmed` and `contradicted`: by what the array did. `cannot-tell`: this run did not see it, and another one may. `no-check`: no
 * check can decide it.
 */
export type AssumptionState = 'confirmed' | 'contradicted' | 'cannot-tell' | 'no-check';

export interface AssumptionResult {
  /** A key of `assumptions` of `@powerstore-api/types`. */
  assumption: string;
  state: AssumptionState;
  /** What the array did, in names of the API. */
  evidence?: string[];
  /** Why the run cannot tell. */
  reason?: string;
}

export const assumptionStates = [
  'contradicted',
  'confirmed',
  'cannot-tell',
  'no-check',
] as const satisfies readonly AssumptionState[];

export const stateTitles: Readonly<Record<AssumptionState, string>> = {
  contradicted: 'contradicted',
  confirmed: 'confirmed',
  'cannot-tell': 'cannot tell in this mode',
  'no-check': 'no check can decide',
};

export const ofState = (results: readonly AssumptionResult[], state: AssumptionState): AssumptionResult[] =>
  results.filter((it) => it.state === state);

/** The assumption in words: its place in the contract, and the assumed part. */
export function describeAssumption(name: string): string {
  const { where = name, part = '' } = assumptions[name] ?? {};
  return `${where.replaceAll('`', '')}: ${part}`;
}

/** `31 confirmed, 1 contradicted; this run cannot tell 32, and no check can decide 98`. */
export function countStates(results: readonly AssumptionResult[]): string {
  const count = (state: AssumptionState): number => ofState(results, state).length;
  const decided = `${count('confirmed')} confirmed, ${count('contradicted')} contradicted`;
  return `${decided}; this run cannot tell ${count('cannot-tell')}, and no check can decide ${count('no-check')}`;
}
