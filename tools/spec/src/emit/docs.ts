import {
  type Document,
  instanceSchema,
  type LifecycleRule,
  type LocatedOperation,
  operationsOf,
} from '../contract/document.ts';
import { attributesOf } from './attributes.ts';

/** A section as a page to read: operations, state table and attributes. */
export function emitDocs(document: Document, resource: string): string {
  const operations = operationsOf(document).filter(({ operation }) => operation.tags[0] === resource);
  const instance = instanceSchema(document, resource);
  const attributes = instance ? Object.entries(attributesOf(document, instance)) : [];
  return [
    `# ${resource}`,
    '',
    'Generated from `spec/` by `npm run generate`. Do not edit this page; change the contract.',
    '',
    '## Operations',
    '',
    table(
      ['Operation', 'Call', 'Since', 'Safety', 'Safe to repeat', 'Answers'],
      operations.map(({ path, method, operation }) => [
        `\`${operation.operationId}\``,
        `\`${method.toUpperCase()} ${path}\``,
        operation['x-added'] ?? '1.0.0.0',
        operation['x-safety'],
        operation['x-retry'] === 'safe' ? 'yes' : 'no',
        Object.keys(operation.responses).join(' '),
      ]),
    ),
    '',
    '## State table',
    '',
    'An action is possible when one of its rows fits. An empty cell allows anything. Where none fits, look at the refusals below.',
    '',
    table(
      ['Action', 'When', 'From', 'Role', 'Type', 'Through', 'To', 'Source'],
      operations.flatMap(({ path, method, operation }) =>
        (operation['x-lifecycle'] ?? []).map((rule) => [
          actionOf({ path, method, operation }),
          conditions(rule),
          codes(rule.from),
          codes(rule.roles),
          codes([...(rule.types ?? []), ...(rule.resource_types ?? [])]),
          codes(rule.via),
          effects(rule),
          rule['x-source'].join(', '),
        ]),
      ),
    ),
    '',
    '### Refusals',
    '',
    'A source says that the array refuses an action in these cases. Where no row of either table fits, no source says whether the',
    'action is possible: the array has the last word. The simulator refuses it.',
    '',
    table(
      ['Action', 'When', 'In state', 'Role', 'Type', 'Source'],
      operations.flatMap(({ path, method, operation }) =>
        (operation['x-refused'] ?? []).map((refusal) => [
          actionOf({ path, method, operation }),
          conditions(refusal),
          codes(refusal.from),
          codes(refusal.roles),
          codes([...(refusal.types ?? []), ...(refusal.resource_types ?? [])]),
          refusal['x-source'].join(', '),
        ]),
      ),
    ),
    '',
    '## Attributes',
    '',
    table(
      ['Attribute', 'Type', 'Since', '`null`', 'Filter', 'Meaning'],
      attributes.map(([name, attribute]) => [
        `\`${name}\``,
        `${attribute.enum ?? attribute.related ?? attribute.type}${attribute.list ? '[]' : ''}`,
        attribute.added,
        attribute.nullable ? 'yes' : '',
        attribute.filterable ? 'yes' : '',
        instance?.properties?.[name]?.description ?? '',
      ]),
    ),
    '',
  ].join('\n');
}

export const actionOf = ({ path, operation }: LocatedOperation): string =>
  path.endsWith('}') ? (operation.operationId.split('_').at(-1) ?? '') : path.slice(path.lastIndexOf('/') + 1);

export function conditions(rule: Partial<LifecycleRule>): string {
  const body = Object.entries(rule.when ?? {}).map(([name, value]) => `\`${name}: ${String(value)}\``);
  return [
    ...body,
    ...(rule.link ? [`link ${rule.link}`] : []),
    ...(rule.failover_test === undefined ? [] : [rule.failover_test ? 'test running' : 'no test running']),
    ...(rule.paused_in ? [`paused in ${codes(rule.paused_in)}`] : []),
  ].join(', ');
}

export function effects(rule: LifecycleRule): string {
  return [
    ...(rule.to === undefined ? [] : [`\`${rule.to}\``]),
    ...(rule.swap_roles ? ['roles exchanged'] : []),
    ...Object.entries(rule.set ?? {}).map(([name, value]) => `\`${name}: ${String(value)}\``),
    ...(rule.fails_to === undefined ? [] : [`on failure \`${rule.fails_to}\``]),
  ].join(', ');
}

export const codes = (values: string[] = []): string => values.map((value) => `\`${value}\``).join(' ');

export const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
