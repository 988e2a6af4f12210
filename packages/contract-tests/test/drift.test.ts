// Drift: from the findings of a run, and from API documents that this test derives from the contract and then changes.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { readApiDocument } from '../src/drift/api-document.js';
import { compareDocuments, type DocumentComparison } from '../src/drift/compare.js';
import { describeObserved } from '../src/drift/observed.js';
import { renderProposals } from '../src/drift/proposals.js';
import { proposalsOf } from '../src/drift/proposals-of-report.js';
import type { ApiDocument } from '../src/drift/openapi.js';
import type { ReportedFinding } from '../src/index.js';
import { powerstoreContract } from './helpers/command-line.js';
import { reported } from './helpers/reported.js';
import { asSwagger } from './helpers/swagger.js';

const contract = createRequire(import.meta.url)('@powerstore-api/types/openapi.json') as ApiDocument;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powerstore-drift-'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
const file = async (content: string): Promise<string> => {
  const name = join(folder, `file-${(files += 1)}`);
  await writeFile(name, content);
  return name;
};

/** Changes something of the document: `undefined` takes it away, a function makes something else of it. */
function change(document: object, keys: string, value: unknown): void {
  const path = keys.split(' ');
  const last = String(path.pop());
  const parent = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
  const holder = parent as Record<string, unknown>;
  if (typeof value === 'function') holder[last] = (value as (before: unknown) => unknown)(holder[last]);
  else if (value === undefined) delete holder[last];
  else holder[last] = value;
}

async function compare(
  document: object,
  write: (json: object) => string = JSON.stringify,
): Promise<DocumentComparison> {
  const { document: theirs } = await readApiDocument(await file(write(document)));
  return compareDocuments(contract, theirs);
}

describe('a document that says the same', () => {
  it.each([
    ['Swagger 2.0 in JSON', () => compare(asSwagger(contract))],
    ['Swagger 2.0 in YAML', () => compare(asSwagger(contract), (json) => stringify(json))],
    ['OpenAPI 3.1', () => compare(contract)],
  ])('is no different: %s', async (_title, comparing) => {
    expect(await comparing()).toEqual({ differences: [], otherOperations: [], notCompared: [] });
  });
});

const [sessions, session] = ['paths /replication_session', 'definitions replication_session_instance'];
const without = (name: string) => (list: string[]) => list.filter((literal) => literal !== name);

