// The assumptions of the contract, and the observations that confirm or contradict them.
import { type AssumptionInfo, assumptions } from '@powerstore-api/types';

export type ObservedVerdict = 'confirmed' | 'contradicted';

/** What an array does about an assumption. */
export interface Observation {
  /** A key of `assumptions`. */
  assumption: string;
  verdict: ObservedVerdict;
  /** What the array did, in names of the API. */
  evidence: string;
  /** Its place in the contract, and the kind of value that was there. */
  place?: string;
  sample?: string;
}

/** An assumption with its name. */
export interface Assumption extends AssumptionInfo {
  name: string;
}

const all: readonly Assumption[] = Object.entries(assumptions).map(([name, info]) => ({ name, ...info }));

/** The assumptions that are decided in one of these ways. */
export const decidedBy = (...decisions: readonly string[]): Assumption[] =>
  all.filter(({ decision }) => decisions.includes(decision));

const byAnswers = new Map(decidedBy('answer').map((it) => [it.place, it]));

/** The assumption about a place of the contract that answers decide. */
export const answerAssumption = (place: string): Assumption | undefined => byAnswers.get(place);

export const isAssumption = (name: string): boolean => Object.hasOwn(assumptions, name);
