// Cookies, tokens and passwords that an array must not take for those of a login session.
import type { OperationId } from '@powerstore-api/types';
import { cookieHeader } from '../array/http/auth-cookie.js';
import type { Exchange } from '../array/http/exchange.js';
import { observeStatus } from './assumptions.js';
import { madeUpSecret } from '../array/secrecy/secrets.js';
import type { CheckContext, LoginSession } from './context/check-context.js';
import { expectRefusal } from './stranger.js';

/** The tokens that no write may have, by the names that findings have for them. */
const wrongTokens = (ofAnother: string): [name: string, headers: Record<string, string>][] => [
  ['no token', {}],
  ['an empty token', { 'dell-emc-token': '' }],
  ['a wrong token', { 'dell-emc-token': madeUpSecret }],
  ['the token of another login session', { 'dell-emc-token': ofAnother }],
];

/**
 * Sends a write with each wrong token and the cookie of a second login session: it is no loss where the array carries out a logout.
 */
export async function tryWrongTokens(
  { find, observe, expectStatus, notApplicable }: CheckContext,
  { arraySession, record }: LoginSession,
  write: (headers: Record<string, string>) => Promise<Exchange>,
): Promise<void> {
  const { token: ownToken } = arraySession.credentials;
  let other = await arraySession.loginAgain();
  record(other.exchange);
  if (other.cookie === '' || ownToken === '')
    notApplicable('The array gives no cookie or no DELL-EMC-TOKEN at login, so no write can be tried.');
  try {
    for (const [name, headers] of wrongTokens(ownToken)) {
      const exchange = await write({ cookie: other.cookie, ...headers });
      if (exchange.status >= 500 || [401, 403].includes(exchange.status)) expectStatus(exchange, [401, 403], name);
      else
        find('auth.token-unchecked', exchange, `The array answers a write with ${name} with ${exchange.status}.`, {
          subject: name,
          expected: [401, 403],
          actual: exchange.status,
        });
      if (name === 'no token') observeStatus(observe, exchange, 'logout', 403);
      // It may have been a logout.
      if (exchange.status < 300) other = await arraySession.loginAgain();
    }
  } finally {
    await arraySession.logoutAgain(other);
  }
}

/** Reads with cookies that no login session has. */
export async function tryWrongCookies(context: CheckContext, list: OperationId): Promise<void> {
  for (const [stranger, value] of [
    ['empty cookie', ''],
    ['wrong cookie', madeUpSecret],
  ] as const) {
    const headers = { cookie: cookieHeader({ name: 'auth_cookie', value }) };
    const exchange = await context.ask(list, { as: 'anonymous', headers });
    expectRefusal(context, exchange, stranger, [401, 403]);
  }
}
