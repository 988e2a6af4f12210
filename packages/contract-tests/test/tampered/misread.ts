// Arrays that read a part of a query wrongly, or not at all.
import type { PassedAnswer, ReadRequest } from '../helpers/tampering-proxy.js';
import { type Case, isList, queryOf, refuse, type Row } from './tamper.js';

type Headers = ReadRequest['headers'];

const notFilters = new Set(['select', 'order', 'limit', 'offset']);

/** The names of the filters of a query. */
const filtersIn = (query: URLSearchParams): string[] => [...query.keys()].filter((name) => !notFilters.has(name));

const isFiltered = (query: URLSearchParams): boolean => filtersIn(query).length > 0;

/** Rewrites a parameter where the query has it. */
function change(query: URLSearchParams, name: string, by: (value: string) => string): void {
  const value = query.get(name);
  if (value !== null) query.set(name, by(value));
}

const changeFilters = (query: URLSearchParams, by: (value: string) => string): void => {
  for (const name of filtersIn(query)) change(query, name, by);
};

/** Rewrites the filters that are no groups. */
const changeSingle = (query: URLSearchParams, by: (value: string) => string): void => {
  for (const name of filtersIn(query).filter((it) => !/and$|or$/.test(it))) change(query, name, by);
};

/** Gives a parameter another name. */
function rename(query: URLSearchParams, name: string, other: string): void {
  const value = query.get(name);
  if (value === null) return;
  query.delete(name);
  query.set(other, value);
}

const changeSelect = (query: URLSearchParams, by: (value: string) => string): void => change(query, 'select', by);

/** Changes rows of the lists that a query asks for. */
const rowsFor =
  (on: string, isAsked: (query: URLSearchParams, headers: Headers) => boolean, by: (row: Row) => Row) =>
  (answer: PassedAnswer): void => {
    if (isList(answer, on) && isAsked(queryOf(answer), answer.requestHeaders))
      answer.text = JSON.stringify((JSON.parse(answer.text) as Row[]).map(by));
  };

const sessions = 'replication_session';

/** An array that takes another query for the one that it got. */
const misread = (
  title: string,
  on: string,
  finding: Case['finding'],
  subject: RegExp,
  read: NonNullable<Case['misread']>,
  also: string[] = [],
): Case => ({ title, on, finding, message: 'The array', subject, misread: read, also });

