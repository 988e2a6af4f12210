import type { BrokenContract } from './broken-contract.ts';

const sync = '  /replication_session/{id}/sync:\n';
const modify = '      operationId: replication_session_modify\n';
const failover = '      operationId: replication_session_failover\n';
const promote = '      operationId: replication_session_promote\n';

export const stateTable: BrokenContract[] = [
  {
    mistake: 'a state that does not exist',
    after: sync,
    find: 'from: [OK, System_Paused]',
    replace: 'from: [OK, System_Pause]',
    rule: 'powerstore/lifecycle',
    at: 'from: [OK, System_Pause]',
    message: '"System_Pause" is not a state of replication_session. Literals: Initializing, OK, Synchronizing,',
  },
  {
    mistake: 'a final state that does not exist',
    after: sync,
    find: 'to: OK',
    replace: 'to: Ok',
    rule: 'powerstore/lifecycle',
    at: 'to: Ok',
    message: '"Ok" is not a state of replication_session. Literals: ',
  },
  {
    mistake: 'a role that does not exist',
    after: sync,
    find: 'roles: [Source]',
    replace: 'roles: [source]',
    rule: 'powerstore/lifecycle',
    at: 'roles: [source]',
    message: '"source" is not a role of replication_session. Literals: Source, Destination,',
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
    message:
      '"Metro_Prefered" is not a literal of role. Literals: Source, Destination, Metro_Preferred, Metro_Non_Preferred.',
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
    message: '"Promotd" is not a literal of local_resource_state. Literals: System_Defined, Promoted,',
  },
  {
    mistake: 'a misspelt key of the state table',
    after: sync,
    find: 'fails_to: System_Paused',
    replace: 'fail_to: System_Paused',
    rule: 'powerstore/lifecycle',
    at: 'fail_to',
    message: 'A row of the state table has no key "fail_to". Keys: when, from, paused_in,',
  },
  {
    mistake: 'a row of the state table without a source',
    after: promote,
    find: '          set: { local_resource_state: Promoted }\n          x-source: [document-4.0]\n',
    replace: '          set: { local_resource_state: Promoted }\n',
    rule: 'powerstore/lifecycle',
    at: '- from: [Fractured, Paused]',
    message: 'A row of the state table needs its own x-source.',
  },
];
