import type { BrokenContract } from './broken-contract.ts';

const sync = '  /replication_session/{id}/sync:\n';

export const answers: BrokenContract[] = [
  {
    mistake: 'an operation that is never busy',
    after: sync,
    find: "        '503': { $ref: '#/components/responses/service_unavailable' }\n",
    replace: '',
    rule: 'powerstore/error-shape',
    at: 'responses:',
    message: 'Every operation can answer 503: reference its response in components/responses.',
  },
  {
    mistake: 'an error in another shape',
    after: '    internal_error:\n',
    find: "schema: { $ref: '#/components/schemas/error_response' }",
    replace: 'schema: { type: object }',
    rule: 'powerstore/error-shape',
    at: 'internal_error:',
    message: 'An error answers with application/json and the schema error_response.',
    // Lint does not look at its examples then.
    hides: /error-shape/,
  },
  {
    mistake: 'an error without a body',
    after: '    internal_error:\n',
    find: "      content:\n        application/json:\n          schema: { $ref: '#/components/schemas/error_response' }\n          examples:\n            internal_error: { $ref: 'examples/errors.yaml#/internal_error' }\n",
    replace: '',
    rule: 'powerstore/error-shape',
    at: 'internal_error:',
    message: 'An error answers with application/json and the schema error_response.',
  },
  {
    mistake: 'an error without an example',
    after: '    internal_error:\n',
    find: "          examples:\n            internal_error: { $ref: 'examples/errors.yaml#/internal_error' }\n",
    replace: '',
    rule: 'powerstore/error-shape',
    at: 'internal_error:',
    message: 'An error needs an example: the mock answers with it.',
  },
];
