// A wrong answer is found, and for the right reason. Several are tried in a run, each on a resource of its own, so that
// nothing that is found can come from another one.
import { createSimulator, type Simulator } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FindingId } from '../src/index.js';
import { run, type Run } from './helpers/in-process.js';
import { createSpoilingProxy, type PassedAnswer, type Spoil, withoutRows } from './helpers/spoiling-proxy.js';

type Row = Record<string, unknown>;

interface Case {
  title: string;
  /** The resource whose answers are spoiled; without one, all may be, and nothing else is tried in the run. */
  on?: string;
  finding: FindingId;
  reason: string;
  /** Other findings that follow. */
  also?: string[];
  spoil: Spoil;
}

const isList = ({ target, status }: PassedAnswer, on: string): boolean =>
  new RegExp(`^/${on}(\\?|$)`).test(target) && status < 300;
const isInstance = ({ target }: PassedAnswer, on: string): boolean => target.startsWith(`/${on}/`);
const queryOf = ({ target }: PassedAnswer): URLSearchParams => new URL(target, 'http://a').searchParams;

/** Rewrites the rows of the lists of a resource. */
const rows =
  (on: string, change: (rows: Row[], answer: PassedAnswer) => unknown): Spoil =>
  (answer) => {
    if (isList(answer, on)) answer.text = JSON.stringify(change(JSON.parse(answer.text) as Row[], answer));
  };

/** Gives an attribute of each row another value, in lists and instances alike. */
const value =
  (on: string, changes: Row): Spoil =>
  (answer) => {
    if (answer.status >= 300) return;
    const changed = (row: Row): Row =>
      Object.fromEntries(Object.entries(row).map(([name, was]) => [name, name in changes ? changes[name] : was]));
    if (isList(answer, on)) answer.text = JSON.stringify((JSON.parse(answer.text) as Row[]).map(changed));
    if (isInstance(answer, on)) answer.text = JSON.stringify(changed(JSON.parse(answer.text) as Row));
  };

const instances =
  (on: string, change: Spoil): Spoil =>
  (answer) => {
    if (isInstance(answer, on)) change(answer);
  };

/** Rewrites the header of parts of lists. */
const contentRange =
  (on: string, change: (value: string) => string | undefined): Spoil =>
  (answer) => {
    const { headers } = answer;
    if (!isList(answer, on) || typeof headers['content-range'] !== 'string') return;
    const changed = change(headers['content-range']);
    if (changed === undefined) delete headers['content-range'];
    else headers['content-range'] = changed;
  };

/** Answers what a filter or an order that is refused was asked with. */
const accept =
  (on: string, asked: string, text = '[]'): Spoil =>
  (answer) => {
    if (answer.target.startsWith(`/${on}?`) && answer.target.includes(asked))
      Object.assign(answer, { status: 200, text });
  };

const refusal = '{"messages":[{"code":"0xE04040010005","severity":"Error","message_l10n":"No."}]}';
const refuse = (answer: PassedAnswer): void => void Object.assign(answer, { status: 400, text: refusal });

/** The rows of a list as they are without what is asked for: they are kept from the first time all were read. */
function withoutFilters(on: string, isFiltered: (query: URLSearchParams) => boolean): Spoil {
  const all = new Map<unknown, Row>();
  return (answer) => {
    if (!isList(answer, on)) return;
    const query = queryOf(answer);
    const list = JSON.parse(answer.text) as Row[];
    for (const row of list) all.set(row['id'], { ...all.get(row['id']), ...row });
    if (!isFiltered(query)) return;
    const selected = query.get('select')?.split(',') ?? [];
    const some = [...all.values()].map((row) => Object.fromEntries(selected.map((name) => [name, row[name] ?? null])));
    answer.text = JSON.stringify(some);
  };
}

/** Changes parts of the sessions, and leaves the whole as it is. */
function parts(change: (rows: Row[], first: Row) => unknown): Spoil {
  let first: Row = {};
  return rows('replication_session', (list, { status, target }) => {
    if (!target.includes('select=id&order=id')) return list;
    if (status === 200) [first = {}] = list;
    return status === 206 && list.length > 1 ? change(list, first) : list;
  });
}

