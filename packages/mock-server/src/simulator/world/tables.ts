import { attributes, literals } from '@powerstore-api/types';
import type { Column } from '../../query/store.js';
import type { Row } from '../../query/row.js';
import { Columns } from './columns.js';

/** The rows of one array, by resource and id. */
export interface Tables {
  rows(resource: string): readonly Row[];
  find(resource: string, id: string): Row | undefined;
  add(resource: string, row: Row): Row;
  /** Changes attributes of a row, and the texts of those that are enums with them. */
  change(resource: string, row: Row, changes: Row): void;
  remove(resource: string, id: string): void;
  resources(): readonly string[];
  /** What follows of each row from its own attributes: kept under a key, and up to date as rows change. */
  column<Value>(resource: string, key: string, valueOf: (row: Row) => Value): Column<Value>;
  /** Rows by the value of an attribute that does not change as long as a row is there. */
  grouped(resource: string, attribute: string): ReadonlyMap<unknown, readonly Row[]>;
}

export function createTables(): Tables {
  const tables = new Map<string, Map<string, Row>>();
  // Queries want a list: kept until a row comes or goes.
  const lists = new Map<string, Row[]>();
  const groups = new Map<string, Map<string, Map<unknown, Row[]>>>();
  const columns = new Map<string, Columns>();
  const forget = (resource: string): void => {
    lists.delete(resource);
    groups.delete(resource);
    columns.delete(resource);
  };

  const table = (resource: string): Map<string, Row> => {
    let found = tables.get(resource);
    if (!found) tables.set(resource, (found = new Map<string, Row>()));
    return found;
  };

  const rows = (resource: string): Row[] => {
    let list = lists.get(resource);
    if (!list) lists.set(resource, (list = [...table(resource).values()]));
    return list;
  };

  return {
    rows,
    grouped(resource, attribute) {
      const known = groups.get(resource) ?? new Map<string, Map<unknown, Row[]>>();
      groups.set(resource, known);
      let found = known.get(attribute);
      if (found) return found;
      known.set(attribute, (found = new Map<unknown, Row[]>()));
      for (const row of rows(resource)) {
        const group = found.get(row[attribute]);
        if (group) group.push(row);
        else found.set(row[attribute], [row]);
      }
      return found;
    },
    column(resource, key, valueOf) {
      let found = columns.get(resource);
      if (!found) columns.set(resource, (found = new Columns(rows(resource))));
      return found.of(key, valueOf);
    },
    find: (resource, id) => table(resource).get(id),
    add(resource, row) {
      table(resource).set(String(row['id']), row);
      forget(resource);
      return row;
    },
    change(resource, row, changes) {
      write(resource, row, changes);
      columns.get(resource)?.changed(row);
    },
    remove(resource, id) {
      table(resource).delete(id);
      forget(resource);
    },
    resources: () => [...tables.keys()],
  };
}

type Texts = Readonly<Record<string, { text: string }>>;

/** Resource → its attributes that are enums with a text beside them → the texts of their literals. */
const enums: ReadonlyMap<string, readonly (readonly [name: string, texts: Texts])[]> = new Map(
  Object.entries(attributes).map(([resource, known]) => [
    resource,
    Object.entries(known).flatMap(([name, info]) =>
      info.enum !== undefined && `${name}_l10n` in known ? [[name, literals[info.enum] ?? {}] as const] : [],
    ),
  ]),
);

function write(resource: string, row: Record<string, unknown>, changes: Row): Row {
  Object.assign(row, changes);
  // Last of all: what is copied from another row brings the texts of that one along.
  for (const [name, texts] of enums.get(resource) ?? [])
    if (Object.hasOwn(changes, name)) row[`${name}_l10n`] = localized(texts, changes[name]);
  return row;
}

function localized(texts: Texts, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((it) => localized(texts, it));
  return value === null ? null : (texts[String(value)]?.text ?? String(value));
}

/** Resource → a row with nothing in it yet: to copy, since what is in a row is never changed, only replaced. */
const blanks: ReadonlyMap<string, Row> = new Map(
  Object.entries(attributes).map(([resource, known]) => {
    const row: Record<string, unknown> = {};
    for (const [name, { nullable, list, related, type }] of Object.entries(known)) {
      // Associations are looked up when they are selected.
      if (related === undefined) row[name] = nullable ? null : list === true ? [] : type === 'boolean' ? false : null;
    }
    // What a parser makes is compact, and so are copies of it. A row that is filled name by name becomes a hash table,
    // which takes three times the memory and is slower to read.
    return [resource, JSON.parse(JSON.stringify(row)) as Row];
  }),
);

/** A row of a resource with every attribute there is: those not given are `null`, or what an attribute that is never null has. */
export const completeRow = (resource: string, given: Readonly<Record<string, unknown>>): Row =>
  write(resource, { ...blanks.get(resource) }, given);
