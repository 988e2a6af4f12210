import type { BrokenContract } from './broken-contract.ts';

export const forGenerators: BrokenContract[] = [
  {
    mistake: 'an operation with the name of a schema',
    after: '  /replication_session/{id}/sync:\n',
    find: 'operationId: replication_session_sync',
    replace: 'operationId: replication_element_pair',
    rule: 'powerstore/for-generators',
    at: 'replication_element_pair',
    message:
      'A schema is called replication_element_pair too, and generators make a type of both names. Call the schema of a body replication_element_pair_request.',
  },
  {
    mistake: 'a server variable with a description',
    find: 'array: { default: powerstore.example.com }',
    replace: 'array: { default: powerstore.example.com, description: Host name or address. }',
    rule: 'powerstore/for-generators',
    at: 'Host name or address.',
    message: 'Describe it in the description of the server.',
  },
  {
    mistake: 'a pattern without an example',
    after: '    content_range_when_known:\n',
    find: '      example: 0-9/10\n',
    replace: '',
    rule: 'powerstore/for-generators',
    at: 'pattern:',
    message: 'Converters make random text of a pattern. Give an example beside it, which they take instead.',
  },
  {
    mistake: 'a component that nothing refers to',
    after: '  parameters:\n    replication_session_id:\n',
    find: '    select:\n',
    replace: `    other_id:
      name: other_id
      in: query
      description: Nothing refers to it.
      schema: { type: string }
      x-source: [document-4.4]
    select:
`,
    rule: 'no-unused-components',
    at: 'other_id:',
    message: 'Component: "other_id" is never used.',
  },
  {
    mistake: 'the id of an instance that no example has, in a path',
    after: '  parameters:\n    replication_session_id:\n',
    find: 'example: 2754bad0-cfcd-4796-a06b-78368bad1cd7',
    replace: 'example: 2754bad0-0000-4796-a06b-78368bad1cd7',
    rule: 'powerstore/example-id',
    at: '2754bad0-0000-4796-a06b-78368bad1cd7',
    message:
      'No replication_session in the examples of GET /replication_session/{id} is 2754bad0-0000-4796-a06b-78368bad1cd7.',
  },
  {
    mistake: 'the name of an instance that no example has, in a path',
    file: 'sections/volume.yaml',
    find: "'name:database'",
    replace: "'name:data'",
    rule: 'powerstore/example-id',
    at: "'name:data'",
    message: 'Take the id of one of them, or name: and its name.',
  },
  {
    mistake: 'the id of an instance that no example has, in a body',
    file: 'sections/volume.yaml',
    after: '      operationId: volume_modify\n',
    find: 'name:thirty-minutes',
    replace: 'name:sixty-minutes',
    rule: 'powerstore/example-id',
    at: 'name:sixty-minutes',
    message: 'No policy in the examples of GET /policy/{id} is name:sixty-minutes.',
  },
];