const sessions = 'replication_session';

const cases: Case[] = [
  {
    title: 'a value of the wrong type',
    on: 'volume',
    finding: 'body.schema',
    reason: '/*/nsid must be integer',
    spoil: value('volume', { nsid: [] }),
  },
  {
    title: 'a list that is an object',
    on: 'host_volume_mapping',
    finding: 'body.schema',
    reason: '/ must be array',
    spoil: rows('host_volume_mapping', (items) => ({ items })),
  },
  {
    title: 'a truth value that is a text',
    on: 'volume_group',
    finding: 'body.schema',
    reason: '/*/is_write_order_consistent must be boolean',
    spoil: value('volume_group', { is_write_order_consistent: 'yes' }),
    also: ['query.filter', 'query.complement', 'query.order'],
  },
  {
    title: 'nothing in place of a list',
    on: 'job',
    finding: 'body.json',
    reason: 'is no JSON',
    spoil: (answer) => {
      if (isList(answer, 'job')) answer.text = '';
    },
    also: ['query.refused', 'paging.missing', 'select.missing', 'body.schema', 'query.filter'],
  },
  {
    title: 'null in place of a list',
    on: 'cluster',
    finding: 'body.null',
    reason: '/ is null',
    spoil: (answer) => {
      if (isList(answer, 'cluster') && !answer.target.includes('global_id')) answer.text = 'null';
    },
    also: ['collection.empty'],
  },
  {
    title: 'no media type',
    on: 'replication_rule',
    finding: 'body.media-type',
    reason: 'the media type is none',
    spoil: instances('replication_rule', ({ headers }) => void delete headers['content-type']),
  },
  {
    title: 'an answer for an id that nobody has',
    on: 'job',
    finding: 'status.unexpected',
    reason: '200 where 404 was expected',
    spoil: instances('job', (answer) => {
      if (answer.target.includes('/00000000-') && answer.status === 404)
        Object.assign(answer, { status: 200, text: '{"id":"00000000-0000-0000-0000-000000000000"}' });
    }),
  },
  {
    title: 'a total that is too small',
    on: sessions,
    finding: 'paging.total',
    reason: 'says 17 in all, but there are 18',
    spoil: contentRange(sessions, (was) => was.replace('/18', '/17')),
    also: ['paging.content-range', 'paging.missing', 'client.list', 'status.unexpected'],
  },
  {
    title: 'a row that is no object',
    on: 'software_installed',
    finding: 'body.schema',
    reason: '/* must be object',
    spoil: rows('software_installed', (list, { target }) => (target.includes('release_version') ? list : [...list, 7])),
  },
  {
    title: 'null where none is documented',
    on: 'policy',
    finding: 'body.null',
    reason: '/*/name is null',
    spoil: value('policy', { name: null }),
  },
  {
    title: 'a null deep inside',
    on: 'remote_system',
    finding: 'body.null',
    reason: 'is null',
    spoil: rows('remote_system', (list) =>
      list.map((row) => ('replication_rules' in row ? { ...row, replication_rules: [{ id: null }] } : row)),
    ),
    also: ['instance.differs'],
  },
  {
    title: 'a time that is none',
    on: 'volume_group',
    finding: 'body.format',
    reason: '/*/creation_timestamp must match format "date-time"',
    spoil: value('volume_group', { creation_timestamp: '1 January' }),
  },
  {
    title: 'a literal that the contract does not know',
    on: 'replication_rule',
    finding: 'literal.unknown',
    reason: 'RPO has no literal Brand_New',
    spoil: value('replication_rule', { rpo: 'Brand_New' }),
    also: ['query.refused'],
  },
  {
    title: 'an attribute that the contract does not know',
    on: 'cluster',
    finding: 'attribute.unknown',
    reason: 'not in the contract: brand_new of cluster',
    spoil: rows('cluster', (list) => list.map((row) => ({ ...row, brand_new: 1 }))),
  },
  {
    title: 'a literal that is deprecated',
    on: 'remote_system',
    finding: 'version.deprecated',
    reason: 'RemoteSystemType.NetApp is deprecated since 4.4.0.0',
    spoil: value('remote_system', { type: 'NetApp', type_l10n: 'NetApp' }),
    also: ['query.filter', 'query.complement', 'query.order'],
  },
  {
    title: 'a text that does not go with its literal',
    on: 'software_installed',
    finding: 'text.companion',
    reason: 'build_type_l10n is not the text of Release',
    spoil: value('software_installed', { build_type_l10n: 'Freed' }),
    also: ['query.filter', 'query.complement', 'query.order'],
  },
  {
    title: 'an undocumented status',
    on: 'policy',
    finding: 'status.undocumented',
    reason: '418 is not among',
    spoil: instances('policy', (answer) => void (answer.status = 418)),
    also: ['status.unexpected'],
  },
  {
    title: 'a redirect',
    on: 'volume',
    finding: 'status.undocumented',
    reason: '302 is not among',
    spoil: instances('volume', (answer) => void Object.assign(answer, { status: 302, headers: { location: '/' } })),
    also: ['status.unexpected'],
  },
  {
    title: 'another status than there should be',
    on: 'replication_rule',
    finding: 'status.unexpected',
    reason: '401 where 406 was expected',
    spoil: (answer) => {
      if (isAt(answer, 'replication_rule') && answer.status === 406) answer.status = 401;
    },
  },
  {
    title: 'a part without Content-Range',
    on: 'volume',
    finding: 'header.missing',
    reason: 'Content-Range is missing',
    spoil: contentRange('volume', () => undefined),
  },
  {
    title: 'a malformed Content-Range',
    on: 'policy',
    finding: 'header.format',
    reason: 'Content-Range is not of the form',
    spoil: contentRange('policy', (was) => `items ${was}`),
  },
  {
    title: 'a page of HTML',
    on: 'volume_group',
    finding: 'body.media-type',
    reason: 'text/html',
    spoil: instances('volume_group', ({ headers }) => void (headers['content-type'] = 'text/html')),
  },
  {
    title: 'a media type that only begins alike',
    on: 'software_installed',
    finding: 'body.media-type',
    reason: 'json-seq',
    spoil: instances('software_installed', ({ headers }) => void (headers['content-type'] = 'application/json-seq')),
  },
  {
    title: 'a body cut off',
    on: 'cluster',
    finding: 'body.json',
    reason: 'is no JSON',
    spoil: instances('cluster', (answer) => void (answer.text = answer.text.slice(0, -2))),
    also: ['error.messages', 'instance.id'],
  },
  {
    title: 'an error that says nothing',
    on: 'login_session',
    finding: 'error.messages',
    reason: 'has no messages',
    spoil: (answer) => {
      if (isAt(answer, 'login_session') && answer.status >= 400) answer.text = '{"messages":[{"severity":"Error"}]}';
    },
  },
  {
    title: 'selected attributes that are missing',
    on: 'volume_group',
    finding: 'select.missing',
    reason: 'not there: type, is_importing',
    spoil: rows('volume_group', (list) => list.map(({ type: _type, is_importing: _importing, ...rest }) => rest)),
  },
  {
    title: 'an attribute nobody selected',
    on: 'replication_rule',
    finding: 'select.extra',
    reason: 'not selected, but there: name',
    spoil: rows('replication_rule', (list) => list.map((row) => ({ name: 'a', ...row }))),
  },
  {
    title: 'an unknown attribute selected',
    on: 'login_session',
    finding: 'select.unknown',
    reason: 'was accepted',
    spoil: accept('login_session', 'no_such_attribute'),
  },
  {
    title: 'an unknown attribute selected of an instance',
    on: 'cluster',
    finding: 'select.unknown',
    reason: 'was accepted',
    spoil: accept('cluster/0', 'no_such_attribute', '{"id":"0"}'),
  },
  {
    title: 'a filter by what does not exist',
    on: 'host_volume_mapping',
    finding: 'query.unknown',
    reason: 'no_such_attribute was accepted',
    spoil: accept('host_volume_mapping', 'no_such_attribute=eq'),
  },
  {
    title: 'an operator that does not exist',
    on: 'job',
    finding: 'query.unknown',
    reason: 'id was accepted',
    spoil: accept('job', 'no_such_operator'),
  },
  {
    title: 'an order by what does not exist',
    on: 'software_installed',
    finding: 'query.unknown',
    reason: 'order was accepted',
    spoil: accept('software_installed', 'order=no_such'),
  },
  {
    title: 'a literal that cannot be asked for',
    on: 'job',
    finding: 'query.refused',
    reason: 'phase cannot be asked for Failing',
    spoil: (answer) => {
      if (isList(answer, 'job') && /[(,]Failing[,)]/.test(queryOf(answer).get('phase') ?? '')) refuse(answer);
    },
  },
  {
    title: 'an order that is refused',
    on: 'policy',
    finding: 'query.refused',
    reason: 'description cannot be asked for',
    spoil: (answer) => {
      if (isList(answer, 'policy') && queryOf(answer).get('order')?.startsWith('description')) refuse(answer);
    },
  },
  {
    title: 'a filter that is ignored',
    on: 'volume',
    finding: 'query.filter',
    reason: 'a row is let through that does not fit by its size',
    spoil: withoutFilters('volume', (query) => query.get('and')?.startsWith('(size.') === true),
  },
  {
    title: 'a filter that keeps back what fits',
    on: 'volume_group',
    finding: 'query.filter',
    reason: 'a row is kept back that fits by its name',
    spoil: rows('volume_group', (list, answer) =>
      queryOf(answer).get('name')?.startsWith('ilike') === true ? list.slice(1) : list,
    ),
    also: ['query.complement'],
  },
  {
    title: 'a filter that finds a row twice',
    on: 'policy',
    finding: 'query.filter',
    reason: 'a row is answered twice when filtered by name',
    spoil: rows('policy', (list, answer) =>
      queryOf(answer).get('name')?.startsWith('ilike') === true ? [...list, ...list] : list,
    ),
  },
  {
    title: 'a filter that finds what is not in the list',
    on: 'remote_system',
    finding: 'query.filter',
    reason: 'a row is found by name that is not in the list',
    spoil: rows('remote_system', (list, answer) =>
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
    reason: 'a row is kept back that fits by its name',
    spoil: rows('replication_rule', (list, answer) =>
      queryOf(answer).get('or')?.startsWith('(name.') === true ? [] : list,
    ),
  },
  {
    title: 'a negation that is ignored',
    on: 'volume',
    finding: 'query.complement',
    reason: 'a row passes both a filter by name and its negation',
    spoil: withoutFilters('volume', (query) => query.get('name')?.startsWith('not.') === true),
  },
  {
    title: 'a negation that lets nothing through',
    on: 'volume_group',
    finding: 'query.complement',
    reason: 'a row passes neither a filter by id nor its negation',
    spoil: rows('volume_group', (list, answer) => (queryOf(answer).get('id')?.startsWith('not.') === true ? [] : list)),
  },
  {
    title: 'an order that is ignored',
    on: 'volume',
    finding: 'query.order',
    reason: 'not in order of size',
    spoil: rows('volume', (list, answer) =>
      queryOf(answer).get('order')?.startsWith('size.') === true
        ? list.map((row, index) => ({ ...row, size: 1_048_576 * (1 + ((index * 7) % 5)) }))
        : list,
    ),
  },
  {
    title: 'an order of texts that is ignored',
    on: 'policy',
    finding: 'query.order',
    reason: 'not in order of name',
    spoil: rows('policy', (list, answer) =>
      queryOf(answer).get('order')?.startsWith('name.') === true ? byId(list) : list,
    ),
  },
  {
    title: 'a cluster that is not there',
    on: 'cluster',
    finding: 'collection.empty',
    reason: 'cluster is empty',
    // The first time it is asked who it is.
    spoil: rows('cluster', (list, { target }) => (target.includes('system_time') ? [] : list)),
  },
  {
    title: 'another instance than was asked for',
    on: 'job',
    finding: 'instance.id',
    reason: 'another instance',
    spoil: (answer) => {
      if (isInstance(answer, 'job') && answer.status === 404)
        Object.assign(answer, { status: 200, text: '{"id":"x"}' });
      if (isList(answer, 'job') && answer.target.includes('limit=3')) answer.text = '[{"id":"y"}]';
    },
    also: ['status.unexpected', 'select.unknown'],
  },
  {
    title: 'another instance than was named',
    on: 'volume',
    finding: 'instance.id',
    reason: 'another instance',
    spoil: (answer) => {
      if (answer.target.startsWith('/volume/name') && answer.status === 200) answer.text = '{"id":"another"}';
    },
  },
  {
    title: 'an instance that differs from its row',
    on: 'policy',
    finding: 'instance.differs',
    reason: 'other than in the list: description',
    spoil: instances('policy', (answer) => {
      const row = JSON.parse(answer.text) as Row;
      if ('description' in row) answer.text = JSON.stringify({ ...row, description: 'another' });
    }),
  },
  {
    title: 'a total that is too large',
    on: sessions,
    finding: 'paging.total',
    reason: 'says 19 in all, but there are 18',
    spoil: contentRange(sessions, (was) => was.replace('/18', '/19')),
    also: ['paging.missing'],
  },
  {
    title: 'a range that is not the one sent',
    on: sessions,
    finding: 'paging.content-range',
    reason: 'the body holds',
    spoil: contentRange(sessions, (was) => was.replace(/^\d+/, '1')),
    also: ['client.error'],
  },
  {
    title: 'an instance in two parts',
    on: sessions,
    finding: 'paging.duplicate',
    reason: 'in two parts',
    spoil: parts((list, first) => [first, ...list.slice(1)]),
    also: ['paging.missing', 'client.list'],
  },
  {
    title: 'an instance in no part',
    on: sessions,
    finding: 'paging.missing',
    reason: 'in no part',
    spoil: parts((list) => list.slice(1)),
    also: ['paging.content-range'],
  },
  {
    title: 'a part passed off as the whole',
    on: sessions,
    finding: 'paging.status',
    reason: 'answered with 200',
    spoil: (answer) => {
      if (isList(answer, sessions) && answer.status === 206) answer.status = 200;
    },
  },
  {
    title: 'a Range that is ignored',
    on: sessions,
    finding: 'paging.range',
    reason: 'answer differently',
    spoil: (answer) => {
      if (answer.requestHeaders.range !== undefined)
        answer.text = answer.text.replace(/"id":"[^"]*"/, '"id":"another"');
    },
  },
  {
    title: 'a total with nothing at its end',
    on: 'remote_system',
    finding: 'paging.missing',
    reason: 'there is no last one of 2',
    spoil: rows('remote_system', (list, { target }) =>
      target.includes('offset=1') && !target.includes('0000') ? [] : list,
    ),
  },
  {
    title: 'an answer for nobody',
    on: 'host_volume_mapping',
    finding: 'auth.open',
    reason: '200 for somebody who is not logged in',
    spoil: (answer) => {
      const { authorization, cookie } = answer.requestHeaders;
      if (answer.target.startsWith('/host_volume_mapping') && authorization === undefined && cookie === undefined)
        Object.assign(answer, { status: 200, text: answer.target.includes('/0000') ? '{"id":"a"}' : '[]' });
    },
  },
  {
    title: 'an answer after logout',
    on: 'cluster',
    finding: 'auth.open',
    reason: '200 after logout',
    spoil: (answer) => {
      if (answer.target === '/cluster' && answer.requestHeaders.cookie !== undefined && answer.status === 401)
        Object.assign(answer, { status: 200, text: '[]' });
    },
  },
  {
    title: 'an answer that repeats the cookie',
    on: 'software_installed',
    finding: 'auth.echo',
    reason: 'the answer repeats the cookie',
    spoil: (answer) => {
      if (isInstance(answer, 'software_installed'))
        answer.headers['x-debug'] = `session ${answer.requestHeaders.cookie}`;
    },
  },
  {
    title: 'an error that repeats the password',
    on: 'login_session',
    finding: 'auth.echo',
    reason: 'the answer repeats the password',
    spoil: (answer) => {
      if (isAt(answer, 'login_session') && answer.status === 400)
        answer.text = answer.text.replace('"message_l10n":"', `"message_l10n":"${simulator.a.password} `);
    },
  },
  {
    title: 'a cookie that scripts can read',
    on: 'login_session',
    finding: 'auth.cookie-attributes',
    reason: 'auth_cookie lacks HttpOnly',
    spoil: ({ target, headers }) => {
      if (!target.startsWith('/login_session')) return;
      headers['set-cookie'] = [headers['set-cookie'] ?? []].flat().map((cookie) => cookie.replace('; HttpOnly', ''));
    },
  },
  {
    title: 'a login without a token',
    finding: 'auth.token',
    reason: 'gave no DELL-EMC-TOKEN',
    spoil: ({ headers }) => void delete headers['dell-emc-token'],
  },
  {
    title: 'a login without a cookie',
    finding: 'auth.cookie',
    reason: 'set no auth_cookie',
    spoil: ({ headers }) => void (headers['set-cookie'] = []),
  },
];

const isAt = ({ target }: PassedAnswer, on: string): boolean => new RegExp(`^/${on}([/?]|$)`).test(target);

const byId = (list: Row[]): Row[] => list.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));

