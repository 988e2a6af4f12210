// A wrong answer is found, and for the right reason; a right one raises no alarm.
import { createMockServer, type MockServer } from '@powerstore-api/mock-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { powerstoreContract } from './command-line.js';
import { createSpoilingProxy, type PassedAnswer, type Spoil } from './spoiling-proxy.js';

let mock: MockServer;

beforeAll(async () => {
  mock = await createMockServer();
});
afterAll(() => mock.close());

const check = async (spoil: Spoil) => {
  await using proxy = await createSpoilingProxy(mock.url, spoil);
  const { username, password } = mock;
  const environment = { POWERSTORE_URL: proxy.url, POWERSTORE_USERNAME: username, POWERSTORE_PASSWORD: password };
  return { outcome: await powerstoreContract([], environment), requests: proxy.requests };
};

type Row = Record<string, unknown>;

/** Rewrites the rows of the lists of replication sessions. */
const rows =
  (change: (rows: Row[], answer: PassedAnswer) => unknown): Spoil =>
  (answer) => {
    if (!/^\/replication_session(\?|$)/.test(answer.target) || answer.status >= 300) return;
    answer.text = JSON.stringify(change(JSON.parse(answer.text) as Row[], answer));
  };

const eachRow = (change: Row): Spoil => rows((list) => list.map((row) => ({ ...row, ...change })));

/** Rewrites the header of parts of the lists of replication sessions. */
const contentRange =
  (change: (value: string) => string | undefined): Spoil =>
  ({ target, headers }) => {
    if (!target.startsWith('/replication_session') || typeof headers['content-range'] !== 'string') return;
    const value = change(headers['content-range']);
    if (value === undefined) delete headers['content-range'];
    else headers['content-range'] = value;
  };

const ofInstances =
  (change: Spoil): Spoil =>
  (answer) => {
    if (answer.target.startsWith('/replication_session/')) change(answer);
  };

const cases: [title: string, finding: string, reason: string, spoil: Spoil][] = [
  ['a value of the wrong type', 'body.schema', '/*/state must be string', (answer) => selected(answer, 'state', 7)],
  [
    'null where none is documented',
    'body.schema',
    '/*/role must be string',
    (answer) => selected(answer, 'role', null),
  ],
  ['a list that is an object', 'body.schema', '/ must be array', rows((list) => ({ items: list }))],
  [
    'an undocumented status',
    'status.undocumented',
    '418 is not among',
    ofInstances((answer) => void (answer.status = 418)),
  ],
  ['a part without Content-Range', 'header.missing', 'Content-Range is missing', contentRange(() => undefined)],
  [
    'a malformed Content-Range',
    'header.format',
    'Content-Range is not of the form',
    contentRange((value) => `items ${value}`),
  ],
  [
    'a total that is too large',
    'paging.total',
    'says 11 in all, but there are 10',
    contentRange((value) => value.replace('/10', '/11')),
  ],
  [
    'a range that is not the one sent',
    'paging.content-range',
    'the body holds',
    contentRange((value) => value.replace(/^\d+/, '1')),
  ],
  ['an instance in two parts', 'paging.duplicate', 'in two parts', parts((list, all) => [all, ...list.slice(1)])],
  ['an instance in no part', 'paging.missing', 'in no part', parts((list) => list.slice(1))],
  ['a part passed off as the whole', 'paging.status', 'answered with 200', partsAsWhole],
  ['a Range that is ignored', 'paging.range', 'answer differently', ignoreRange],
  ['an attribute nobody selected', 'select.extra', 'not selected, but there: state', eachRow({ state: 'OK' })],
  ['an unknown attribute accepted', 'select.unknown', 'was accepted', acceptUnknown],
  [
    'a page of HTML',
    'body.media-type',
    'text/html',
    ofInstances(({ headers }) => void (headers['content-type'] = 'text/html')),
  ],
  ['a body cut off', 'body.json', 'is no JSON', ofInstances((answer) => void (answer.text = answer.text.slice(0, -2)))],
  ['another instance than asked for', 'instance.id', 'another instance', anotherInstance],
  ['another instance than was named', 'instance.id', 'another instance', anotherVolume],
  ['an error that says nothing', 'error.messages', 'has no messages', sayNothing],
  ['an answer for nobody', 'status.unexpected', '200 where 401 was expected', answerNobody],
  ['selected attributes that are missing', 'select.missing', 'not there: type, remote_system', dropAttributes],
  ['rows without an id', 'select.missing', 'not there: id', rows((list) => list.map(() => ({})))],
  ['a cluster that is not there', 'collection.empty', 'cluster is empty', noCluster],
  [
    'a media type that only begins alike',
    'body.media-type',
    'json-seq',
    ofInstances(({ headers }) => void (headers['content-type'] = 'application/json-seq')),
  ],
  [
    'a redirect',
    'status.undocumented',
    '302 is not among',
    ofInstances((answer) => void Object.assign(answer, { status: 302, headers: { location: '/' } })),
  ],
];

