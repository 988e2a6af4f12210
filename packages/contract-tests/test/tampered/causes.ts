// One cause at many places: each is one finding, and nothing follows from it that has a line of its own.
import type { PassedAnswer, Tamper } from '../helpers/tampering-proxy.js';
import { type Case, isAt, isInstance, isList, type Row } from './tamper.js';

const isJson = ({ text }: PassedAnswer): boolean => /^[[{]/.test(text);

/** Rewrites each row of every answer that is a success. */
const everyRow =
  (change: (row: Row) => Row) =>
  (answer: PassedAnswer): void => {
    if (answer.status >= 300 || !isJson(answer)) return;
    const json = JSON.parse(answer.text) as Row | Row[];
    answer.text = JSON.stringify(Array.isArray(json) ? json.map(change) : change(json));
  };

const refusal = '{"messages":[{"code":"0xE04040010005","severity":"Error","message_l10n":"No."}]}';

/** Refuses every request of an operation that would succeed. */
const refuseAll =
  (on: string, status: number) =>
  (answer: PassedAnswer): void => {
    if (isAt(answer, on) && answer.status < 300) Object.assign(answer, { status, text: refusal });
  };

/** Does not find the instances after the first one of the list by their ids. */
function notTheFirst(on: string): Tamper {
  let first: unknown;
  return (answer) => {
    if (isList(answer, on) && first === undefined) first = (JSON.parse(answer.text) as Row[])[0]?.['id'];
    if (!isInstance(answer, on) || answer.status >= 300 || answer.target.includes('/name:')) return;
    if (!answer.target.startsWith(`/${on}/${String(first)}`)) Object.assign(answer, { status: 404, text: refusal });
  };
}

const isIdentifying = ({ target }: PassedAnswer): boolean =>
  /^\/(cluster|software_installed|login_session)/.test(target);

export const causes: Case[] = [
  {
    title: 'no Content-Range on any part',
    whole: true,
    finding: 'header.missing',
    message: 'leaves out Content-Range',
    subject: 'Content-Range',
    tamper: ({ headers }) => void delete headers['content-range'],
    // The client says so itself.
    also: ['client.error'],
  },
  {
    title: 'every time with a blank in place of its T',
    whole: true,
    finding: 'body.format',
    message: 'The value at /*/system_time must match format "date-time"',
    subject: '/*/system_time',
    tamper: (answer) => {
      answer.text = answer.text.replaceAll(/"(\d{4}-\d\d-\d\d)T/g, '"$1 ');
    },
  },
  {
    title: 'a byte order mark before every body',
    whole: true,
    finding: 'body.encoding',
    message: 'begins its body with a byte order mark',
    subject: 'byte-order-mark',
    tamper: (answer) => {
      if (isJson(answer)) answer.bytes = Buffer.from(`\uFEFF${answer.text}`);
    },
  },
  {
    title: 'another charset on every body',
    whole: true,
    finding: 'body.encoding',
    message: 'names another charset than UTF-8',
    subject: 'charset',
    tamper: (answer) => {
      if (isJson(answer)) answer.headers['content-type'] = 'application/json; charset=iso-8859-1';
    },
  },
  {
    title: 'no token anywhere',
    whole: true,
    finding: 'auth.token',
    message: 'gives no DELL-EMC-TOKEN',
    subject: null,
    tamper: ({ headers }) => void delete headers['dell-emc-token'],
  },
  {
    title: 'a wrong text beside every literal',
    whole: true,
    finding: 'text.companion',
    message: 'a state_l10n that is not the text of Configured',
    subject: 'state_l10n Configured',
    tamper: (answer) => {
      answer.text = answer.text.replaceAll(/"(\w+_l10n)":"/g, (found, name) =>
        name === 'message_l10n' ? String(found) : `${String(found)}x`,
      );
    },
    // The array behind the proxy goes on filtering by the right texts.
    also: ['assumption.contradicted', 'query.filter', 'query.complement', 'query.order'],
  },
  {
    title: 'every integer with a fraction',
    whole: true,
    finding: 'body.number',
    message: 'writes the integer at /*/size with',
    subject: '/*/size',
    tamper: (answer) => {
      answer.text = answer.text.replaceAll(/":(\d+)(?=[,}])/g, '":$1.0');
    },
  },
  {
    title: 'every integer as a text',
    whole: true,
    finding: 'body.schema',
    message: 'The value at /*/size must be integer',
    subject: '/*/size type',
    tamper: (answer) => {
      answer.text = answer.text.replaceAll(/":(\d+)(?=[,}])/g, '":"$1"');
    },
    also: ['query.filter', 'query.complement', 'query.order'],
  },
  {
    title: 'one unknown attribute in every row',
    whole: true,
    finding: 'attribute.unknown',
    message: 'does not know links of volume',
    subject: 'links',
    tamper: everyRow((row) => ({ ...row, links: [] })),
  },
  {
    title: 'a key twice in every row',
    whole: true,
    finding: 'body.repeated-key',
    message: 'sends /*/id more than once',
    subject: '/*/id',
    tamper: (answer) => {
      answer.text = answer.text.replaceAll(/"id":"[^"]*"/g, '$&,$&');
    },
  },
  {
    title: 'no message in any error',
    whole: true,
    finding: 'error.messages',
    message: 'an error that has no messages',
    subject: null,
    tamper: (answer) => {
      if (answer.status >= 400) answer.text = '{"messages":[]}';
    },
  },
  {
    title: 'a status of its own for whatever is not there',
    whole: true,
    finding: 'status.undocumented',
    message: 'with 410, which is not among',
    subject: null,
    tamper: (answer) => {
      if (answer.status === 404) answer.status = 410;
    },
  },
  {
    title: 'an answer for everybody who is not logged in',
    whole: true,
    finding: 'auth.open',
    message: 'answers a request without credentials with 200',
    subject: 'anonymous',
    tamper: (answer) => {
      const { authorization, cookie } = answer.requestHeaders;
      if (answer.method === 'GET' && authorization === undefined && cookie === undefined)
        Object.assign(answer, { status: 200, text: /^\/\w+\/./.test(answer.target) ? '{"id":"a"}' : '[]' });
    },
  },
  {
    title: 'a list that always fails',
    whole: true,
    finding: 'resource.failing',
    message: 'does not list volume: it answers GET /volume with 500',
    subject: 'volume',
    tamper: (answer) => {
      if (isList(answer, 'volume')) Object.assign(answer, { status: 500, text: refusal });
    },
  },
  {
    title: 'a resource that the user may not read',
    whole: true,
    finding: 'resource.forbidden',
    message: 'does not let the user read job: it answers GET /job with 403',
    subject: 'job',
    tamper: refuseAll('job', 403),
  },
  {
    title: 'instances that always fail',
    whole: true,
    finding: 'operation.fails',
    message: 'does not carry out GET /policy/{id}: it answers with 500',
    subject: null,
    tamper: (answer) => {
      if (isInstance(answer, 'policy') && answer.status < 300) Object.assign(answer, { status: 500, text: refusal });
    },
  },
  {
    title: 'an instance that is not found, to which relations lead',
    whole: true,
    finding: 'instance.missing',
    message: 'does not find an instance by id that its list has',
    subject: 'id',
    tamper: notTheFirst('policy'),
  },
  {
    title: 'a page of HTML in place of every answer',
    whole: true,
    finding: 'body.media-type',
    message: 'sends the media type text/html, not application/json',
    subject: 'text/html',
    tamper: (answer) => {
      if (isIdentifying(answer)) return;
      Object.assign(answer, { status: 200, text: '<!doctype html><title>Welcome</title>' });
      answer.headers['content-type'] = 'text/html';
    },
  },
];
