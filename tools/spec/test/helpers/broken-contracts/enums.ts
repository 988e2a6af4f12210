import type { BrokenContract } from './broken-contract.ts';

export const enums: BrokenContract[] = [
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
    message: '"Upgrade_Wanted" is not in the enum: add it there, or remove its text.',
  },
  {
    mistake: 'a documented literal among the undocumented ones',
    after: '    ReplicatedResourceTypeEnum:\n',
    find: 'x-undocumented_value: { filesystem: [sdk-ansible] }',
    replace: 'x-undocumented_value: { file_system: [sdk-ansible] }',
    rule: 'powerstore/enum-text',
    at: 'file_system: [sdk-ansible]',
    message: '"file_system" is in the enum, so it is documented: remove it here.',
  },
  {
    mistake: 'an undocumented literal of a source that does not exist',
    after: '    ReplicatedResourceTypeEnum:\n',
    find: 'x-undocumented_value: { filesystem: [sdk-ansible] }',
    replace: 'x-undocumented_value: { filesystem: [hearsay] }',
    rule: 'powerstore/source',
    at: 'hearsay',
    message: '"hearsay" is not a source.',
  },
  {
    mistake: 'a closed enum in an answer',
    after: '        replication_shadow_id:\n',
    find: "anyOf:\n            - { $ref: '#/components/schemas/ReplicationSessionWitnessStateEnum' }\n            - { $ref: '#/components/schemas/UnknownLiteral' }\n",
    replace: "$ref: '#/components/schemas/ReplicationSessionWitnessStateEnum'\n",
    rule: 'powerstore/open-enum',
    at: 'state:\n',
    message:
      '"state" is a closed enum in an answer: write anyOf with the enum and #/components/schemas/UnknownLiteral.',
  },
  {
    mistake: 'a closed enum in the items of a list in an answer',
    file: 'sections/remote_system.yaml',
    after: '    related_remote_system:\n',
    find: "anyOf:\n              - { $ref: '#/components/schemas/RemoteProtectionCapabilityEnum' }\n              - { $ref: '../powerstore.yaml#/components/schemas/UnknownLiteral' }\n",
    replace: "$ref: '#/components/schemas/RemoteProtectionCapabilityEnum'\n",
    rule: 'powerstore/open-enum',
    at: 'capabilities:\n',
    message: '"capabilities" is a closed enum in an answer: write anyOf',
  },
  {
    mistake: 'an open enum in a request',
    after: '    replication_session_modify_request:\n',
    find: "$ref: '#/components/schemas/ReplicationRoleEnum'\n",
    replace:
      "anyOf:\n            - { $ref: '#/components/schemas/ReplicationRoleEnum' }\n            - { $ref: '#/components/schemas/UnknownLiteral' }\n",
    rule: 'powerstore/open-enum',
    at: 'role:\n',
    message: '"role" is an open enum in a request: reference the enum alone.',
    // Every literal in an example is right then.
    hides: /examples/,
  },
];
