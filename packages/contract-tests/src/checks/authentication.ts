import type { Check } from './check.js';

/** Who gets in, and who does not. A user name that does not exist is used for the wrong one, so that none is locked out. */
export const authenticationChecks: Check[] = [
  {
    id: 'auth.login',
    title: 'a login with Basic gives a cookie and a token',
    async run({ probe, record, find, expectStatus }) {
      const exchange = record(await probe.login());
      expectStatus(exchange, 200);
      if (!exchange.headers.getSetCookie().some((cookie) => cookie.startsWith('auth_cookie='))) {
        find('auth.cookie', exchange, 'the login set no auth_cookie');
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
    async run({ ask, expectStatus }) {
      expectStatus(await ask('replication_session_collection_query', { as: 'nobody' }), 401);
      expectStatus(await ask('login_session_collection_query', { as: 'nobody' }), 401);
    },
  },
  {
    id: 'auth.wrong',
    title: 'with wrong credentials nothing is answered',
    async run({ ask, expectStatus }) {
      const stranger = { username: 'powerstore-contract-nobody', password: 'wrong' };
      expectStatus(await ask('replication_session_collection_query', { as: stranger }), 401);
    },
  },
];

/** Run last: they end the login session of the run. */
export const logoutChecks: Check[] = [
  {
    id: 'auth.logout',
    title: 'after logout the cookie is worth nothing',
    async run({ probe, record, ask, expectStatus }) {
      expectStatus(record(await probe.logout()), 201, 204);
      expectStatus(await ask('cluster_collection_query'), 401, 403);
    },
  },
];
