import { alternatives, type Document, enumOf, resolveSchema, type Schema } from '../contract/document.ts';
import { typeName } from './enums.ts';

/**
 * A schema as a TypeScript type in which nothing is optional and enums are closed. The types of answers are the opposite: an array
 * leaves out attributes that nobody selected, and a newer one answers with literals that the contract does not know.
 */
export function closedType(document: Document, schema: Schema): string {
  const enumeration = enumOf(document, schema);
  const values = enumeration
    ? [`Enums['${typeName(enumeration.name)}']`]
    : alternatives(document, schema).map((it) => plain(document, it));
  const nullable = (schema.anyOf ?? [schema]).some((it) => [it.type].flat().includes('null'));
  return [...new Set([...values.filter((it) => it !== 'null'), ...(nullable ? ['null'] : [])])].join(' | ');
}

function plain(document: Document, schema: Schema): string {
  const { type, items, properties } = resolveSchema(document, schema);
  switch ([type].flat().find((it) => it !== 'null')) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return `readonly ${inBrackets(closedType(document, items ?? {}))}[]`;
    case 'object':
      return properties ? members(document, properties) : 'Readonly<Record<string, unknown>>';
    default:
      return [type].flat().includes('null') ? 'null' : 'unknown';
  }
}

const members = (document: Document, properties: Record<string, Schema>): string =>
  `{ ${Object.entries(properties)
    .map(([name, property]) => `${name}: ${closedType(document, property)}`)
    .join('; ')} }`;

const inBrackets = (type: string): string => (type.includes(' | ') ? `(${type})` : type);
