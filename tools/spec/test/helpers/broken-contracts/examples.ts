import type { BrokenContract } from './broken-contract.ts';

const modify = '      operationId: replication_session_modify\n';

export const examples: BrokenContract[] = [
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
    message: '"progres_percentage". Correct its name, add it to the schema, or list it under x-internal_attributes.',
  },
  {
    mistake: 'an example with a misspelt property inside a list',
    file: 'examples/replication_session.yaml',
    after: '\nvolume_asynchronous_synchronizing:\n',
    find: 'storage_element_type: volume',
    replace: 'storage_type: volume',
    rule: 'powerstore/example-properties',
    at: 'storage_type',
    message: '"storage_element_pairs.0.storage_type". Correct its name,',
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
];