/** Cases that do not meet, together. */
function batchesOf(all: readonly Case[]): Case[][] {
  const batches: Case[][] = [];
  for (const one of all) {
    const fitting =
      one.on === undefined
        ? undefined
        : batches.find((batch) => batch.every(({ on }) => on !== undefined && on !== one.on));
    if (fitting) fitting.push(one);
    else batches.push([one]);
  }
  return batches;
}

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ release: '4.4', fast: true, clock: 'manual' });
});
afterAll(() => simulator.close());

const runs = new Map<Case, () => Promise<Run>>();
function runOf(one: Case): Promise<Run> {
  const start = runs.get(one);
  if (!start) throw new Error(`${one.title} is in no batch`);
  return start();
}

for (const batch of batchesOf(cases)) {
  let running: Promise<Run> | undefined;
  const start = async (): Promise<Run> => {
    // Only the resources that it is about have rows.
    const few = withoutRows(...batch.flatMap(({ on }) => on ?? []));
    await using proxy = await createSpoilingProxy(simulator.a.url, async (answer) => {
      await few(answer);
      for (const { spoil } of batch) await spoil(answer);
    });
    return await run(simulator.a, { through: proxy.url });
  };
  for (const one of batch) runs.set(one, () => (running ??= start()));
}

/** What was found, each by the finding that is right. */
const caught = new Set<string>();
afterAll(() => console.log(`${caught.size} of ${cases.length} spoiled answers were found`));

