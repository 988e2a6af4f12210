import type { Exchange } from '../array/http/exchange.js';
import type { CheckContext } from './context/check-context.js';

/** A sender who is not a user with a login session. */
export type Stranger = 'anonymous' | 'wrong user' | 'wrong password' | 'empty cookie' | 'wrong cookie' | 'after logout';

const descriptions: Readonly<Record<Stranger, string>> = {
  anonymous: 'a request without credentials',
  'wrong user': 'a request with a wrong user name and password',
  'wrong password': 'a request with a wrong password of the user',
  'empty cookie': 'a request with an empty cookie',
  'wrong cookie': 'a request with the cookie of no login session',
  'after logout': 'a request with the cookie of a login session that has ended',
};

const cookies: ReadonlySet<Stranger> = new Set(['empty cookie', 'wrong cookie', 'after logout']);

/** The array must not answer anyone who is not logged in. */
export function expectRefusal(
  { find, expectStatus }: Pick<CheckContext, 'find' | 'expectStatus'>,
  exchange: Exchange,
  stranger: Stranger,
  statuses: number | readonly number[] = 401,
): void {
  if (exchange.status >= 300) return expectStatus(exchange, statuses, stranger);
  const message = `The array answers ${descriptions[stranger]} with ${exchange.status}.`;
  // An array that takes one of these cookies takes any.
  const common = cookies.has(stranger) && { common: 'cookie' };
  find('auth.open', exchange, message, { subject: stranger, ...common, expected: statuses, actual: exchange.status });
}
