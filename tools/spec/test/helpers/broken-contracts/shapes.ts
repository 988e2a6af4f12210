import type { BrokenContract } from './broken-contract.ts';

const promote = '      operationId: replication_session_promote\n';
const cycles = '  cycles:\n';

// Lint stops at a wrong shape, because its other rules rely on shapes.
const hides = /^(?!struct)/;

export const shapes: BrokenContract[] = [
  {
    mistake: 'a source of a row that is not a list',
    after: promote,
    find: 'set: { local_resource_state: Promoted }\n          x-source: [document-4.0]',
    replace: 'set: { local_resource_state: Promoted }\n          x-source: document-4.0',
    rule: 'struct',
    at: 'x-source: document-4.0',
    message: 'Expected type `array` but got `string`.',
    hides,
  },
  {
    mistake: 'states of a row that are not a list',
    after: promote,
    find: 'from: [Fractured, Paused]',
    replace: 'from: Fractured',
    rule: 'struct',
    at: 'from: Fractured',
    message: 'Expected type `array` but got `string`.',
    hides,
  },
  {
    mistake: 'a state table that is not a list',
    after: '      operationId: replication_session_pause\n',
    find: 'x-lifecycle:\n        - ',
    replace: 'x-lifecycle:\n          ',
    rule: 'struct',
    at: 'from: [OK, Synchronizing, System_Paused, Fractured]',
    message: 'Expected type `StateTable` (array) but got `object`',
    hides,
  },
  {
    mistake: 'effects that are a text',
    after: promote,
    find: 'set: { local_resource_state: Promoted }',
    replace: 'set: Promoted',
    rule: 'struct',
    at: 'set: Promoted',
    message: 'Expected type `object` but got `string`.',
    hides,
  },
  {
    mistake: 'the literals of a release that are not a list',
    after: '    StorageElementTypeEnum:\n',
    find: 'x-added_value: { 3.5.0.0: [file_system] }',
    replace: 'x-added_value: { 3.5.0.0: file_system }',
    rule: 'struct',
    at: 'x-added_value: { 3.5.0.0: file_system }',
    message: 'Expected type `array` but got `string`.',
    hides,
  },
  {
    mistake: 'texts of literals that are a text',
    after: '    StorageElementTypeEnum:\n',
    find: 'x-display_enum_text: { volume: Volume, virtual_volume: Virtual Volume, file_system: File System }',
    replace: 'x-display_enum_text: Volume',
    rule: 'struct',
    at: 'x-display_enum_text: Volume',
    message: 'Expected type `object` but got `string`.',
    hides,
  },
  {
    mistake: 'internal attributes that are a text',
    file: 'sections/login_session.yaml',
    find: 'x-internal_attributes: [user_type, user_id]',
    replace: 'x-internal_attributes: user_type',
    rule: 'struct',
    at: 'x-internal_attributes: user_type',
    message: 'Expected type `array` but got `string`.',
    hides,
  },
  {
    mistake: 'a source without its title',
    find: "document-4.0: { kind: document, title: 'array API document 4.0.0.0' }",
    replace: 'document-4.0: { kind: document }',
    rule: 'struct',
    at: 'document-4.0: { kind: document }',
    message: 'The field `title` must be present on this level.',
    hides,
  },
  {
    mistake: 'a statement about the simulator without a source',
    after: cycles,
    find: '      x-source: [guide-1.x, document-4.0]\n',
    replace: '',
    rule: 'struct',
    at: '- what: ',
    message: 'The field `x-source` must be present on this level.',
    hides,
  },
  {
    mistake: 'a contract without statements about the simulator',
    find: 'x-simulated:\n',
    replace: 'x-simulation:\n',
    rule: 'struct',
    at: 'openapi: 3.1.0',
    message: 'The field `x-simulated` must be present on this level.',
    // Lint does not look at its statements then.
    hides: /./,
  },
];