it.each(cases.map((one) => [one.title, one] as const))('finds %s', async (_title, one) => {
  const { on, finding, reason, also = [] } = one;
  const { report, printed } = await runOf(one);
  const findings = report.findings.filter(({ operationId }) => on === undefined || resourceOf(operationId) === on);
  const found = findings.filter(({ id }) => id === finding).map(({ what }) => what);
  expect(found.join('\n'), JSON.stringify(findings, null, 1)).toContain(reason);
  // What is tried alone may have any consequence.
  const expected = new Set<string>(on === undefined ? findings.map(({ id }) => id) : [finding, ...also]);
  expect(findings.filter(({ id }) => !expected.has(id))).toEqual([]);
  expect(JSON.stringify(report) + printed).not.toContain(simulator.a.password);
  caught.add(one.title);
});

it('conforms with what is only worth a note or a warning', async () => {
  const harmless = cases.filter(({ finding }) => ['attribute.unknown', 'auth.cookie-attributes'].includes(finding));
  await using proxy = await createSpoilingProxy(simulator.a.url, async (answer) => {
    for (const spoil of [withoutRows(), ...harmless.map((one) => one.spoil)]) await spoil(answer);
  });
  const { report, printed } = await run(simulator.a, { through: proxy.url });
  expect(new Set(report.findings.map(({ severity }) => severity))).toEqual(new Set(['note', 'warning']));
  expect(report.summary.verdict).toBe('conforms');
  expect(printed).toContain('Conforms to the contract.');
});

const resourceOf = (operationId: string): string => operationId.replace(/_(collection|instance)_query$/, '');
