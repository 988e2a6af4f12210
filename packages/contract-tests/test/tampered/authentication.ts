// Answers to users who are not logged in, and answers that give a secret away.
import type { PassedAnswer, Tamper } from '../helpers/tampering-proxy.js';
import { type Case, isAt, isInstance } from './tamper.js';

const isLogout = ({ target, requestHeaders }: PassedAnswer): boolean =>
  target === '/logout' && requestHeaders.cookie !== undefined && requestHeaders.accept === 'application/json';

/** Changes the answers to writes with the newest token of one login session and the cookie of another one. */
function ofAnother(change: Tamper): Tamper {
  const tokens = new Set<string>();
  return (answer) => {
    const sent = answer.requestHeaders['dell-emc-token'];
    if (isLogout(answer) && answer.status === 403 && typeof sent === 'string' && tokens.has(sent))
      return change(answer);
    const given = answer.headers['dell-emc-token'];
    if (typeof given === 'string') tokens.add(given);
  };
}

/** Answers a read with a cookie that the array has never set. */
function toUnknownCookie(): Tamper {
  const known = new Set(['auth_cookie=']);
  return (answer) => {
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) known.add(cookie.split(';')[0] ?? '');
    const { cookie } = answer.requestHeaders;
    if (answer.target === '/cluster' && cookie !== undefined && !known.has(cookie))
      Object.assign(answer, { status: 200, text: '[]' });
  };
}

export const authentication = (password: () => string): Case[] => [
  {
    title: 'an answer for nobody',
    on: 'host_volume_mapping',
    finding: 'auth.open',
    message: 'answers a request without credentials with 200',
    subject: 'anonymous',
    tamper: (answer) => {
      const { authorization, cookie } = answer.requestHeaders;
      if (answer.target.startsWith('/host_volume_mapping') && authorization === undefined && cookie === undefined)
        Object.assign(answer, { status: 200, text: answer.target.includes('/0000') ? '{"id":"a"}' : '[]' });
    },
  },
  {
    title: 'an answer after logout',
    on: 'cluster',
    finding: 'auth.open',
    message: 'with the cookie of a login session that has ended with 200',
    subject: 'after logout',
    tamper: (answer) => {
      if (answer.target === '/cluster' && answer.requestHeaders.cookie !== undefined && answer.status === 401)
        Object.assign(answer, { status: 200, text: '[]' });
    },
  },
  {
    title: 'an answer that repeats the cookie',
    on: 'software_installed',
    finding: 'auth.echo',
    message: 'repeats the cookie',
    subject: 'cookie',
    tamper: (answer) => {
      if (isInstance(answer, 'software_installed'))
        answer.headers['x-debug'] = `session ${answer.requestHeaders.cookie}`;
    },
  },
  {
    title: 'an error that repeats the password',
    on: 'login_session',
    finding: 'auth.echo',
    message: 'repeats the password',
    subject: 'password',
    tamper: (answer) => {
      if (isAt(answer, 'login_session') && answer.status === 400)
        answer.text = answer.text.replace('"message_l10n":"', `"message_l10n":"${password()} `);
    },
  },
  {
    title: 'a cookie that scripts can read',
    on: 'login_session',
    finding: 'auth.cookie-attributes',
    message: 'sets auth_cookie without HttpOnly',
    subject: 'HttpOnly',
    tamper: ({ target, headers }) => {
      if (!target.startsWith('/login_session')) return;
      headers['set-cookie'] = [headers['set-cookie'] ?? []].flat().map((cookie) => cookie.replace('; HttpOnly', ''));
    },
  },
  {
    title: 'a logout without its token',
    on: 'logout',
    finding: 'auth.token-unchecked',
    message: 'answers a write with the token of another login session with 204',
    subject: 'a wrong token',
    tamper: (answer) => {
      if (isLogout(answer) && answer.status === 403) Object.assign(answer, { status: 204, text: '' });
    },
  },
  {
    title: 'a logout with an empty token',
    on: 'logout',
    finding: 'auth.token-unchecked',
    message: 'answers a write with an empty token with 204',
    subject: 'an empty token',
    tamper: (answer) => {
      if (isLogout(answer) && answer.requestHeaders['dell-emc-token'] === '')
        Object.assign(answer, { status: 204, text: '' });
    },
  },
  {
    title: 'a logout with the token of another login session',
    on: 'logout',
    finding: 'auth.token-unchecked',
    message: 'answers a write with the token of another login session with 204',
    subject: 'the token of another login session',
    tamper: ofAnother((answer) => void Object.assign(answer, { status: 204, text: '' })),
  },
  {
    title: 'a token that is looked at too late',
    on: 'logout',
    finding: 'auth.token-unchecked',
    message: 'answers a write with no token with 422',
    subject: 'no token',
    tamper: (answer) => {
      if (isLogout(answer) && answer.status === 403) answer.status = 422;
    },
  },
  {
    title: 'an answer to an empty cookie',
    on: 'cluster',
    finding: 'auth.open',
    message: 'answers a request with an empty cookie with 200',
    subject: 'empty cookie',
    tamper: (answer) => {
      if (answer.target === '/cluster' && answer.requestHeaders.cookie === 'auth_cookie=')
        Object.assign(answer, { status: 200, text: '[]' });
    },
  },
  {
    title: 'an answer to the cookie of nobody',
    on: 'cluster',
    finding: 'auth.open',
    message: 'answers a request with the cookie of no login session with 200',
    subject: 'wrong cookie',
    tamper: toUnknownCookie(),
  },
  {
    title: 'a login without a token',
    finding: 'auth.token',
    message: 'gives no DELL-EMC-TOKEN',
    subject: null,
    tamper: ({ headers }) => void delete headers['dell-emc-token'],
  },
  {
    title: 'a login without a cookie',
    finding: 'auth.cookie',
    message: 'sets no auth_cookie',
    subject: null,
    tamper: ({ headers }) => void (headers['set-cookie'] = []),
  },
];
