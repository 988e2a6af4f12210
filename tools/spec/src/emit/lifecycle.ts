import { type Document, operationsOf, resolveSchema } from '../contract/document.ts';
import { literal, module } from './module.ts';

/** The state table of each action, with the defaults of its body for the conditions in `when`. */
export function emitLifecycle(document: Document): string {
  const table: Record<string, unknown> = {};
  for (const { operation } of operationsOf(document)) {
    if (!operation['x-lifecycle']) continue;
    const schema = operation.requestBody?.content['application/json']?.schema;
    const properties = schema ? resolveSchema(document, schema).properties : {};
    table[operation.operationId] = {
      defaults: Object.fromEntries(
        Object.entries(properties ?? {}).flatMap(([name, property]) =>
          'default' in property ? [[name, property.default]] : [],
        ),
      ),
      rules: operation['x-lifecycle'].map(({ 'x-source': sources, ...rule }) => ({ ...rule, sources })),
    };
  }
  return module(
    "import type { Lifecycle } from '../tables.js';\nimport type { LifecycleOperation } from './resource-types.js';",
    `/** The state table of each operation that has one. */\nexport const lifecycle: { readonly [Id in LifecycleOperation]: Lifecycle<Id> } = ${literal(table)};`,
  );
}
