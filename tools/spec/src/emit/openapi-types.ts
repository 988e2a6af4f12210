import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { type Document, operationsOf, type Schema } from '../contract/document.ts';
import { sourceEntry } from '../contract/source-entry.ts';
import { module } from './module.ts';

/** The types of every path, operation and schema, with first release and source on hover. */
export async function emitOpenapiTypes(document: Document): Promise<string> {
  const nodes = await openapiTS(withProvenance(document) as unknown as OpenAPI3, {
    // Otherwise a `default` would make a property of a request required.
    defaultNonNullable: false,
    transform(_schema, { path }) {
      // `"OK" | string` is just string to TypeScript; this keeps the known literals for completion.
      if (path === '#/components/schemas/UnknownLiteral') {
        return ts.factory.createIntersectionTypeNode([
          ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
          ts.factory.createTypeLiteralNode([]),
        ]);
      }
      return undefined;
    },
  });
  return module(astToString(nodes).trim());
}

/** Adds first release and source to the descriptions, which become doc comments. */
function withProvenance(document: Document): Document {
  const copy = structuredClone(document);
  const titles = copy['x-sources'];
  const describe = (node: Schema, inherited: string[] = []): void => {
    const sources = node['x-source'] ?? inherited;
    const lines = [
      node.description,
      node['x-added'] && `Since ${node['x-added']}.`,
      ...Object.entries(node['x-added_value'] ?? {}).map(
        ([release, values]) => `Since ${release}: ${values.join(', ')}.`,
      ),
      sources.length > 0 && `Source: ${sources.map((entry) => sourceTitle(entry, titles)).join('; ')}.`,
    ];
    const text = lines.filter(Boolean).join('\n\n');
    if (text) node.description = text;
    for (const property of Object.values(node.properties ?? {})) describe(property, sources);
  };
  for (const schema of Object.values(copy.components.schemas)) describe(schema);
  for (const { operation } of operationsOf(copy)) describe(operation as Schema);
  return copy;
}

function sourceTitle(entry: string, titles: Document['x-sources']): string {
  const { key, locator, isAssumed } = sourceEntry(entry);
  const title = isAssumed ? key : (titles[key]?.title ?? key);
  return locator === '' ? title : `${title} (${locator})`;
}
