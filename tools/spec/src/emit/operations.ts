import { type Document, type Operation, operationsOf, resolveSchema, takesName } from '../contract/document.ts';
import { literal, module } from './module.ts';

/** The operations, with everything that a client has to know before it sends one. */
export function emitOperations(document: Document): string {
  const table = Object.fromEntries(
    operationsOf(document).map(({ path, method, operation }) => [
      operation.operationId,
      {
        method: method.toUpperCase(),
        path,
        resource: operation.tags[0],
        added: operation['x-added'] ?? '1.0.0.0',
        safety: operation['x-safety'],
        retry: operation['x-retry'],
        ...(hasFields(document, operation) && { body: operation.requestBody?.required ? 'required' : 'optional' }),
        ...(takesName(document, path) && { byName: true }),
        statuses: Object.keys(operation.responses).map(Number),
      },
    ]),
  );
  return module(
    "import type { OperationId, OperationInfo } from '../tables.js';",
    `/** The operations of the API, by \`operationId\`. */\nexport const operations: Readonly<Record<OperationId, OperationInfo>> = ${literal(table)};`,
  );
}

/** Some operations take a body without fields: there is nothing to send. */
function hasFields(document: Document, { requestBody }: Operation): boolean {
  const schema = requestBody?.content['application/json']?.schema;
  return schema !== undefined && Object.keys(resolveSchema(document, schema).properties ?? {}).length > 0;
}
