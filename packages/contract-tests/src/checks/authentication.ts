import type { CheckContext } from './check-context.js';
import type { Exchange } from '../array/exchange.js';
import type { Check } from './check.js';

/** Nobody who is not logged in is answered. */
export function expectStranger(
  { find, expectStatus }: Pick<CheckContext, 'find' | 'expectStatus'>,
  exchange: Exchange,
): void {
  if (exchange.status < 300) find('auth.open', exchange, `${exchange.status} for somebody who is not logged in`);
  else expectStatus(exchange, 401);
}

/** Who gets in, and who does not. A user name that does not exist is used for the wrong one, so that none is locked out. */
export const authenticationChecks: Check[] = [
  {
    id: 'auth.login',
    title: 'a login with Basic gives a cookie and a token',
    async run({ arraySession, record, find, expectStatus, target: { url } }) {
      const exchange = record(await arraySession.login());
      expectStatus(exchange, 200);
      const cookie = exchange.headers.getSetCookie().find((it) => it.startsWith('auth_cookie='));
      if (cookie === undefined) {
        find('auth.cookie', exchange, 'the login set no auth_cookie');
      } else {
        const wanted = url.startsWith('https:') ? ['HttpOnly', 'Secure'] : ['HttpOnly'];
        const attributes = new Set(cookie.split(';').map((it) => it.trim().toLowerCase()));
        const missing = wanted.filter((it) => !attributes.has(it.toLowerCase()));
        if (missing.length > 0) find('auth.cookie-attributes', exchange, `auth_cookie lacks ${missing.join(' and ')}`);
      }
      if (!exchange.headers.has('dell-emc-token')) {
        find('auth.token', exchange, 'the login gave no DELL-EMC-TOKEN');
      }
    },
  },
  {
    id: 'auth.cookie-reads',
    title: 'the cookie alone is enough to read',
    async run({ ask, expectStatus }) {
      expectStatus(await ask('cluster_collection_query'), 200);
    },
  },
  {
    id: 'auth.nobody',
    title: 'without credentials nothing is answered',
    async run(context) {
      expectStranger(context, await context.ask('replication_session_collection_query', { as: 'anonymous' }));
      expectStranger(context, await context.ask('login_session_collection_query', { as: 'anonymous' }));
      expectStranger(context, await context.ask('logout', { as: 'anonymous' }));
    },
  },
  {
    id: 'auth.wrong',
    title: 'with wrong credentials nothing is answered',
    async run(context) {
      const stranger = { username: 'powerstore-contract-nobody', password: 'wrong' };
      expectStranger(context, await context.ask('replication_session_collection_query', { as: stranger }));
    },
  },
];

/** Run last: they end the login session of the run. */
export const logoutChecks: Check[] = [
  {
    id: 'auth.logout',
    title: 'a logout in the wrong form is refused, and after a right one the cookie is worth nothing',
    async run(context) {
      const { arraySession, record, ask, expectStatus } = context;
      // The only write that a run may do in any mode: that writes need the token is seen on it.
      expectStatus(await ask('logout', { withoutToken: true }), 401, 403);
      expectStatus(await ask('logout', { headers: { accept: 'text/html' } }), 406);
      expectStatus(record(await arraySession.logout()), 201, 204);
      const after = await ask('cluster_collection_query');
      if (after.status < 300) context.find('auth.open', after, `${after.status} after logout`);
      else expectStatus(after, 401, 403);
    },
  },
];
