import type { Oas3Rule } from '@redocly/openapi-core';
import {
  type Document,
  enumOf,
  instanceSchema,
  type LifecycleRule,
  operationsOf,
  resolveSchema,
} from '../contract/document.ts';

const known = [
  'when',
  'from',
  'paused_in',
  'roles',
  'types',
  'resource_types',
  'link',
  'failover_test',
  'via',
  'to',
  'fails_to',
  'swap_roles',
  'set',
  'x-source',
];

/** The attribute whose literals each key of a row has. */
const literalsOf: Partial<Record<keyof LifecycleRule, string>> = {
  from: 'state',
  paused_in: 'state',
  via: 'state',
  to: 'state',
  fails_to: 'state',
  roles: 'role',
  types: 'type',
  resource_types: 'resource_type',
};

/** The state table has only states, roles, types, body fields and attributes that exist. */
export const lifecycle =
  (document: Document): Oas3Rule =>
  () => ({
    Operation(node, { report, location }) {
      const { operationId, 'x-lifecycle': rules = [] } = node as {
        operationId?: string;
        'x-lifecycle'?: LifecycleRule[];
      };
      const found = operationsOf(document).find(({ operation }) => operation.operationId === operationId)?.operation;
      const instance = instanceSchema(document, found?.tags[0] ?? '');
      if (!found || !instance) return;
      const bodySchema = found.requestBody?.content['application/json']?.schema;
      const body = bodySchema ? resolveSchema(document, bodySchema).properties : {};
      for (const [index, rule] of rules.entries()) {
        const at = (...path: (string | number)[]) => location.child(['x-lifecycle', index, ...path]);
        for (const key of Object.keys(rule)) {
          if (known.includes(key)) continue;
          report({
            message: `A row of the state table has no key "${key}". Keys: ${known.join(', ')}.`,
            location: at(key).key(),
          });
        }
        if (rule['x-source'] === undefined) {
          report({ message: 'A row of the state table needs its own x-source.', location: at() });
        }
        for (const [key, attribute] of Object.entries(literalsOf)) {
          const value = rule[key as keyof LifecycleRule];
          const literals = enumOf(document, instance.properties?.[attribute] ?? {})?.literals ?? [];
          for (const [position, literal] of [value ?? []].flat().entries()) {
            if (literals.includes(String(literal))) continue;
            report({
              message: `"${String(literal)}" is not a ${attribute} of ${found.tags[0]}. Literals: ${literals.join(', ')}.`,
              location: Array.isArray(value) ? at(key, position) : at(key),
            });
          }
        }
        for (const [key, owner, properties = {}] of [
          ['when', `The body of ${operationId}`, body],
          ['set', `${found.tags[0]}`, instance.properties],
        ] as const) {
          for (const [name, value] of Object.entries(rule[key] ?? {})) {
            const property = properties[name];
            const literals = property && enumOf(document, property)?.literals;
            if (!property) {
              report({
                message: `${owner} has no "${name}". It has ${Object.keys(properties).join(', ')}.`,
                location: at(key, name).key(),
              });
            } else if (literals && !literals.includes(String(value))) {
              report({
                message: `"${String(value)}" is not a literal of ${name}. Literals: ${literals.join(', ')}.`,
                location: at(key, name),
              });
            }
          }
        }
      }
    },
  });
