// Faults of queries: a query that the array refuses, and an answer that stays wrong when it is read again.
import type { Exchange } from '../../array/http/exchange.js';
import { placeOf } from '../../contract/contract.js';
import { placeAt } from '../../contract/place.js';
import type { CheckContext } from '../check-context.js';

/** A query by an attribute, in names of the API. */
export interface Query {
  attribute: string;
  /** Identifies the query in findings, such as `size not in`, or `size order asc`. */
  subject: string;
}

/** Reports a query that the array refuses. */
export function isRefused(
  { find, expectStatus }: CheckContext,
  exchange: Exchange,
  { attribute, subject }: Query,
): boolean {
  const { status, operationId } = exchange;
  if (status < 300) return false;
  if (status !== 400) expectStatus(exchange, [200, 206], subject);
  else {
    const place = `${placeOf(operationId)}/${placeAt('parameters', 'filter', attribute)}`;
    find('query.refused', exchange, `The array refuses a query by ${attribute} (${subject}).`, { place, subject });
  }
  return true;
}

/** A wrong answer, and the finding to report about it. */
export interface Fault {
  exchange: Exchange;
  subject: string;
  message: string;
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
