// Selections, filters and orders that the array does not follow.
import type { PassedAnswer } from '../helpers/tampering-proxy.js';
import { type Case, accept, byId, isAt, isList, queryOf, refuse, rows, value } from './tamper.js';

/** Whether one of the filters of a list begins so. */
const isAskedBy = (answer: PassedAnswer, beginning: string): boolean =>
  [...queryOf(answer).values()].some((it) => it.startsWith(beginning));

export const queries: Case[] = [
  {
    title: 'a filter that does not find a literal that the contract does not know',
    on: 'replication_rule',
    finding: 'query.filter',
    message: 'leaves out a row that matches the query rpo=eq',
    subject: 'rpo=eq/left-out',
    tamper: (answer) => {
      value('replication_rule', { rpo: 'Brand_New' })(answer);
      if (isAt(answer, 'replication_rule') && answer.target.includes('Brand_New'))
        Object.assign(answer, { status: 200, text: '[]' });
    },
    also: ['literal.unknown', 'query.order'],
  },
  {
    title: 'selected attributes that are missing',
    on: 'volume_group',
    finding: 'select.missing',
    message: 'leaves out is_importing, which was selected',
    subject: 'type',
    tamper: rows('volume_group', (list) => list.map(({ type: _type, is_importing: _importing, ...rest }) => rest)),
  },
  {
    title: 'an attribute nobody selected',
    on: 'replication_rule',
    finding: 'select.extra',
    message: 'sends name, which was not selected',
    subject: 'name',
    tamper: rows('replication_rule', (list) => list.map((row) => ({ name: 'a', ...row }))),
  },
  {
    title: 'an unknown attribute selected',
    on: 'login_session',
    finding: 'select.unknown',
    message: 'accepts a selection',
    subject: null,
    tamper: accept('login_session', 'no_such_attribute'),
  },
  {
    title: 'an unknown attribute selected of an instance',
    on: 'cluster',
    finding: 'select.unknown',
    message: 'accepts a selection',
    subject: null,
    tamper: accept('cluster/0', 'no_such_attribute', '{"id":"0"}'),
  },
  {
    title: 'a filter by what does not exist',
    on: 'host_volume_mapping',
    finding: 'query.unknown',
    message: 'accepts a filter by no_such_attribute',
    subject: 'no_such_attribute',
    tamper: accept('host_volume_mapping', 'no_such_attribute=eq'),
  },
  {
    title: 'an operator that does not exist',
    on: 'job',
    finding: 'query.unknown',
    message: 'accepts a filter by no_such_operator',
    subject: 'no_such_operator',
    tamper: accept('job', 'no_such_operator'),
  },
  {
    title: 'an order by what does not exist',
    on: 'software_installed',
    finding: 'query.unknown',
    message: 'accepts an order by no_such_attribute',
    subject: 'order',
    tamper: accept('software_installed', 'order=no_such'),
  },
  {
    title: 'a literal that cannot be asked for',
    on: 'job',
    finding: 'query.refused',
    message: 'refuses a filter by the phase Failing',
    subject: 'phase in Failing',
    tamper: (answer) => {
      if (isList(answer, 'job') && /[(,]Failing[,)]/.test(queryOf(answer).get('phase') ?? '')) refuse(answer);
    },
  },
  {
    title: 'an order that is refused',
    on: 'policy',
    finding: 'query.refused',
    message: 'refuses the query order=description',
    subject: 'order=description',
    tamper: (answer) => {
      if (isList(answer, 'policy') && queryOf(answer).get('order')?.startsWith('description')) refuse(answer);
    },
  },
  {
    title: 'a filter that keeps back what fits',
    on: 'volume_group',
    finding: 'query.filter',
    message: 'leaves out a row that matches the query',
    subject: /^\w+=ilike\/left-out$/,
    tamper: rows('volume_group', (list, answer) => (isAskedBy(answer, 'ilike.') ? list.slice(1) : list)),
  },
  {
    title: 'a filter that finds a row twice',
    on: 'policy',
    finding: 'query.filter',
    message: 'a row twice for the query',
    subject: /^\w+=ilike\/twice$/,
    tamper: rows('policy', (list, answer) => (isAskedBy(answer, 'ilike.') ? [...list, ...list] : list)),
  },
  {
    title: 'a filter that finds what is not in the list',
    on: 'remote_system',
    finding: 'query.filter',
    message: 'that is not in the list',
    subject: /^\w+=ilike\/not-listed$/,
    tamper: rows('remote_system', (list, answer) =>
      isAskedBy(answer, 'ilike.') ? [...list, ...list.slice(0, 1).map((row) => ({ ...row, id: 'x' }))] : list,
    ),
  },
  {
    title: 'a negation that lets nothing through',
    on: 'volume_group',
    finding: 'query.filter',
    message: 'leaves out a row that matches the query',
    subject: /^\w+=not\.\S+\/left-out$/,
    tamper: rows('volume_group', (list, answer) => (isAskedBy(answer, 'not.') ? [] : list)),
  },
  {
    title: 'an order of texts that is ignored',
    on: 'policy',
    finding: 'query.order',
    message: 'not in order for the query order=name',
    subject: /^order=name/,
    tamper: rows('policy', (list, answer) =>
      queryOf(answer).get('order')?.startsWith('name.') === true ? byId(list) : list,
    ),
  },
];
