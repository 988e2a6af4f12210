import type { Oas3Rule } from '@redocly/openapi-core';
import {
  type Document,
  enumOf,
  instanceSchema,
  type LifecycleRefusal,
  type LifecycleRule,
  type Operation,
  operationsOf,
  resolveSchema,
} from '../contract/document.ts';
import { sourceEntry } from '../contract/source-entry.ts';

const refusalKeys = ['when', 'from', 'roles', 'types', 'resource_types', 'failover_test', 'x-source'];

const rowKeys = [
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

/**
 * The state table has only states, roles, types, body fields and attributes that exist. A row that refuses an action has a
 * source that is not our assumption, and contradicts no row that allows the action.
 */
export const lifecycle =
  (document: Document): Oas3Rule =>
  () => ({
    Operation(node, { report, location }) {
      const {
        operationId,
        'x-lifecycle': rules = [],
        'x-refused': refusals = [],
      } = node as Partial<Pick<Operation, 'operationId' | 'x-lifecycle' | 'x-refused'>>;
      const found = operationsOf(document).find(({ operation }) => operation.operationId === operationId)?.operation;
      const instance = instanceSchema(document, found?.tags[0] ?? '');
      if (!found || !instance) return;
      const bodySchema = found.requestBody?.content['application/json']?.schema;
      const body = bodySchema ? resolveSchema(document, bodySchema).properties : {};
      for (const [index, refusal] of refusals.entries()) {
        const at = location.child(['x-refused', index]);
        if ((refusal['x-source'] ?? []).some((entry) => sourceEntry(entry).isAssumed)) {
          report({
            message: 'A refusal has to have a source: without one, leave the row out, and nobody knows.',
            location: at.child('x-source'),
          });
        }
        const contradicted = rules.findIndex((rule) => canBothHold(refusal, rule, body));
        if (contradicted >= 0) {
          report({
            message: `Row ${contradicted + 1} of x-lifecycle allows what this row refuses.`,
            location: at,
          });
        }
      }
      const rows = [
        ...rules.map((rule, index) => ({ list: 'x-lifecycle', known: rowKeys, index, rule })),
        ...refusals.map((rule: LifecycleRule, index) => ({ list: 'x-refused', known: refusalKeys, index, rule })),
      ];
      for (const { list, known, index, rule } of rows) {
        const at = (...path: (string | number)[]) => location.child([list, index, ...path]);
        for (const key of Object.keys(rule)) {
          if (known.includes(key)) continue;
          report({
            message: `A row of ${list} has no key "${key}". Keys: ${known.join(', ')}.`,
            location: at(key).key(),
          });
        }
        if (rule['x-source'] === undefined) {
          report({ message: `A row of ${list} needs its own x-source.`, location: at() });
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

/**
 * Whether a body and a session exist that meet both rows. A field without a default is absent from the bodies of a row that
 * does not name it.
 */
function canBothHold(
  refusal: LifecycleRefusal,
  rule: LifecycleRule,
  body: Readonly<Record<string, object>> = {},
): boolean {
  const { when = {} } = rule;
  return (
    Object.keys(when).every((field) => field in body) &&
    Object.entries(refusal.when ?? {}).every(([field, value]) =>
      field in when ? when[field] === value : 'default' in (body[field] ?? {}),
    ) &&
    canShare(refusal.from, rule.from) &&
    canShare(refusal.roles, rule.roles) &&
    canShare(refusal.types, rule.types) &&
    canShare(refusal.resource_types, rule.resource_types) &&
    canShare([refusal.failover_test ?? []].flat(), [rule.failover_test ?? []].flat())
  );
}

/** An empty or absent list holds for any value. */
const canShare = <T>(some: readonly T[] = [], others: readonly T[] = []): boolean =>
  some.length === 0 || others.length === 0 || some.some((value) => others.includes(value));
