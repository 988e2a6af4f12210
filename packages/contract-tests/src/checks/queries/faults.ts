// Wrong answers to queries.
import type { Exchange } from '../../array/http/exchange.js';
import type { Flaw, Symptom } from './judge.js';
import type { Query } from './query.js';

/** A query, and what is wrong with its answer. */
export interface Fault extends Omit<Flaw, 'symptom'> {
  query: Query;
  exchange: Exchange;
  symptom: Symptom | 'refused' | 'unexpected';
}

/**
 * A fault counts if this many readings in a row show it. An instance may change from one reading to the next, and back again in
 * between.
 */
const readingsWithFault = 3;

/** The fault that each of several readings shows; nothing where one of them shows none. */
export async function persistentFault(readFault: () => Promise<Fault | undefined>): Promise<Fault | undefined> {
  let found: Fault | undefined;
  for (let reading = 0; reading < readingsWithFault; reading += 1) {
    const fault = await readFault();
    if (!fault) return undefined;
    found = fault;
  }
  return found;
}
