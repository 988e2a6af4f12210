import {
  contractRelease,
  attributeInfo,
  type AttributeInfo,
  attributes,
  type EnumName,
  isRelatedResource,
  isResource,
  literals,
  relatedAttributes,
} from '@powerstore-api/types';
import { examplesOf } from '../contract/document.js';
import { columnOf } from '../query/column.js';
import type { Row } from '../query/row.js';
import type { Store } from '../query/store.js';
import { releaseOf } from '../contract/release.js';

/** Attributes that a session has from 3.0 on. Before, every session was asynchronous. */
const before3: Row = {
  type: 'Asynchronous',
  type_l10n: 'Asynchronous',
  data_connection_state: 'OK',
  data_connection_state_l10n: 'OK',
};

const known = new Map<string, Row[]>();

/**
 * The examples of a resource as rows of its collection: those of its instances or, if it has no instance path, those of the
 * collection. Some examples are of older releases and lack attributes; the rows have all those of the newest release.
 */
function exampleRows(resource: string): Row[] {
  const found = known.get(resource);
  if (found) return found;
  const instances = examplesOf(`/${resource}/{id}`);
  const examples = (instances.length > 0 ? instances : examplesOf(`/${resource}`).flat()) as Row[];
  const rows = examples.map((example) => complete(resource, example));
  known.set(resource, rows);
  return rows;
}

function complete(resource: string, example: Row): Row {
  const row: Record<string, unknown> = { ...example };
  for (const [name, info] of Object.entries<AttributeInfo>(isResource(resource) ? attributes[resource] : {}))
    row[name] ??= absent(name, info, row);
  return row;
}

function absent(name: string, { nullable, list, related }: AttributeInfo, row: Row): unknown {
  if (nullable) return null;
  if (list) return [];
  if (related !== undefined) return { id: row[`${name}_id`] };
  return before3[name];
}

/**
 * An embedded instance of a resource without examples, with a value for each attribute that cannot be `null`. A selection of
 * them would break the contract otherwise.
 */
function invented(related: string): Row {
  const table: Readonly<Record<string, AttributeInfo>> = isRelatedResource(related) ? relatedAttributes[related] : {};
  return Object.fromEntries(
    Object.entries(table).map(([name, info]) => [
      name,
      info.nullable ? null : inventedValue(info, table[name.replace(/_l10n$/, '')]?.enum),
    ]),
  );
}

/** `enumName` is that of the literal, or of the literal that a text such as `state_l10n` says in words. */
function inventedValue({ type, list }: AttributeInfo, enumName: EnumName | undefined): unknown {
  if (list) return [];
  if (type === 'boolean') return false;
  if (type === 'integer') return 1;
  if (type === 'date-time') return '1970-01-01T00:00:00.000+00:00';
  const [first] = enumName === undefined ? [] : Object.entries(literals[enumName]);
  return (type === 'enum' ? first?.[0] : first?.[1].text) ?? '';
}

/**
 * The examples as the rows of an array of the newest release. A related resource has all its attributes, those of its example where
 * there is one.
 */
export const exampleStore: Store = {
  showsInternal: false,
  release: releaseOf(contractRelease),
  rows: exampleRows,
  column: (resource, _key, valueOf) => columnOf(exampleRows(resource), valueOf),
  find: (resource, id) => exampleRows(resource).find((row) => row['id'] === id),
  related(resource, association, row) {
    const related = attributeInfo(resource, association)?.related ?? '';
    const link = (one: Row): Row => ({
      ...(exampleStore.find(related, String(one['id'])) ?? invented(related)),
      ...one,
    });
    const value = (row[association] ?? null) as Row | Row[] | null;
    return Array.isArray(value) ? value.map(link) : value && link(value);
  },
};

/** The same for requests with internal visibility. */
export const internalStore: Store = { ...exampleStore, showsInternal: true };
