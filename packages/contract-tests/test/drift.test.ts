// Drift: from the findings of a run, and from API documents that this test derives from the contract and then changes.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { readApiDocument } from '../src/drift/api-document.js';
import { describeObserved } from '../src/drift/observed.js';
import { renderProposals } from '../src/drift/proposals.js';
import { proposalsOf } from '../src/drift/proposals-of-report.js';
import type { Finding, Placed, ReportedFinding } from '../src/index.js';
import { change, compare, contract, temporaryFolder, writeTemporary } from './helpers/changed-document.js';
import { powerstoreContract } from './helpers/command-line.js';
import { pasteAndLint } from './helpers/paste.js';
import { reported } from './helpers/reported.js';
import { asSwagger } from './helpers/swagger.js';

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
    'definitions replication_session_failover_request properties is_planned',
    undefined,
    'replication_session_failover_request.is_planned is not in the document',
    'components/schemas/replication_session_failover_request/properties/is_planned',
    'components/schemas/replication_session_failover_request',
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
    await expect(readApiDocument(await writeTemporary(text))).rejects.toThrow(message);
  });

  it('is refused: missing, redirected, or with a password in its address', async () => {
    await expect(readApiDocument(join(await temporaryFolder(), 'none'))).rejects.toThrow(
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

const finding = (id: string, place: string, message: string, sample: string): ReportedFinding => {
  const found: Placed = {
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
  };
  return { ...found, places: [found] };
};

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
  finding('status.undocumented', 'paths/~1volume/get/responses', '422 is not among the documented 200', '422'),
  finding('body.null', `${volume}/properties/size`, '/*/size is null', 'null'),
  finding('assumption.contradicted', `${volume}/properties/type`, 'volume_instance.type is null', 'null'),
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

  it('become YAML to paste, by file, each with its reason, and the contract still lints', async () => {
    const text = renderProposals(
      proposalsOf({ findings: seen, arrays: [{ site: 'a', label: 'a', release: '4.5.0.0' }] }),
    );
    const [entry, section] = parseAllDocuments(text).map((document) => document.toJS() as unknown);
    expect(entry).toEqual({
      components: {
        schemas: {
          ReplicationStateEnum: {
            enum: ['Dreaming', 'Waking'],
            'x-display_enum_text': { Dreaming: 'Dreaming', Waking: 'Waking' },
            'x-source': ["capture 'release 4.5.0.0'"],
          },
        },
      },
    });
    expect(section).toEqual({
      components: {
        schemas: {
          volume_instance: {
            properties: {
              shiny: {
                description: 'To be described.',
                type: 'array',
                items: { type: 'string', format: 'date-time' },
                'x-source': ["capture 'release 4.5.0.0'"],
              },
              size: { type: ['integer', 'null'] },
              type: {
                anyOf: [{ type: 'null' }],
              },
            },
          },
        },
      },
      paths: {
        '/volume': {
          get: {
            responses: {
              422: { $ref: '../powerstore.yaml#/components/responses/unprocessable' },
            },
          },
        },
      },
    });
    expect(text).toMatch(/^# spec\/powerstore\.yaml$/m);
    expect(await pasteAndLint(text)).toMatchObject({ code: 0, output: expect.stringContaining('no problem found') });
    expect(text).toMatch(
      /# attribute\.unknown: The contract does not know shiny of volume\. Seen on 4\.5\.0\.0\.\n +shiny:/,
    );
  });
});

describe('the command line', () => {
  it('compares, proposes and ends with 1; without a report or a document it ends with 2', async () => {
    const document = asSwagger(contract);
    change(document, 'definitions ReplicationRoleEnum enum', (list: string[]) => [...list, 'Observer']);
    const proposals = join(await temporaryFolder(), 'proposals.yaml');
    const { code, out, err } = await powerstoreContract([
      'drift',
      '--document',
      await writeTemporary(JSON.stringify(document)),
      '--proposals',
      proposals,
    ]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(
      /^ReplicationRoleEnum does not have Observer \(3 times\)\n {2}ours {4}spec\/powerstore\.yaml components › schemas › ReplicationRoleEnum\n {2}theirs {2}#\/definitions\/ReplicationRoleEnum$/m,
    );
    expect(out).toContain('\n1 difference.\n');
    expect(parse(await readFile(proposals, 'utf8'))).toEqual({
      components: {
        schemas: {
          ReplicationRoleEnum: {
            enum: ['Observer'],
            'x-display_enum_text': { Observer: 'Observer' },
            'x-source': ['document-4.1'],
          },
        },
      },
    });
    const none = await powerstoreContract(['drift', '--report', await writeTemporary(JSON.stringify(reported()))]);
    expect([none.code, none.out]).toEqual([0, 'No drift.\n']);
    const neither = await powerstoreContract(['drift']);
    expect([neither.code, neither.err]).toEqual([2, 'Could not run: Name either --report or --document.\n']);
  });
});

describe('a status that failed a check', () => {
  const undocumented: Finding = {
    id: 'status.undocumented',
    severity: 'error',
    operation: 'policy_collection_query',
    request: 'GET /policy',
    status: 404,
    message: 'The array answers with 404, which is not among the documented 200.',
    remedy: 'x',
    place: 'paths/~1policy/get/responses',
    sample: '404',
  };
  const unexpected: Finding = { ...undocumented, id: 'status.unexpected', message: 'x' };
  delete unexpected.place;

  it('is no drift and no proposal', () => {
    expect(proposalsOf(reported(undocumented))).toHaveLength(1);
    for (const failed of [unexpected, { ...unexpected, id: 'instance.missing' }]) {
      expect(proposalsOf(reported(undocumented, failed))).toEqual([]);
      expect(describeObserved(reported(undocumented, failed).findings)).toEqual([]);
    }
  });

  it('leaves another status, and the status of another operation, as they were', () => {
    for (const other of [
      { ...unexpected, status: 405 },
      { ...unexpected, operation: 'volume_collection_query' as const },
      { ...unexpected, severity: 'note' as const },
    ])
      expect(proposalsOf(reported(undocumented, other))).toHaveLength(1);
  });
});
