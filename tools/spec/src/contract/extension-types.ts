import type { NodeType } from '@redocly/openapi-core';

const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const table = { type: 'object' } as const;
const flag = { type: 'boolean' } as const;

/**
 * The shapes of the x- keys, for Redocly's rule `struct`. The rules of this project rely on these shapes, and check the content
 * of the keys. They also check the keys that are absent here.
 */
export const addExtensionTypes = (types: Record<string, NodeType>): Record<string, NodeType> => ({
  ...types,
  Root: extended(types['Root'], {
    required: [
      'openapi',
      'info',
      'paths',
      'components',
      'x-sources',
      'x-decisions',
      'x-operations',
      'x-errors',
      'x-simulated',
      'x-conditions',
    ],
    properties: {
      'x-sources': 'ContractSources',
      'x-decisions': 'ContractDecisions',
      'x-operations': 'ListedOperations',
      'x-errors': 'ErrorEntries',
      'x-simulated': 'SimulatedTopics',
      'x-conditions': 'WriteConditions',
    },
  }),
  Components: extended(types['Components'], { required: ['schemas'], properties: {} }),
  Operation: extended(types['Operation'], {
    properties: { 'x-lifecycle': 'StateTable', 'x-refused': 'StateTable', 'x-conditions': texts },
  }),
  Schema: extended(types['Schema'], {
    properties: {
      'x-added_value': 'LiteralsByRelease',
      'x-deprecated_value': 'LiteralsByRelease',
      'x-undocumented_value': 'SourcesByLiteral',
      'x-display_enum_text': table,
      'x-internal_attributes': texts,
      'x-internal_since': text,
      'x-ref': text,
      'x-related': text,
    },
  }),
  LiteralsByRelease: { properties: {}, additionalProperties: texts },
  SourcesByLiteral: { properties: {}, additionalProperties: texts },
  ContractSources: { properties: {}, additionalProperties: () => 'ContractSource' },
  ContractSource: { properties: { kind: text, title: text }, required: ['kind', 'title'], additionalProperties: {} },
  ContractDecisions: { properties: {}, additionalProperties: () => 'ContractDecision' },
  ContractDecision: { properties: { checks: texts, how: text, needs: { enum: ['control'] }, because: text } },
  ErrorEntries: { properties: {}, additionalProperties: () => 'ErrorEntry' },
  ErrorEntry: {
    properties: {
      code: text,
      status: { type: 'array', items: { type: 'integer' } },
      meaning: text,
      arguments: text,
      'x-source': texts,
    },
    required: ['code', 'status', 'meaning', 'x-source'],
  },
  ListedOperations: { properties: {}, additionalProperties: () => 'ListedOperationsOfResource' },
  ListedOperationsOfResource: { properties: {}, additionalProperties: text },
  SimulatedTopics: { properties: {}, additionalProperties: () => 'SimulatedTopic' },
  SimulatedTopic: { properties: {}, items: 'SimulatedStatement' },
  SimulatedStatement: { properties: { name: text, what: text, 'x-source': texts }, required: ['what', 'x-source'] },
  WriteConditions: { properties: {}, additionalProperties: () => 'WriteCondition' },
  WriteCondition: {
    properties: {
      when: 'WriteFacts',
      needs: 'WriteFacts',
      status: { type: 'integer' },
      error: text,
      text,
      arguments: texts,
      'x-source': texts,
    },
    required: ['needs', 'status', 'text', 'x-source'],
  },
  WriteFacts: {
    properties: {
      given: texts,
      changes: texts,
      changes_only: texts,
      before: table,
      after: table,
      value: table,
      refers: table,
      member: flag,
      empty: flag,
      session: 'SessionPattern',
      no_session: 'SessionPattern',
      creates: texts,
      supported: flag,
      link: { enum: ['up'] },
    },
  },
  SessionPattern: {
    properties: { types: texts, roles: texts, from: texts, synchronized: flag, to_target: flag },
  },
  StateTable: { properties: {}, items: 'StateTableRow' },
  StateTableRow: {
    properties: {
      when: table,
      from: texts,
      paused_in: texts,
      roles: texts,
      types: texts,
      resource_types: texts,
      via: texts,
      set: table,
      'x-source': texts,
    },
    additionalProperties: {},
  },
});

const extended = (type: NodeType | undefined, { properties, ...more }: NodeType): NodeType => ({
  ...type,
  properties: { ...type?.properties, ...properties },
  ...more,
});
