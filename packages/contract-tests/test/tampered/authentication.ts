// Answers to users who are not logged in, and answers that give a secret away.
import { type Case, isAt, isInstance } from './tamper.js';

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
