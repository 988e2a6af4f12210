import {
  bodyDefaults,
  type Document,
  type LifecycleRefusal,
  type Operation,
  operationsOf,
} from '../contract/document.ts';
import { literal, module } from './module.ts';

/** The state table of each action: the rows that allow it, those that refuse it, and the defaults of its body for `when`. */
export function emitLifecycle(document: Document): string {
  const table = tableOf(document, (rows, operation) => ({
    defaults: bodyDefaults(document, operation),
    ...rows((row) => row),
  }));
  return module(
    "import type { Lifecycle } from '../tables.js';\nimport type { LifecycleOperation } from './resource-types.js';",
    `/** The state table of each operation that has one. */\nexport const lifecycle: { readonly [Id in LifecycleOperation]: Lifecycle<Id> } = ${literal(table)};`,
  );
}

/** The sources of the rows, in a table of their own: programs that judge need not load them. */
export function emitLifecycleSources(document: Document): string {
  const table = tableOf(document, (rows) => rows((_, sources) => sources));
  return module(
    "import type { LifecycleSources } from '../tables.js';\nimport type { LifecycleOperation } from './resource-types.js';",
    `/** The sources of each row of {@link lifecycle}, in the same order. */\nexport const lifecycleSources: { readonly [Id in LifecycleOperation]: LifecycleSources } = ${literal(table)};`,
  );
}

type Rows = (map: (row: object, sources: string[]) => unknown) => { rules: unknown[]; refusals: unknown[] };

function tableOf(document: Document, entry: (rows: Rows, operation: Operation) => unknown): Record<string, unknown> {
  const table: Record<string, unknown> = {};
  for (const { operation } of operationsOf(document)) {
    const { 'x-lifecycle': rules, 'x-refused': refusals = [] } = operation;
    if (!rules) continue;
    const rows: Rows = (map) => {
      const each = ({ 'x-source': sources, ...row }: LifecycleRefusal): unknown => map(row, sources);
      return { rules: rules.map(each), refusals: refusals.map(each) };
    };
    table[operation.operationId] = entry(rows, operation);
  }
  return table;
}
