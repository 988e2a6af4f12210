/** A contract with one mistake in it, and how lint has to complain. */
export interface BrokenContract {
  mistake: string;
  /** The changed file below `spec/`; the entry document by default. */
  file?: string;
  /** Text that is in the file once: the change is made behind it. */
  after?: string;
  find: string;
  replace: string;
  rule: string;
  /** File the complaint points into, where it is not the changed one. */
  reportedIn?: string;
  /** Where the complaint points: the first line with this text, from `after` on. */
  at: string;
  /** Part of the complaint: what is wrong, and what to write instead. */
  message: string;
  /** Rules that do not find their own mistakes beside it. */
  hides?: RegExp;
}

const sync = '  /replication_session/{id}/sync:\n';
const modify = '      operationId: replication_session_modify\n';
const failover = '      operationId: replication_session_failover\n';
const promote = '      operationId: replication_session_promote\n';

export const brokenContracts: BrokenContract[] = [
  {
    mistake: 'a statement about the simulator from a source that does not exist',
    after: 'x-simulated:\n',
    find: 'x-source: [guide-1.x, document-4.0]',
    replace: 'x-source: [guide-1.z, document-4.0]',
    rule: 'powerstore/source',
    at: 'x-source: [guide-1.z, document-4.0]',
    message: '"guide-1.z" is no source.',
  },
  // ── The state table ─────────────────────────────────────────────────────────────────────────────────────────
  {
    mistake: 'a state that does not exist',
    after: sync,
    find: 'from: [OK, System_Paused]',
    replace: 'from: [OK, System_Pause]',
    rule: 'powerstore/lifecycle',
    at: 'from: [OK, System_Pause]',
    message: '"System_Pause" is no state of replication_session. Literals: Initializing, OK, Synchronizing,',
  },
  {
    mistake: 'a final state that does not exist',
    after: sync,
    find: 'to: OK',
    replace: 'to: Ok',
    rule: 'powerstore/lifecycle',
    at: 'to: Ok',
    message: '"Ok" is no state of replication_session. Literals: ',
  },
  {
    mistake: 'a role that does not exist',
    after: sync,
    find: 'roles: [Source]',
    replace: 'roles: [source]',
    rule: 'powerstore/lifecycle',
    at: 'roles: [source]',
    message: '"source" is no role of replication_session. Literals: Source, Destination,',
  },
  {
    mistake: 'a type that does not exist',
    after: sync,
    find: 'types: [Asynchronous]',
    replace: 'types: [Async]',
    rule: 'powerstore/lifecycle',
    at: 'types: [Async]',
    message: 'Literals: Asynchronous, Metro_Active_Active, Synchronous.',
  },
  {
    mistake: 'a condition on a field the body does not have',
    after: failover,
    find: 'when: { is_planned: true, reverse: false }',
    replace: 'when: { is_planed: true, reverse: false }',
    rule: 'powerstore/lifecycle',
    at: 'is_planed',
    message: 'The body of replication_session_failover has no "is_planed". It has is_planned, reverse,',
  },
  {
    mistake: 'a condition on a literal the field does not have',
    after: modify,
    find: 'when: { role: Metro_Preferred }',
    replace: 'when: { role: Metro_Prefered }',
    rule: 'powerstore/lifecycle',
    at: 'Metro_Prefered',
    message: '"Metro_Prefered" is no role. Literals: Source, Destination, Metro_Preferred, Metro_Non_Preferred.',
  },
  {
    mistake: 'an effect on an attribute that does not exist',
    after: promote,
    find: 'set: { local_resource_state: Promoted }',
    replace: 'set: { local_state: Promoted }',
    rule: 'powerstore/lifecycle',
    at: 'local_state',
    message: 'replication_session has no "local_state". It has id, state, role,',
  },
  {
    mistake: 'an effect with a literal the attribute does not have',
    after: promote,
    find: 'set: { local_resource_state: Promoted }',
    replace: 'set: { local_resource_state: Promotd }',
    rule: 'powerstore/lifecycle',
    at: 'Promotd',
    message: '"Promotd" is no local_resource_state. Literals: System_Defined, Promoted,',
  },
  {
    mistake: 'a misspelt key of the state table',
    after: sync,
    find: 'fails_to: System_Paused',
    replace: 'fail_to: System_Paused',
    rule: 'powerstore/lifecycle',
    at: 'fail_to',
    message: 'A lifecycle rule has no "fail_to". It has when, from, paused_in,',
  },
  {
    mistake: 'a row of the state table without a source',
    after: promote,
    find: '          set: { local_resource_state: Promoted }\n          x-source: [document-4.0]\n',
    replace: '          set: { local_resource_state: Promoted }\n',
    rule: 'powerstore/lifecycle',
    at: '- from: [Fractured, Paused]',
    message: 'A lifecycle rule needs its own x-source.',
  },
  // ── Where facts are from ────────────────────────────────────────────────────────────────────────────────────
  {
    mistake: 'an operation without a source',
    after: sync,
    find: '      x-source: [document-4.0, guide-1.x, sdk-ansible]\n',
    replace: '',
    rule: 'powerstore/source',
    at: 'post:',
    message: 'x-source is missing: say where this is from, or [assumed].',
  },
  {
    mistake: 'a schema without a source',
    after: '    replication_session_stop_failover_test_response:\n',
    find: '      x-source: [document-4.0]\n',
    replace: '',
    rule: 'powerstore/source',
    at: 'replication_session_stop_failover_test_response:',
    message: 'x-source is missing: say where this is from, or [assumed].',
  },
  {
    mistake: 'an example without a source',
    file: 'examples/job.yaml',
    after: '\nfailed:\n',
    find: '  x-source:',
    replace: '  x-sauce:',
    rule: 'powerstore/source',
    at: 'failed:',
    message: 'x-source is missing',
  },
  {
    mistake: 'a source that is not a list',
    after: sync,
    find: 'x-source: [document-4.0, guide-1.x, sdk-ansible]',
    replace: 'x-source: document-4.0',
    rule: 'powerstore/source',
    at: 'x-source: document-4.0',
    message: 'x-source has to be a list, such as [document-4.0].',
  },
  {
    mistake: 'an operation with an unknown source',
    after: sync,
    find: 'x-source: [document-4.0, guide-1.x, sdk-ansible]',
    replace: 'x-source: [document-4.0, guide-1.y, sdk-ansible]',
    rule: 'powerstore/source',
    at: 'guide-1.y',
    message: '"guide-1.y" is no source. Use one of document-4.0, document-4.1,',
  },
  {
    mistake: 'an attribute with an unknown source',
    find: "x-source: [document-4.4, assumed 'may be null']",
    replace: "x-source: [document-4.4, asumed 'may be null']",
    rule: 'powerstore/source',
    at: 'asumed',
    message: '"asumed" is no source.',
  },
  {
    // A comma in a list ends the entry, quoted locator or not.
    mistake: 'a row of the state table with an unknown source',
    after: sync,
    find: "assumed 'link']",
    replace: "assumed 'link, roles']",
    rule: 'powerstore/source',
    at: "roles']",
    message: '"roles\'" is no source.',
  },
  // ── Releases ────────────────────────────────────────────────────────────────────────────────────────────────
  {
    mistake: 'a release in two parts on an operation',
    after: modify,
    find: 'x-added: 3.0.0.0',
    replace: 'x-added: 3.0',
    rule: 'powerstore/version',
    at: 'x-added: 3.0\n',
    message: 'x-added has to be a release in four parts, such as 3.0.0.0.',
  },
  {
    mistake: 'a release in two parts on an attribute',
    after: '    related_replication_session:\n',
    find: 'x-added: 2.0.0.0',
    replace: "x-added: '2.0'",
    rule: 'powerstore/version',
    at: "x-added: '2.0'",
    message: 'four parts, such as 3.0.0.0.',
  },
  {
    mistake: 'a release in two parts on a literal',
    after: '    StorageElementTypeEnum:\n',
    find: 'x-added_value: { 3.5.0.0: [file_system] }',
    replace: "x-added_value: { '3.5': [file_system] }",
    rule: 'powerstore/version',
    at: "'3.5'",
    message: 'Keys of x-added_value have to be releases in four parts, such as 3.0.0.0.',
  },
  {
    mistake: 'a release of a literal that does not exist',
    after: '    StorageElementTypeEnum:\n',
    find: 'x-added_value: { 3.5.0.0: [file_system] }',
    replace: 'x-added_value: { 3.5.0.0: [filesystem] }',
    rule: 'powerstore/version',
    at: '[filesystem]',
    message: '"filesystem" is not in the enum: add it there, or correct its name here.',
  },
  // ── Enums ───────────────────────────────────────────────────────────────────────────────────────────────────
  {
    mistake: 'a literal without its text',
    after: '    AutoFailoverStateEnum:\n',
    find: '        Upgrade_Required: Upgrade Required\n',
    replace: '',
    rule: 'powerstore/enum-text',
    at: 'enum: [Not_Applicable, Upgrade_Required',
    message: '"Upgrade_Required" has no text: add it to x-display_enum_text.',
  },
  {
    mistake: 'a text without its literal',
    after: '    AutoFailoverStateEnum:\n',
    find: '        Upgrade_Required: Upgrade Required\n',
    replace: '        Upgrade_Required: Upgrade Required\n        Upgrade_Wanted: Upgrade Wanted\n',
    rule: 'powerstore/enum-text',
    at: 'Upgrade_Wanted:',
    message: '"Upgrade_Wanted" is not in the enum: add it there, or drop its text.',
  },
  {
    mistake: 'a closed enum in an answer',
    after: '        replication_shadow_id:\n',
    find: "anyOf:\n            - { $ref: '#/components/schemas/ReplicationSessionWitnessStateEnum' }\n            - { $ref: '#/components/schemas/UnknownLiteral' }\n",
    replace: "$ref: '#/components/schemas/ReplicationSessionWitnessStateEnum'\n",
    rule: 'powerstore/open-enum',
    at: 'state:\n',
    message: '"state" is closed: write anyOf with the enum and #/components/schemas/UnknownLiteral.',
  },
  {
    mistake: 'a closed enum in the items of a list in an answer',
    file: 'sections/remote_system.yaml',
    after: '    related_remote_system:\n',
    find: "anyOf:\n              - { $ref: '#/components/schemas/RemoteProtectionCapabilityEnum' }\n              - { $ref: '../powerstore.yaml#/components/schemas/UnknownLiteral' }\n",
    replace: "$ref: '#/components/schemas/RemoteProtectionCapabilityEnum'\n",
    rule: 'powerstore/open-enum',
    at: 'capabilities:\n',
    message: '"capabilities" is closed: write anyOf',
  },
  {
    mistake: 'an open enum in a request',
    after: '    replication_session_modify:\n',
    find: "$ref: '#/components/schemas/ReplicationRoleEnum'\n",
    replace:
      "anyOf:\n            - { $ref: '#/components/schemas/ReplicationRoleEnum' }\n            - { $ref: '#/components/schemas/UnknownLiteral' }\n",
    rule: 'powerstore/open-enum',
    at: 'role:\n',
    message: '"role" is open in a request: reference the enum alone.',
    // Then every literal fits an example.
    hides: /examples/,
  },
  // ── Operations ──────────────────────────────────────────────────────────────────────────────────────────────
  {
    mistake: 'an operation without an operationId',
    after: sync,
    find: '      operationId: replication_session_sync\n',
    replace: '',
    rule: 'powerstore/operation',
    at: 'post:',
    message: 'An operation needs an operationId in snake_case, such as replication_session_pause',
  },
  {
    mistake: 'an operationId in camelCase',
    after: sync,
    find: 'operationId: replication_session_sync',
    replace: 'operationId: replicationSessionSync',
    rule: 'powerstore/operation',
    at: 'replicationSessionSync',
    message: 'operationId in snake_case',
  },
  {
    mistake: 'an operationId that is there twice',
    after: sync,
    find: 'operationId: replication_session_sync',
    replace: 'operationId: logout',
    rule: 'operation-operationId-unique',
    reportedIn: 'sections/login_session.yaml',
    at: 'operationId: logout',
    message: 'Every operation must have a unique `operationId`.',
  },
  {
    mistake: 'an operation without x-safety',
    after: sync,
    find: '      x-safety: non-disruptive\n',
    replace: '',
    rule: 'powerstore/operation',
    at: 'post:',
    message: 'x-safety has to be one of read-only, non-disruptive, disruptive',
  },
  {
    mistake: 'an x-safety that does not exist',
    after: sync,
    find: 'x-safety: non-disruptive',
    replace: 'x-safety: harmless',
    rule: 'powerstore/operation',
    at: 'harmless',
    message: 'x-safety has to be one of read-only, non-disruptive, disruptive',
  },
  {
    mistake: 'an x-retry that does not exist',
    after: sync,
    find: 'x-retry: never',
    replace: 'x-retry: always',
    rule: 'powerstore/operation',
    at: 'always',
    message: 'x-retry has to be safe (sending it twice is the same as once) or never.',
  },
  {
    mistake: 'a GET that may not be sent again',
    after: '  /replication_session:\n',
    find: 'x-retry: safe',
    replace: 'x-retry: never',
    rule: 'powerstore/operation',
    at: 'get:',
    message: 'A GET reads: write x-safety: read-only and x-retry: safe.',
  },
  {
    mistake: 'a write without the token',
    after: sync,
    find: 'security: [{ basic: [] }, { auth_cookie: [], dell_emc_token: [] }]',
    replace: 'security: [{ basic: [] }, { auth_cookie: [] }]',
    rule: 'powerstore/operation',
    at: 'post:',
    message: 'write security: [{ basic: [] }, { auth_cookie: [], dell_emc_token: [] }].',
  },
  {
    mistake: 'a write that cannot run as a job',
    after: sync,
    find: "      parameters:\n        - $ref: '#/components/parameters/is_async'\n",
    replace: '',
    rule: 'powerstore/operation',
    at: 'post:',
    message: 'A write can run as a job: reference the parameter is_async.',
  },
  {
    mistake: 'an operation without a summary',
    after: sync,
    find: '      summary: Synchronize a replication session\n',
    replace: '',
    rule: 'operation-summary',
    at: 'post:',
    message: 'Operation object should contain `summary` field.',
  },
  {
    mistake: 'a tag nobody declared',
    after: sync,
    find: 'tags: [replication_session]',
    replace: 'tags: [replication]',
    rule: 'operation-tag-defined',
    at: 'tags: [replication]',
    message: 'Operation tags should be defined in global tags.',
    // Without its resource nothing is known of the states in its table.
    hides: /lifecycle/,
  },
  // ── Answers ─────────────────────────────────────────────────────────────────────────────────────────────────
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
    // Then its examples are not looked at.
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
  // ── Examples ────────────────────────────────────────────────────────────────────────────────────────────────
  {
    mistake: 'an example of the wrong type',
    file: 'examples/replication_session.yaml',
    after: '\nvolume_asynchronous_synchronizing:\n',
    find: 'progress_percentage: 42',
    replace: 'progress_percentage: forty-two',
    rule: 'no-invalid-media-type-examples',
    at: 'forty-two',
    message: '`progress_percentage` property type must be integer',
  },
  {
    mistake: 'an example with a misspelt property',
    file: 'examples/replication_session.yaml',
    after: '\nvolume_asynchronous_synchronizing:\n',
    find: 'progress_percentage: 42',
    replace: 'progres_percentage: 42',
    rule: 'powerstore/example-properties',
    at: 'progres_percentage',
    message: '"progres_percentage". Correct it, transcribe it, or list it under x-internal_attributes.',
  },
  {
    mistake: 'an example with a misspelt property inside a list',
    file: 'examples/replication_session.yaml',
    after: '\nvolume_asynchronous_synchronizing:\n',
    find: 'storage_element_type: volume',
    replace: 'storage_type: volume',
    rule: 'powerstore/example-properties',
    at: 'storage_type',
    message: '"storage_element_pairs.0.storage_type". Correct it,',
  },
  {
    mistake: 'an example of a request with a literal requests do not take',
    after: modify,
    find: 'value: { role: Metro_Preferred }',
    replace: 'value: { role: Preferred }',
    rule: 'no-invalid-media-type-examples',
    at: 'role: Preferred',
    message: 'must be equal to one of the allowed values "Source", "Destination", "Metro_Preferred"',
  },
  // ── References ──────────────────────────────────────────────────────────────────────────────────────────────
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
      x-source: [assumed]
      properties:
        code: { type: string }
        severity: { type: string }
        severity_l10n: { type: string }
        message_l10n: { type: string }
        arguments: { type: array, items: { type: string } }
    another:
      type: object
      x-source: [assumed]
      properties:
`,
    rule: 'powerstore/unique-name',
    at: '    error_message:\n',
    message: 'powerstore.yaml has a schema "error_message" too: reference that one, or give this one another name.',
  },
];