/** A change of the document, and the difference that is found. */
const changes: [title: string, keys: string, value: unknown, message: string, ours: string, theirs: string][] = [
  [
    'an operation is missing',
    'paths /volume',
    undefined,
    'GET /volume is not in the document',
    'paths/~1volume/get',
    'paths',
  ],
  [
    'a parameter is missing',
    `${sessions} get parameters`,
    (list: unknown[]) => list.slice(1),
    'parameter query select is not in the document',
    'components/parameters/select',
    'paths/~1replication_session/get/parameters',
  ],
  [
    'a parameter is new',
    `${sessions} get parameters`,
    (list: unknown[]) => [...list, { name: 'lang', in: 'query', type: 'string' }],
    'GET /replication_session does not have parameter query lang',
    'paths/~1replication_session/get/parameters',
    'paths/~1replication_session/get/parameters/6',
  ],
  [
    'a parameter is of another type',
    'parameters limit type',
    'string',
    'parameter query limit is integer; the document says string',
    'components/parameters/limit/schema',
    'components/parameters/limit/schema',
  ],
  [
    'a parameter is required',
    'parameters select required',
    true,
    'parameter query select is optional; the document says required',
    'components/parameters/select',
    'components/parameters/select',
  ],
  [
    'a status is missing',
    `${sessions} get responses 206`,
    undefined,
    'GET /replication_session answers with 206; the document has no such answer',
    'paths/~1replication_session/get/responses/206',
    'paths/~1replication_session/get/responses',
  ],
  [
    'a status is new',
    `${sessions} get responses 429`,
    { description: 'x' },
    'GET /replication_session does not answer with 429',
    'paths/~1replication_session/get/responses',
    'paths/~1replication_session/get/responses/429',
  ],
  [
    'an attribute is missing',
    `${session} properties state`,
    undefined,
    'replication_session_instance.state is not in the document',
    'components/schemas/replication_session_instance/properties/state',
    'components/schemas/replication_session_instance',
  ],
  [
    'an attribute is new',
    `${session} properties shiny`,
    { type: 'integer', description: 'Was added in version 4.5.0.0.' },
    'replication_session_instance does not have shiny',
    'components/schemas/replication_session_instance/properties/shiny',
    'components/schemas/replication_session_instance/properties/shiny',
  ],
  [
    'an attribute is of another type',
    `${session} properties last_sync_duration type`,
    'string',
    'replication_session_instance.last_sync_duration is integer; the document says string',
    'components/schemas/replication_session_instance/properties/last_sync_duration',
    'components/schemas/replication_session_instance/properties/last_sync_duration',
  ],
  [
    'an attribute may not be null',
    `${session} properties last_sync_duration x-nullable`,
    undefined,
    'replication_session_instance.last_sync_duration may be null; the document says it may not',
    'components/schemas/replication_session_instance/properties/last_sync_duration',
    'components/schemas/replication_session_instance/properties/last_sync_duration',
  ],
  [
    'an attribute came with another release, in prose',
    `${session} properties id description`,
    'The id. Was added in version 2.0.0.0.',
    'replication_session_instance.id came with 1.0.0.0; the document says 2.0.0.0',
    'components/schemas/replication_session_instance/properties/id',
    'components/schemas/replication_session_instance/properties/id',
  ],
  [
    'an attribute has lost its mark',
    `${session} properties last_sync_duration x-added`,
    undefined,
    'replication_session_instance.last_sync_duration came with 2.0.0.0; the document says nothing, which is 1.0',
    'components/schemas/replication_session_instance/properties/last_sync_duration',
    'components/schemas/replication_session_instance/properties/last_sync_duration',
  ],
  [
    'a literal is missing',
    'definitions ReplicationRoleEnum enum',
    without('Source'),
    'ReplicationRoleEnum has Source; the document does not',
    'components/schemas/ReplicationRoleEnum',
    'components/schemas/ReplicationRoleEnum',
  ],
  [
    'a literal is new',
    'definitions ReplicationRoleEnum enum',
    (list: string[]) => [...list, 'Observer'],
    'ReplicationRoleEnum does not have Observer',
    'components/schemas/ReplicationRoleEnum',
    'components/schemas/ReplicationRoleEnum',
  ],
  [
    'a literal came with another release',
    'definitions ReplicationStateEnum x-added_value 3.0.0.0',
    without('Fractured'),
    'ReplicationStateEnum.Fractured came with 3.0.0.0; the document says nothing, which is 1.0',
    'components/schemas/ReplicationStateEnum',
    'components/schemas/ReplicationStateEnum',
  ],
  [
    'a field of a body is missing',
    'definitions replication_session_failover properties is_planned',
    undefined,
    'replication_session_failover.is_planned is not in the document',
    'components/schemas/replication_session_failover/properties/is_planned',
    'components/schemas/replication_session_failover',
  ],
  [
    'a body is missing',
    'paths /replication_session/{id}/failover post parameters',
    (list: { in?: string }[]) => list.filter((parameter) => parameter.in !== 'body'),
    'POST /replication_session/{id}/failover takes a body; the document has none',
    'paths/~1replication_session~1{id}~1failover/post/requestBody',
    'paths/~1replication_session~1{id}~1failover/post',
  ],
];

describe('each difference is one line, with where it is on both sides', () => {
  it.each(changes)('%s', async (_title, keys, value, message, ours, theirs) => {
    const document = asSwagger(contract);
    change(document, keys, value);
    const { differences } = await compare(document);
    expect(differences.find((difference) => difference.message === message)).toMatchObject({ ours, theirs });
    // Taking a whole path away takes all its operations away.
    expect(differences.length).toBeLessThanOrEqual(keys === 'paths /volume' ? 1 : 2);
  });

  it('further operations are counted, and marks that the document never uses are not compared', async () => {
    const document = asSwagger(contract);
    change(document, 'paths /alert', { get: { responses: { 200: { description: 'x' } } } });
    const { otherOperations } = await compare(document);
    expect(otherOperations).toEqual(['GET /alert']);
    const silent = JSON.stringify(document).replaceAll(/"x-(nullable|added|added_value)":/g, '"x-other":');
    expect(await compare(JSON.parse(silent) as object)).toEqual({
      differences: [],
      otherOperations: ['GET /alert'],
      notCompared: ['null values', 'the releases that added its parts'],
    });
  });

  it('references in a circle come to an end', async () => {
    const document = asSwagger(contract);
    change(document, 'definitions related_volume properties replication_sessions', {
      type: 'array',
      items: { $ref: '#/definitions/replication_session_instance' },
    });
    expect((await compare(document)).differences).toEqual([]);
  });
});

