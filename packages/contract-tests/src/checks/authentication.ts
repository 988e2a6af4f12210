import { isInTheClear } from '@powerstore-api/input';
import type { OperationId } from '@powerstore-api/types';
import { authCookieOf } from '../array/http/auth-cookie.js';
import type { Survey } from '../contract/survey.js';
import { observeStatus } from './assumptions.js';
import { tryWrongCookies, tryWrongTokens } from './credentials.js';
import type { SuiteCheck } from './define-check.js';
import { expectRefusal } from './stranger.js';

/** A collection that the array has. */
const someList = (survey: Survey): OperationId =>
  survey.firstPresent('replication_session_collection_query', 'volume_collection_query') ?? smallList(survey);

/** A collection that the array has, and that is small on every array. */
const smallList = (survey: Survey): OperationId =>
  survey.firstPresent('cluster_collection_query') ?? 'software_installed_collection_query';

/** The array lets the user in, and refuses others. The wrong user name is one that does not exist, so that no user is locked out. */
export const authenticationChecks: SuiteCheck[] = [
  {
    id: 'auth.login',
    title: 'The array must give a cookie and a token for a login with Basic',
    async run({ find, expectStatus, target: { url } }, { arraySession, record }) {
      const exchange = record(await arraySession.login());
      if (isInTheClear(url))
        find('auth.plain-http', exchange, 'The run sends its password over plain HTTP.', {
          expected: 'https',
          actual: new URL(url).protocol.replace(':', ''),
        });
      expectStatus(exchange, 200, 'Authorization');
      const cookie = authCookieOf(exchange.headers);
      if (!cookie)
        find('auth.cookie', exchange, 'The array sets no auth_cookie at login.', {
          expected: 'Set-Cookie with auth_cookie',
          actual: undefined,
        });
      const missing = cookie && {
        HttpOnly: cookie.httpOnly !== true,
        Secure: cookie.secure !== true && url.startsWith('https:'),
      };
      for (const [attribute, isMissing] of Object.entries(missing ?? {}))
        if (isMissing)
          find('auth.cookie-attributes', exchange, `The array sets auth_cookie without ${attribute}.`, {
            subject: attribute,
            expected: `auth_cookie with ${attribute}`,
            actual: `auth_cookie without ${attribute}`,
          });
      if (!exchange.headers.has('dell-emc-token'))
        find('auth.token', exchange, 'The array gives no DELL-EMC-TOKEN at login.', {
          expected: 'DELL-EMC-TOKEN',
          actual: undefined,
        });
    },
  },
  {
    id: 'auth.cookie-reads',
    title: 'The array must answer reads that carry nothing but the cookie',
    async run({ ask, expectStatus }, { survey }) {
      expectStatus(await ask(smallList(await survey())), 200);
    },
  },
  {
    id: 'auth.anonymous',
    title: 'The array must refuse requests without credentials',
    async run(context, { survey }) {
      for (const operation of [someList(await survey()), 'login_session_collection_query', 'logout'] as const)
        expectRefusal(context, await context.ask(operation, { as: 'anonymous' }), 'anonymous');
    },
  },
  {
    id: 'auth.wrong-password',
    title: 'The array must refuse a wrong user name and password',
    async run(context, { survey }) {
      const stranger = { username: 'powerstore-contract-nobody', password: 'wrong' };
      const exchange = await context.ask(someList(await survey()), { as: stranger });
      expectRefusal(context, exchange, 'wrong user');
    },
  },
  {
    id: 'auth.user-password',
    title: 'The array must refuse a wrong password of the user',
    needs: 'wrong-password',
    async run(context, { arraySession, record }) {
      expectRefusal(context, record(await arraySession.tryWrongPassword()), 'wrong password');
    },
  },
  {
    id: 'auth.cookies',
    title: 'The array must refuse requests with an empty cookie, and with the cookie of no login session',
    run: async (context, { survey }) => tryWrongCookies(context, smallList(await survey())),
  },
  {
    id: 'auth.tokens',
    title: 'The array must refuse a write without the token of its login session, or with another one',
    // The logout is the only write that a run may send in any mode.
    run: (context, login) =>
      tryWrongTokens(context, login, (headers) => context.ask('logout', { as: 'anonymous', headers })),
  },
];

/** Run last: they end the login session of the run. */
export const logoutChecks: SuiteCheck[] = [
  {
    id: 'auth.logout',
    title: 'The array must refuse a malformed logout, and end the login session at a correct one',
    async run(context, { arraySession, record, survey }) {
      const { ask, expectStatus, notApplicable } = context;
      if (arraySession.credentials.token === '')
        notApplicable('The array gave no DELL-EMC-TOKEN at login, which every write needs.');
      const list = smallList(await survey());
      expectStatus(await ask('logout', { headers: { accept: 'text/html' } }), 406, 'Accept');
      const ended = record(await arraySession.logout());
      expectStatus(ended, [201, 204]);
      // A login session that has not ended is no stranger.
      if (ended.status >= 300) return;
      const afterwards = await ask(list);
      expectRefusal(context, afterwards, 'after logout', [401, 403]);
      observeStatus(context.observe, afterwards, 'logout-over', 401);
    },
  },
];
