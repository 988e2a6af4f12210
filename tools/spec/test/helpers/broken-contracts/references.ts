import type { BrokenContract } from './broken-contract.ts';

const sync = '  /replication_session/{id}/sync:\n';

export const references: BrokenContract[] = [
  {
    mistake: 'a reference to nothing',
    after: sync,
    find: "'400': { $ref: '#/components/responses/bad_request' }",
    replace: "'400': { $ref: '#/components/responses/bad_requests' }",
    rule: 'no-unresolved-refs',
    at: 'bad_requests',
    message: "Can't resolve $ref",
    // Lint stops here.
    hides: /^(?!no-unresolved-refs)/,
  },
  {
    mistake: 'a reference to a file that is not there',
    after: '        volumes:\n',
    find: 'sections/volume.yaml',
    replace: 'sections/volumes.yaml',
    rule: 'no-unresolved-refs',
    at: 'sections/volumes.yaml',
    message: "Can't resolve $ref",
    // Lint stops here.
    hides: /^(?!no-unresolved-refs)/,
  },
  {
    mistake: 'references in a circle',
    file: 'sections/replication_rule.yaml',
    after: '    related_replication_rule:\n',
    find: "type: [string, 'null']",
    replace: "$ref: '../powerstore.yaml#/components/schemas/replication_session_instance'",
    rule: 'powerstore/no-reference-cycle',
    reportedIn: 'powerstore.yaml',
    at: "schemas/related_replication_rule'",
    message:
      'replication_session_instance → related_replication_rule → replication_session_instance. Reference a related_… schema with scalar attributes instead.',
  },
  {
    mistake: 'a schema that references itself',
    after: '    replication_element_pair:\n',
    find: "type: [string, 'null']",
    replace: "anyOf: [{ $ref: '#/components/schemas/replication_element_pair' }, { type: 'null' }]",
    rule: 'powerstore/no-reference-cycle',
    at: "'#/components/schemas/replication_element_pair'",
    message: 'replication_element_pair → replication_element_pair. Reference a related_… schema',
  },
  {
    mistake: 'a schema whose name another file has',
    file: 'sections/job.yaml',
    after: '    job_response_body:\n',
    find: "items: { $ref: '../powerstore.yaml#/components/schemas/error_message' }",
    replace: `items: { $ref: '#/components/schemas/error_message' }
        snapshot_id:
          description: 'A snapshot.'
          type: string
    error_message:
      description: A message of a job.
      type: object
      x-source: [assumed/answer]
      properties:
        code: { type: string }
        severity: { type: string }
        severity_l10n: { type: string }
        message_l10n: { type: string }
        arguments: { type: array, items: { type: string } }
    another:
      type: object
      x-source: [assumed/answer]
      properties:
`,
    rule: 'powerstore/unique-name',
    at: '    error_message:\n',
    message: 'powerstore.yaml has a schema "error_message" too: reference that one, or give this one another name.',
  },
];
