import type { Oas3Rule } from '@redocly/openapi-core';
import {
  alternatives,
  type Document,
  enumOf,
  instanceSchema,
  type LocatedOperation,
  operationsOf,
  resolveSchema,
  type Schema,
  type WriteFacts,
} from '../contract/document.ts';

const tests = ['multiple_of_8192', 'larger', 'unused', 'known', 'absent', 'present'];

/** The attribute of a session whose literals each key of a pattern has. */
const literalsOf = { types: 'type', roles: 'role', from: 'state' } as const;

/** Conditions on writes have only fields, attributes and literals that exist, and an operation lists only conditions that do. */
export const writeConditions =
  (document: Document): Oas3Rule =>
  () => {
    const operations = operationsOf(document);
    const conditions = document['x-conditions'];
    const usersOf = (name: string) =>
      operations.filter(({ operation }) => operation['x-conditions']?.includes(name) === true);
    return {
      Root(_node, { report, location }) {
        for (const [name, condition] of Object.entries(conditions)) {
          const at = (...path: (string | number)[]) => location.child(['x-conditions', name, ...path]);
          const users = usersOf(name);
          if (users.length === 0) {
            report({
              message: `No operation has the condition "${name}". List it in x-conditions of an operation, or remove it.`,
              location: at().key(),
            });
            continue;
          }
          const { error = 'unspecified' } = condition;
          const entry = document['x-errors'][error];
          if (!entry) {
            report({
              message: `"${error}" is not an error. Errors: ${Object.keys(document['x-errors']).join(', ')}.`,
              location: at('error'),
            });
          } else if (!entry.status.includes(condition.status)) {
            report({
              message: `The error ${error} comes with ${entry.status.join(', ')}, not with ${condition.status}.`,
              location: at('status'),
            });
          }
          for (const { operation } of users) {
            if (String(condition.status) in operation.responses) continue;
            report({
              message: `${operation.operationId} does not answer ${condition.status}. It answers ${Object.keys(operation.responses).join(', ')}.`,
              location: at('status'),
            });
          }
          const fields = { ...propertiesOf(document, users, bodyOf), ...propertiesOf(document, users, attributesOf) };
          for (const [text, path] of [
            [condition.text, ['text']] as const,
            ...(condition.arguments ?? []).map((value, index) => [value, ['arguments', index]] as const),
          ]) {
            for (const [, field = ''] of text.matchAll(/\{(\w+)\}/g)) {
              if (field === 'resource' || field.replace(/_before$/, '') in fields) continue;
              report({
                message: `The text has {${field}}, which is no field. It can have {resource}, ${listed(fields)}.`,
                location: at(...path),
              });
            }
          }
          for (const half of ['when', 'needs'] as const) {
            for (const { message, path } of problemsOf(document, condition[half] ?? {}, fields))
              report({ message, location: at(half, ...path) });
          }
        }
      },
      Operation(node, { report, location }) {
        const { 'x-conditions': names = [] } = node as { 'x-conditions'?: string[] };
        for (const [index, name] of names.entries()) {
          if (Object.hasOwn(conditions, name)) continue;
          report({
            message: `"${name}" is not a condition. Write it down in x-conditions of the entry document, which has ${Object.keys(conditions).join(', ')}.`,
            location: location.child(['x-conditions', index]),
          });
        }
      },
    };
  };

interface Problem {
  message: string;
  path: (string | number)[];
}

function problemsOf(document: Document, facts: WriteFacts, fields: Record<string, Schema>): Problem[] {
  const problems: Problem[] = [];
  for (const key of ['given', 'changes', 'changes_only'] as const) {
    for (const [index, name] of (facts[key] ?? []).entries()) {
      if (!(name in fields)) problems.push({ message: unknownField(name, fields), path: [key, index] });
    }
  }
  for (const key of ['before', 'after', 'value', 'refers'] as const) {
    for (const [name, value] of Object.entries<unknown>(facts[key] ?? {})) {
      const field = fields[name];
      const literals = field && enumOf(document, field)?.literals;
      if (!field) problems.push({ message: unknownField(name, fields), path: [key, name] });
      else if ((key === 'before' || key === 'after') && literals && !literals.includes(String(value)))
        problems.push({
          message: `"${String(value)}" is not a literal of ${name}. Literals: ${literals.join(', ')}.`,
          path: [key, name],
        });
      else if (key === 'value' && !tests.includes(String(value)))
        problems.push({ message: `"${String(value)}" is not a test. Tests: ${tests.join(', ')}.`, path: [key, name] });
      else if (key === 'refers') problems.push(...unknownAttributes(document, field, name, value));
    }
  }
  const session = instanceSchema(document, 'replication_session')?.properties ?? {};
  for (const [path, values, attribute] of [
    ...(['session', 'no_session'] as const).flatMap((half) =>
      Object.entries(literalsOf).map(
        ([part, name]) => [[half, part], facts[half]?.[part as keyof typeof literalsOf], name] as const,
      ),
    ),
    [['creates'], facts.creates, 'type'] as const,
  ]) {
    const literals = enumOf(document, session[attribute] ?? {})?.literals ?? [];
    for (const [index, literal] of (values ?? []).entries()) {
      if (literals.includes(literal)) continue;
      problems.push({
        message: `"${literal}" is not a ${attribute} of replication_session. Literals: ${literals.join(', ')}.`,
        path: [...path, index],
      });
    }
  }
  return problems;
}

/** The attributes of the instance that a field refers to. */
function unknownAttributes(document: Document, field: Schema, name: string, wanted: unknown): Problem[] {
  const resource = field['x-ref'] ?? '';
  const properties = instanceSchema(document, resource)?.properties ?? {};
  return Object.keys(wanted as object).flatMap((attribute) =>
    attribute in properties
      ? []
      : [
          {
            message: `${resource} has no "${attribute}". It has ${listed(properties)}.`,
            path: ['refers', name, attribute],
          },
        ],
  );
}

const unknownField = (name: string, fields: Record<string, Schema>): string =>
  `"${name}" is no field of the body, and no attribute. There are ${listed(fields)}.`;

const listed = (fields: Record<string, unknown>): string => Object.keys(fields).join(', ');

type Read = (document: Document, located: LocatedOperation) => Record<string, Schema> | undefined;

const propertiesOf = (document: Document, users: LocatedOperation[], read: Read): Record<string, Schema> =>
  Object.assign({}, ...users.map((it) => read(document, it))) as Record<string, Schema>;

function bodyOf(document: Document, { operation }: LocatedOperation): Record<string, Schema> | undefined {
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema && resolveSchema(document, schema).properties;
}

/** Of the resource, and of the object in it that says where it comes from. */
function attributesOf(document: Document, { operation }: LocatedOperation): Record<string, Schema> {
  const { properties = {} } = instanceSchema(document, operation.tags[0] ?? '') ?? {};
  const origin = properties['protection_data'];
  return Object.assign({}, properties, ...(origin ? alternatives(document, origin).map((it) => it.properties) : []));
}