it('leaves no login session behind', async () => {
  const sessions = { opened: 0, ended: 0 };
  const { outcome } = await check(({ target, status, headers }) => {
    if (headers['set-cookie']?.length) sessions.opened += 1;
    if (target === '/logout' && status === 204) sessions.ended += 1;
  });
  expect(outcome.code).toBe(0);
  // The one before the run, that of the suite, and that of the client it tries.
  expect(sessions).toEqual({ opened: 3, ended: 3 });
});

it('has nothing to say about answers that are right, and only reads', async () => {
  const { outcome, requests } = await check(() => undefined);
  expect(outcome.out).toContain('Conforms to the contract.');
  expect(outcome.out).toMatch(/\n\d+ passed, 0 failed\n$/);
  expect(outcome.code).toBe(0);
  const writes = requests.filter((request) => !request.startsWith('GET '));
  expect(new Set(writes)).toEqual(new Set(['POST /api/rest/logout']));
});

it.each<[string, string | undefined, Spoil]>([
  [
    'an attribute that the contract does not know',
    'attribute.unknown: not in the contract: brand_new',
    eachRow({ brand_new: 1 }),
  ],
  ['a literal that the contract does not know', undefined, (answer) => selected(answer, 'state', 'Brand_New')],
])('conforms with %s', async (_title, note, spoil) => {
  const { outcome } = await check(spoil);
  expect(outcome.out).toContain('Conforms to the contract.');
  expect(outcome.out.includes('Notes (')).toBe(note !== undefined);
  expect(outcome.out).toContain(note ?? 'Conforms');
  expect(outcome.code).toBe(0);
});

it.each(cases)('finds %s', async (_title, finding, reason, spoil) => {
  const { outcome } = await check(spoil);
  expect(outcome.code, outcome.err).toBe(1);
  const found = outcome.out.split('\n').filter((line) => line.includes(`${finding}: `));
  expect(found.join('\n')).toContain(reason);
  expect(outcome.out).toContain('Does not conform to the contract.');
  expect(outcome.out).not.toContain(mock.password);
});

function selected(answer: PassedAnswer, attribute: string, value: unknown): void {
  const change = rows((list) => list.map((row) => (attribute in row ? { ...row, [attribute]: value } : row)));
  // The client has checks of its own and is not what is tested here.
  if (answer.target.includes('last_sync_timestamp')) change(answer);
}

function parts(change: (rows: Row[], first: Row) => unknown): Spoil {
  let first: Row = {};
  return rows((list, { status }) => {
    if (status === 200) [first = {}] = list;
    return status === 206 ? change(list, first) : list;
  });
}

function partsAsWhole(answer: PassedAnswer): void {
  if (answer.status === 206) answer.status = 200;
}

function ignoreRange(answer: PassedAnswer): void {
  if (answer.requestHeaders.range !== undefined) answer.text = answer.text.replace(/"id":"[^"]*"/, '"id":"another"');
}

function acceptUnknown(answer: PassedAnswer): void {
  if (!answer.target.includes('no_such_attribute')) return;
  Object.assign(answer, { status: 200, text: '[]' });
}

function anotherInstance(answer: PassedAnswer): void {
  ofInstances(() => {
    if (answer.status === 200) answer.text = answer.text.replace(/"id":"[^"]*"/, '"id":"another"');
  })(answer);
}

function anotherVolume(answer: PassedAnswer): void {
  if (answer.target.startsWith('/volume/name:') && answer.status === 200) answer.text = '{"id":"another"}';
}

function sayNothing(answer: PassedAnswer): void {
  if (answer.status === 404) answer.text = '{"error":"not found"}';
}

function answerNobody(answer: PassedAnswer): void {
  const { authorization, cookie } = answer.requestHeaders;
  if (authorization === undefined && cookie === undefined) Object.assign(answer, { status: 200, text: '[]' });
}

function dropAttributes(answer: PassedAnswer): void {
  rows((list) => list.map(({ type: _type, remote_system: _system, ...rest }) => rest))(answer);
}

function noCluster(answer: PassedAnswer): void {
  if (answer.target.startsWith('/cluster?') && answer.status === 200) answer.text = '[]';
}