describe('a file or address without an API document', () => {
  it.each([
    ['neither JSON nor YAML', '{ "a": ', /neither JSON nor YAML/],
    ['another kind of document', '{"a":1}', /neither swagger 2\.0 nor openapi/],
    ['a list', '[]', /not an object/],
  ])('%s is refused in one line', async (_title, text, message) => {
    await expect(readApiDocument(await file(text))).rejects.toThrow(message);
  });

  it('is refused: missing, redirected, or with a password in its address', async () => {
    await expect(readApiDocument(join(folder, 'none'))).rejects.toThrow(
      /The API document .* cannot be read: there is no such file\. Name a file or an address/,
    );
    await expect(readApiDocument('https://monitor:hunter2@127.0.0.1/x')).rejects.toThrow(
      /^(?!.*hunter2).*holds credentials/,
    );
    await expect(readApiDocument('https://monitor:hunter2@127.0.0.1:99999/x')).rejects.toThrow(
      /^(?!.*hunter2).*is not a URL/,
    );
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/moved' ? 302 : 200, { location: '/document' }).end(JSON.stringify(contract));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(readApiDocument(`${url}/moved`)).rejects.toThrow(/answers http\S+ with 302/);
    expect(await readApiDocument(`${url}/document`)).toMatchObject({ isSwagger: false });
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
});

const finding = (id: string, place: string, message: string, sample: string): ReportedFinding => ({
  id,
  place,
  message,
  sample,
  severity: 'note',
  operation: 'volume_collection_query',
  request: 'GET /volume',
  status: 200,
  remedy: 'x',
  checks: ['c'],
  sites: ['a'],
  times: 1,
});

const state = 'components/schemas/ReplicationStateEnum';
const volume = 'components/schemas/volume_instance';
const seen = [
  finding(
    'attribute.unknown',
    `${volume}/properties/shiny`,
    'The contract does not know shiny of volume.',
    'list of time',
  ),
  finding('literal.unknown', state, 'ReplicationState has no literal Dreaming', 'Dreaming'),
  finding('literal.unknown', state, 'ReplicationState has no literal Waking', 'Waking'),
  finding('status.undocumented', 'paths/~1volume/get/responses', '418 is not among the documented 200', '418'),
  finding('body.null', `${volume}/properties/size`, '/*/size is null', 'null'),
  finding('body.null', `${volume}/properties/type`, '/*/type is null', 'null'),
  finding('release.too-new', `${volume}/properties/nsid`, 'volume has nsid', 'integer'),
  // It is no fault of the contract.
  finding('paging.total', 'paths/~1volume/get', 'a total', '1'),
];

describe('the findings of a run', () => {
  it('are grouped by the place in the files of the contract', () => {
    const lines = describeObserved(seen).join('\n');
    expect(lines).toContain('Drift: the array differs from the contract (6 places)');
    expect(lines).toMatch(
      /spec\/powerstore\.yaml components › schemas › ReplicationStateEnum\n.*Dreaming.*\n.*literal\.unknown.*Waking.*seen: Waking/,
    );
    expect(lines).toContain('spec/sections/volume.yaml paths › /volume › get › responses');
    expect(lines).not.toContain('paging.total');
    expect(describeObserved([])).toEqual([]);
  });

  it('become YAML to paste, by file, each with its reason', () => {
    const text = renderProposals(
      proposalsOf({ findings: seen, arrays: [{ site: 'a', label: 'a', release: '4.5.0.0' }] }),
    );
    const [entry, section] = parseAllDocuments(text).map((document) => document.toJS() as unknown);
    expect(entry).toEqual({
      components: {
        schemas: {
          ReplicationStateEnum: {
            enum: ['Dreaming', 'Waking'],
            'x-added_value': { '4.5.0.0': ['Dreaming', 'Waking'] },
          },
        },
      },
    });
    expect(section).toEqual({
      components: {
        schemas: {
          volume_instance: {
            properties: {
              nsid: { 'x-added': '4.5.0.0' },
              shiny: {
                description: 'To be described.',
                'x-added': '4.5.0.0',
                type: 'array',
                items: { type: 'string', format: 'date-time' },
                'x-source': ["capture 'release 4.5.0.0'"],
              },
              size: { type: ['integer', 'null'] },
              type: {
                anyOf: [
                  { $ref: '#/components/schemas/VolumeTypeEnum' },
                  { $ref: '#/components/schemas/UnknownLiteral' },
                  { type: 'null' },
                ],
              },
            },
          },
        },
      },
      paths: {
        '/volume': {
          get: { responses: { 418: { description: 'To be described.', 'x-source': ["capture 'release 4.5.0.0'"] } } },
        },
      },
    });
    expect(text).toMatch(/^# spec\/powerstore\.yaml$/m);
    expect(text).toMatch(
      /# attribute\.unknown: The contract does not know shiny of volume\. Seen on 4\.5\.0\.0\.\n +shiny:/,
    );
  });
});

describe('the command line', () => {
  it('compares, proposes and ends with 1; without a report or a document it ends with 2', async () => {
    const document = asSwagger(contract);
    change(document, 'definitions ReplicationRoleEnum enum', (list: string[]) => [...list, 'Observer']);
    const proposals = join(folder, 'proposals.yaml');
    const { code, out, err } = await powerstoreContract([
      'drift',
      '--document',
      await file(JSON.stringify(document)),
      '--proposals',
      proposals,
    ]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(
      /^ReplicationRoleEnum does not have Observer \(3 times\)\n {2}ours {4}spec\/powerstore\.yaml components › schemas › ReplicationRoleEnum\n {2}theirs {2}#\/definitions\/ReplicationRoleEnum$/m,
    );
    expect(out).toContain('\n1 difference.\n');
    expect(parse(await readFile(proposals, 'utf8'))).toEqual({
      components: { schemas: { ReplicationRoleEnum: { enum: ['Observer'] } } },
    });
    const none = await powerstoreContract(['drift', '--report', await file(JSON.stringify(reported()))]);
    expect([none.code, none.out]).toEqual([0, 'No drift.\n']);
    const malformed = await powerstoreContract([
      'drift',
      '--document',
      await file('openapi: 3.1.0\npaths: { /volume: }'),
    ]);
    expect([malformed.code, malformed.err]).toEqual([
      2,
      expect.stringMatching(/^Could not run: .* cannot be compared: /),
    ]);
    const neither = await powerstoreContract(['drift']);
    expect([neither.code, neither.err]).toEqual([2, 'Could not run: Name either --report or --document.\n']);
  });

  it.each<[string, string]>([
    ['paths that are null', '{"openapi":"3.1.0","paths":null}'],
    ['paths that are null, in Swagger', '{"swagger":"2.0","paths":null}'],
    [
      'a reference that is a number',
      '{"openapi":"3.1.0","paths":{"/volume":{"get":{"responses":{"200":{"$ref":7}}}}}}',
    ],
    ['parameters that are no list', '{"openapi":"3.1.0","paths":{"/volume":{"get":{"parameters":7}}}}'],
    ['objects without end', `{"openapi":"3.1.0","x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
    ['lists without end, in YAML', `openapi: 3.1.0\nx: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['an anchor inside of what it names', 'openapi: 3.1.0\nx: &a { y: *a }\npaths: {}'],
    [
      'anchors that multiply',
      `openapi: 3.1.0\na0: &a0 [x]\n${Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`).join('\n')}\npaths: {}`,
    ],
  ])('says in one line that it cannot compare, and ends with 2: %s', async (_title, content) => {
    const { code, out, err } = await powerstoreContract(['drift', '--document', await file(content)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Could not run: \S*file-\d+ .*\n$/);
  });

  it('comes to an end on thirty schemas of ten parts, each of which is the next schema', async () => {
    const document = structuredClone(contract) as { components: { schemas: Record<string, unknown> } };
    const { schemas } = document.components;
    schemas['link_30'] = schemas['volume_instance'];
    for (let link = 0; link < 30; link += 1)
      schemas[`link_${link}`] = {
        allOf: Array.from({ length: 10 }, () => ({ $ref: `#/components/schemas/link_${link + 1}` })),
      };
    schemas['volume_instance'] = { $ref: '#/components/schemas/link_0' };
    expect(await compare(document)).toMatchObject({ differences: [] });
  });
});
