import { bodyDefaults, type Document, operationsOf } from '../contract/document.ts';
import { sourceEntry } from '../contract/source-entry.ts';
import { literal, module } from './module.ts';

/** The conditions on writes, and for each operation the ones that it has, in their order. */
export function emitWriteConditions(document: Document): string {
  const conditions: Record<string, unknown> = {};
  const sources: Record<string, string[]> = {};
  for (const [name, { 'x-source': from, error, text, arguments: values, ...condition }] of Object.entries(
    document['x-conditions'],
  )) {
    conditions[name] = {
      ...condition,
      code: codeOf(document, error),
      text,
      ...(values && { arguments: values }),
      ...(from.every((it) => sourceEntry(it).isAssumed) && { assumed: true }),
    };
    sources[name] = from;
  }
  const rules: Record<string, unknown> = {};
  for (const { operation } of operationsOf(document)) {
    const names = operation['x-conditions'];
    if (names) rules[operation.operationId] = { defaults: bodyDefaults(document, operation), conditions: names };
  }
  return module(
    "import type { WriteCondition, WriteRules } from '../tables.js';",
    `/** The operations that have conditions. */\nexport type WriteOperation =\n${union(Object.keys(rules))};`,
    `/** The name of a condition on writes. */\nexport type WriteConditionName =\n${union(Object.keys(conditions))};`,
    `/** The conditions on writes of volumes and groups. */\nexport const writeConditions: Readonly<Record<WriteConditionName, WriteCondition>> = ${literal(conditions)};`,
    `/** The sources of each of them: keys of {@link sources}, each with an optional locator after it. */\nexport const writeSources: Readonly<Record<WriteConditionName, readonly string[]>> = ${literal(sources)};`,
    `/** The conditions of each operation that has some. */\nexport const writeRules: Readonly<Record<WriteOperation, WriteRules<WriteConditionName>>> = ${literal(rules)};`,
  );
}

const union = (names: string[]): string => names.map((name) => `  | '${name}'`).join('\n');

/** The code of an error, by its name. */
const codeOf = (document: Document, error = 'unspecified'): string => document['x-errors'][error]?.code ?? '';
