import type { BrokenContract } from './broken-contract.ts';

const modify = '      operationId: replication_session_modify\n';

export const releases: BrokenContract[] = [
  {
    mistake: 'a release in two parts on an operation',
    after: modify,
    find: 'x-added: 3.0.0.0',
    replace: 'x-added: 3.0',
    rule: 'powerstore/release',
    at: 'x-added: 3.0\n',
    message: 'x-added has to be a release in four parts, such as 3.0.0.0.',
  },
  {
    mistake: 'a release in two parts on an attribute',
    after: '    related_replication_session:\n',
    find: 'x-added: 2.0.0.0',
    replace: "x-added: '2.0'",
    rule: 'powerstore/release',
    at: "x-added: '2.0'",
    message: 'four parts, such as 3.0.0.0.',
  },
  {
    mistake: 'a release in two parts on a literal',
    after: '    StorageElementTypeEnum:\n',
    find: 'x-added_value: { 3.5.0.0: [file_system] }',
    replace: "x-added_value: { '3.5': [file_system] }",
    rule: 'powerstore/release',
    at: "'3.5'",
    message: 'Keys of x-added_value have to be releases in four parts, such as 3.0.0.0.',
  },
  {
    mistake: 'a release of a literal that does not exist',
    after: '    StorageElementTypeEnum:\n',
    find: 'x-added_value: { 3.5.0.0: [file_system] }',
    replace: 'x-added_value: { 3.5.0.0: [filesystem] }',
    rule: 'powerstore/release',
    at: '[filesystem]',
    message: '"filesystem" is not in the enum: add it there, or correct its name here.',
  },
];
