// Selections, filters and orders that the array does not follow.
import { type Case, accept, byId, isAt, isList, queryOf, refuse, rows, value, withoutFilters } from './tamper.js';

export const queries: Case[] = [
  {
    title: 'a filter that does not find a literal that the contract does not know',
    on: 'replication_rule',
    finding: 'query.filter',
    message: 'leaves out a row that matches the filter rpo eq.',
    subject: 'rpo eq/left-out',
    tamper: (answer) => {
      value('replication_rule', { rpo: 'Brand_New' })(answer);
      if (isAt(answer, 'replication_rule') && answer.target.includes('Brand_New'))
        Object.assign(answer, { status: 200, text: '[]' });
    },
    also: ['literal.unknown', 'query.complement', 'query.order'],
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
    message: 'refuses a query by description',
    subject: 'description order asc',
    tamper: (answer) => {
      if (isList(answer, 'policy') && queryOf(answer).get('order')?.startsWith('description')) refuse(answer);
    },
  },
  {
    title: 'a filter that is ignored',
    on: 'volume',
    finding: 'query.filter',
    message: 'a row that does not match the filter size',
    subject: 'size and gt lte neq/let-through',
    tamper: withoutFilters('volume', (query) => query.get('and')?.startsWith('(size.') === true),
  },
  {
    title: 'a filter that keeps back what fits',
    on: 'volume_group',
    finding: 'query.filter',
    message: 'leaves out a row that matches the filter name ilike',
    subject: 'name ilike/left-out',
    tamper: rows('volume_group', (list, answer) =>
      queryOf(answer).get('name')?.startsWith('ilike') === true ? list.slice(1) : list,
    ),
    also: ['query.complement'],
  },
  {
    title: 'a filter that finds a row twice',
    on: 'policy',
    finding: 'query.filter',
    message: 'a row twice for the filter name ilike',
    subject: 'name ilike/twice',
    tamper: rows('policy', (list, answer) =>
      queryOf(answer).get('name')?.startsWith('ilike') === true ? [...list, ...list] : list,
    ),
  },
  {
    title: 'a filter that finds what is not in the list',
    on: 'remote_system',
    finding: 'query.filter',
    message: 'for the filter name ilike that is not in the list',
    subject: 'name ilike/not-listed',
    tamper: rows('remote_system', (list, answer) =>
      queryOf(answer).get('name')?.startsWith('ilike') === true
        ? [...list, ...list.slice(0, 1).map((row) => ({ ...row, id: 'x' }))]
        : list,
    ),
    also: ['query.complement'],
  },
  {
    title: 'an or that is an and',
    on: 'replication_rule',
    finding: 'query.filter',
    message: 'leaves out a row that matches the filter name or',
    subject: 'name or eq/left-out',
    tamper: rows('replication_rule', (list, answer) =>
      queryOf(answer).get('or')?.startsWith('(name.') === true ? [] : list,
    ),
  },
  {
    title: 'a negation that is ignored',
    on: 'volume',
    finding: 'query.complement',
    message: 'both for the filter name ilike and for its negation',
    subject: 'name ilike/both',
    tamper: withoutFilters('volume', (query) => query.get('name')?.startsWith('not.') === true),
  },
  {
    title: 'a negation that lets nothing through',
    on: 'volume_group',
    finding: 'query.complement',
    message: 'neither for the filter id',
    subject: 'id ilike/neither',
    tamper: rows('volume_group', (list, answer) =>
      queryOf(answer).get('id')?.startsWith('not.') === true ? [] : list,
    ),
  },
  {
    title: 'an order that is ignored',
    on: 'volume',
    finding: 'query.order',
    message: 'not in order of size',
    subject: 'size order desc',
    tamper: rows('volume', (list, answer) =>
      queryOf(answer).get('order')?.startsWith('size.') === true
        ? list.map((row, index) => ({ ...row, size: 1_048_576 * (1 + ((index * 7) % 5)) }))
        : list,
    ),
  },
  {
    title: 'an order of texts that is ignored',
    on: 'policy',
    finding: 'query.order',
    message: 'not in order of name',
    subject: 'name order desc',
    tamper: rows('policy', (list, answer) =>
      queryOf(answer).get('order')?.startsWith('name.') === true ? byId(list) : list,
    ),
  },
];