export const misreadQueries: Case[] = [
  // Filters and their groups.
  misread(
    'the second of two filters is ignored',
    sessions,
    'query.filter',
    /^\w+=\S+&\w+=\S+\/let-through$/,
    (query) => {
      const [, second] = filtersIn(query);
      if (second !== undefined) query.delete(second);
    },
  ),
  misread(
    'the first of two filters is ignored',
    'volume',
    'query.filter',
    /^\w+=\S+&\w+=\S+\/let-through$/,
    (query) => {
      const [first, second] = filtersIn(query);
      if (first !== undefined && second !== undefined) query.delete(first);
    },
  ),
  misread(
    'a filter beside a group is ignored',
    'volume_group',
    'query.filter',
    /^\w+=\S+&(and|or)=\(.*\)\/(let-through|left-out)$/,
    (query) => {
      const group = ['and', 'or'].find((it) => query.has(it));
      for (const name of filtersIn(query)) if (group !== undefined && name !== group) query.delete(name);
    },
  ),
  misread(
    'a group beside a filter is ignored',
    'volume',
    'query.filter',
    /^\w+=\S+&(and|or)=\(.*\)\/(let-through|left-out)$/,
    (query) => {
      if (filtersIn(query).length > 1) for (const group of ['and', 'or']) query.delete(group);
    },
  ),
  misread('an and is read as an or', 'policy', 'query.filter', /^and=\(.*\)\/let-through$/, (query) =>
    rename(query, 'and', 'or'),
  ),
  misread('an or is read as an and', 'volume', 'query.filter', /^or=\(.*\)\/left-out$/, (query) =>
    rename(query, 'or', 'and'),
  ),
  misread('an or within an and is read as an and', sessions, 'query.filter', /^and=\(.*or\(.*\/left-out$/, (query) =>
    change(query, 'and', (value) => value.replaceAll('or(', 'and(')),
  ),
  misread('a group within a group is ignored', 'policy', 'query.filter', /^(and|or)=\(.*(or|and)\(.*\/\S+$/, (query) =>
    changeFilters(query, (value) => value.replace(/,(and|or)\(.*\)\)$/, ')')),
  ),
  misread('the not of a group is ignored', 'volume', 'query.filter', /^not\.(and|or)=\(/, (query) => {
    rename(query, 'not.and', 'and');
    rename(query, 'not.or', 'or');
  }),
  misread('the not within a group is ignored', 'replication_rule', 'query.filter', /^(and|or)=\(.*\.not\./, (query) => {
    for (const group of ['and', 'or']) change(query, group, (value) => value.replaceAll('.not.', '.'));
  }),
  misread('only the last of a group counts', sessions, 'query.filter', /^(and|or)=\(.*,.*\)/, (query) =>
    change(query, 'and', (value) => value.replace(/^\([^(]*,(?=[^,()]+\)$)/, '(')),
  ),
  misread('a not at top level is ignored', 'policy', 'query.filter', /^\w+=not\.\S+\/let-through$/, (query) =>
    changeSingle(query, (value) => value.replace(/^not\./, '')),
  ),
  // Operators.
  misread('gt is read as gte', 'volume_group', 'query.filter', /gt\S*\/let-through$/, (query) =>
    changeFilters(query, (value) => value.replaceAll(/(^|\.)gt\./g, '$1gte.')),
  ),
  misread('lte is read as lt within a group', sessions, 'query.filter', /^(and|or)=\(.*lte/, (query) => {
    for (const group of ['and', 'or']) change(query, group, (value) => value.replaceAll('.lte.', '.lt.'));
  }),
  misread('of an in, only the first counts', 'policy', 'query.filter', /in\S*\/left-out$/, (query) =>
    changeFilters(query, (value) => value.replaceAll(/in\.\(([^,()]*),[^()]*\)/g, 'in.($1)')),
  ),
  misread('neq is read as eq within an or', 'volume', 'query.filter', /^or=\(.*neq/, (query) =>
    change(query, 'or', (value) => value.replaceAll('.neq.', '.eq.')),
  ),
  misread('is.null is read as its opposite within an or', sessions, 'query.filter', /^or=\(.*is\.null/, (query) =>
    change(query, 'or', (value) => value.replaceAll(/(?<!\.not)\.is\.null/g, '.not.is.null')),
  ),
  misread('ilike takes no wildcard at the end', 'replication_rule', 'query.filter', /ilike\S*\/left-out$/, (query) =>
    changeFilters(query, (value) => value.replaceAll(/(ilike\.[^,()]*)\*(?=$|[,)])/g, '$1')),
  ),
  misread('cd is read as cs', 'remote_system', 'query.filter', /cd\S*\/(left-out|let-through)$/, (query) =>
    changeFilters(query, (value) => value.replaceAll('cd.{', 'cs.{')),
  ),
  // Order.
  misread('the second attribute of an order is ignored', sessions, 'query.order', /^order=\w+,\w+/, (query) =>
    change(query, 'order', (value) => value.replace(/,.*/, '')),
  ),
  misread('a direction in capitals is ignored', 'volume', 'query.order', /^order=\w+\.DESC\/order$/, (query) =>
    change(query, 'order', (value) => value.replace('.DESC', '')),
  ),
  misread('an order without a direction descends', 'policy', 'query.order', /^order=\w+(,\w+)*\/order$/, (query) =>
    change(query, 'order', (value) => value.replaceAll(/(^|,)(\w+)(?=,|$)/g, '$1$2.desc')),
  ),
  misread('a filtered list is in no order', 'replication_rule', 'query.order', /=.*&order=/, (query) => {
    if (isFiltered(query) && query.get('order') !== 'id') query.delete('order');
  }),
  misread(
    'a part is in no order',
    'volume',
    'query.order',
    /^order=\S+&(limit|offset|Range)/,
    (query, headers) => {
      if ((query.get('limit') ?? '2000') !== '2000' || headers.range !== undefined) query.delete('order');
    },
    ['query.part'],
  ),
  // Parts.
  misread('offset is ignored where there is a filter', sessions, 'query.part', /^filter&offset\/part$/, (query) => {
    if (isFiltered(query)) query.delete('offset');
  }),
  misread('limit is ignored where there is a filter', 'policy', 'query.part', /^filter&limit\/part$/, (query) => {
    if (isFiltered(query)) query.delete('limit');
  }),
  misread(
    'offset without limit is ignored',
    'replication_rule',
    'query.part',
    /^offset\/part$/,
    (query) => {
      if (!query.has('limit')) query.delete('offset');
    },
    ['status.unexpected'],
  ),
  misread('Range is ignored', sessions, 'paging.range', /^Range: first-(last)?\/part$/, (_query, headers) => {
    delete headers.range;
  }),
  misread(
    'Range is ignored where there is a filter',
    'volume',
    'paging.range',
    /^filter&Range: first-(last)?\/part$/,
    (query, headers) => {
      if (isFiltered(query)) delete headers.range;
    },
  ),
  misread(
    'the last of a Range is left out',
    'policy',
    'paging.range',
    /^Range: first-last\/part$/,
    (_query, headers) => {
      const [first, last] = String(headers.range ?? '').split('-');
      if (last && Number(last) > Number(first)) headers.range = `${first}-${Number(last) - 1}`;
    },
  ),
  misread(
    'a Range without its last begins at 0',
    'replication_rule',
    'paging.range',
    /^Range: first-\/part$/,
    (_query, headers) => {
      if (headers.range?.endsWith('-')) headers.range = '0-';
    },
  ),
  {
    title: 'a filtered page has the total of the whole collection',
    on: 'volume',
    finding: 'paging.total',
    message: 'another total in Content-Range',
    subject: /^filter&(limit|offset|Range)[^/]*\/total$/,
    tamper: (answer) => {
      const { headers } = answer;
      if (isList(answer, 'volume') && isFiltered(queryOf(answer)) && typeof headers['content-range'] === 'string')
        headers['content-range'] = headers['content-range'].replace(/\/.*/, '/14');
    },
  },
  {
    title: 'a Content-Range that counts from 1 where Range asks',
    on: 'volume_group',
    finding: 'paging.content-range',
    message: 'another range in Content-Range',
    subject: /^Range: first-(last)?\/content-range$/,
    tamper: (answer) => {
      const { headers } = answer;
      const [, first, last, total] = /^(\d+)-(\d+)\/(\d+)$/.exec(String(headers['content-range'])) ?? [];
      if (isList(answer, 'volume_group') && answer.requestHeaders.range !== undefined && total !== undefined)
        headers['content-range'] = `${Number(first) + 1}-${Number(last) + 1}/${total}`;
    },
  },
  {
    title: 'a filtered part passed off as the whole',
    on: sessions,
    finding: 'paging.status',
    message: 'with 200, and returns only a part',
    subject: /^filter&(limit|offset|Range)[^/]*\/status$/,
    tamper: (answer) => {
      if (isList(answer, sessions) && answer.status === 206 && isFiltered(queryOf(answer))) answer.status = 200;
    },
  },
  // Selections.
  {
    title: 'a * that leaves out an attribute',
    on: 'policy',
    finding: 'select.missing',
    message: 'leaves out managed_by, which was selected. The query is select=*',
    subject: 'select=* managed_by',
    tamper: rowsFor(
      'policy',
      (query) => query.get('select') === '*',
      ({ managed_by: _managedBy, ...row }) => row,
    ),
  },
  {
    title: 'a * that has other values',
    on: 'volume',
    finding: 'query.value',
    message: 'another size for an instance than in another list',
    subject: 'select=* size',
    tamper: rowsFor(
      'volume',
      (query) => query.get('select') === '*',
      (row) => ({ ...row, size: Number(row['size']) / 1024 }),
    ),
  },
  misread(
    'the attributes of a relation are ignored',
    sessions,
    'select.missing',
    /^select=\w+\(…\) \w+\.\w+$/,
    (query) => changeSelect(query, (value) => value.replace(/\((?!\*)[^()]*\)/, '')),
  ),
  misread('the * of a relation is ignored', 'policy', 'select.missing', /^select=\w+\(\*\) \w+\.\w+$/, (query) =>
    changeSelect(query, (value) => value.replace('(*)', '')),
  ),
  misread(
    'a relation within a relation is ignored',
    'replication_rule',
    'select.missing',
    /^select=\w+\(\w+\(id\)\) \w+\.\w+$/,
    (query) => changeSelect(query, (value) => value.replace(/,\w+\(id\)\)/, ')')),
  ),
  misread(
    'a relation comes whole where its id was asked for',
    'volume',
    'select.extra',
    /^select=\w+ \w+\.\w+$/,
    (query) =>
      changeSelect(query, (value) =>
        value.replace(/^(id,)(protection_policy|volume_groups|replication_sessions)$/, '$1$2(*)'),
      ),
  ),
  misread(
    'a filter by what is not selected is ignored',
    'remote_system',
    'query.filter',
    /let-through$/,
    (query) => {
      const selected = (query.get('select') ?? 'id').split(',');
      for (const name of filtersIn(query))
        if (!['and', 'or', 'not.and', 'not.or'].includes(name) && selected[0] !== '*' && !selected.includes(name))
          query.delete(name);
    },
    ['query.unknown'],
  ),
  // Refusals.
  {
    title: 'a direction in capitals is refused',
    on: 'volume_group',
    finding: 'query.refused',
    message: 'refuses the query order=id.DESC',
    subject: 'order=id.DESC',
    tamper: (answer) => {
      if (isList(answer, 'volume_group') && answer.target.includes('.DESC')) refuse(answer);
    },
  },
  {
    title: 'a Range is refused where there is a filter',
    on: 'policy',
    finding: 'query.refused',
    message: 'refuses the query id=eq&Range: first-',
    subject: /^id=eq&Range: first-(last)?$/,
    tamper: (answer) => {
      if (isList(answer, 'policy') && isFiltered(queryOf(answer)) && answer.requestHeaders.range !== undefined)
        refuse(answer);
    },
  },
  {
    title: 'groups within groups are refused',
    on: 'replication_rule',
    finding: 'query.not-taken',
    message: 'refuses the query',
    subject: /^(and|or)=\(.*(and|or)\(.*\)$/,
    tamper: (answer) => {
      if (
        isList(answer, 'replication_rule') &&
        /(?:and|or)=\(.*[(,](?:and|or)\(/.test(decodeURIComponent(answer.target))
      )
        refuse(answer);
    },
  },
  {
    title: 'a * of a relation is refused',
    on: sessions,
    finding: 'query.refused',
    message: 'refuses the query select=',
    subject: /^select=\w+\(\*\)$/,
    tamper: (answer) => {
      if (isList(answer, sessions) && queryOf(answer).get('select')?.includes('(*)') === true) refuse(answer);
    },
  },
];
