import { type AttributeInfo, attributes } from '@powerstore-api/types';
import { examplesOf } from './contract-document.js';
import type { Row } from './query/row.js';

/**
 * What a release before 3.0 does not say of a session: it knows asynchronous ones only, and nothing of the state of the
 * connection.
 */
const before3: Row = {
  type: 'Asynchronous',
  type_l10n: 'Asynchronous',
  data_connection_state: 'OK',
  data_connection_state_l10n: 'OK',
};

/** How deep associations can be selected: `volumes(name,replication_sessions(state))`. */
const depth = 2;

const known = new Map<string, Row[]>();

/**
 * The examples of a resource's instance as rows of its collection; of a resource that is only a collection, those in
 * it. Some are from older releases and lack attributes; the mock is of the newest one and has them all. What a row is
 * associated with is there with its attributes, where there is an example of it.
 */
export const exampleRows = (resource: string): Row[] => rowsTo(resource, depth);

function rowsTo(resource: string, levels: number): Row[] {
  const key = `${resource} ${levels}`;
  const found = known.get(key);
  if (found) return found;
  const rows = levels === 0 ? plainRows(resource) : plainRows(resource).map((row) => linked(resource, row, levels));
  known.set(key, rows);
  return rows;
}

function plainRows(resource: string): Row[] {
  const instances = examplesOf(`/${resource}/{id}`);
  const examples = (instances.length > 0 ? instances : examplesOf(`/${resource}`).flat()) as Row[];
  return examples.map((example) => complete(resource, example));
}

function linked(resource: string, row: Row, levels: number): Row {
  const associations = Object.entries(attributes[resource] ?? {}).flatMap(([name, { related }]) => {
    if (related === undefined || !row[name]) return [];
    const link = (one: Row): Row => ({
      ...rowsTo(related, levels - 1).find((it) => it['id'] === one['id']),
      ...one,
    });
    const value = row[name] as Row | Row[];
    return [[name, Array.isArray(value) ? value.map(link) : link(value)]];
  });
  return { ...row, ...Object.fromEntries(associations) };
}

function complete(resource: string, example: Row): Row {
  const row: Row = { ...example };
  for (const [name, info] of Object.entries(attributes[resource] ?? {})) row[name] ??= absent(name, info, row);
  return row;
}

function absent(name: string, { nullable, list, related }: AttributeInfo, row: Row): unknown {
  if (nullable) return null;
  if (list) return [];
  if (related !== undefined) return { id: row[`${name}_id`] };
  return before3[name];
}
