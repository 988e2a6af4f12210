import type { BrokenContract } from './broken-contract.ts';

const sync = '  /replication_session/{id}/sync:\n';

export const sources: BrokenContract[] = [
  {
    mistake: 'an operation without a source',
    after: sync,
    find: '      x-source: [document-4.0, guide-1.x, sdk-ansible]\n',
    replace: '',
    rule: 'powerstore/source',
    at: 'post:',
    message: 'x-source is missing: name the source, or write [assumed/…].',
  },
  {
    mistake: 'a schema without a source',
    after: '    replication_session_stop_failover_test_response:\n',
    find: '      x-source: [document-4.0]\n',
    replace: '',
    rule: 'powerstore/source',
    at: 'replication_session_stop_failover_test_response:',
    message: 'x-source is missing: name the source, or write [assumed/…].',
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
    message: '"guide-1.y" is not a source. Use one of document-4.0, document-4.1,',
  },
  {
    mistake: 'an attribute with an unknown source',
    find: "x-source: [document-4.4, assumed/answer 'may be null']",
    replace: "x-source: [document-4.4, asumed/answer 'may be null']",
    rule: 'powerstore/source',
    at: 'asumed',
    message: '"asumed/answer" is not a source.',
  },
  {
    // A comma in a list ends the entry, quoted locator or not.
    mistake: 'a row of the state table with an unknown source',
    after: sync,
    find: "assumed/link 'the link']",
    replace: "assumed/link 'link, roles']",
    rule: 'powerstore/source',
    at: "roles']",
    message: '"roles\'" is not a source.',
  },
  {
    mistake: 'a statement about the simulator from a source that does not exist',
    after: 'x-simulated:\n',
    find: 'x-source: [guide-1.x, document-4.0]',
    replace: 'x-source: [guide-1.z, document-4.0]',
    rule: 'powerstore/source',
    at: 'x-source: [guide-1.z, document-4.0]',
    message: '"guide-1.z" is not a source.',
  },
];
