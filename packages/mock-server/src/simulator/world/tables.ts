import {
  type AttributeInfo,
  attributes,
  isResource,
  type LiteralInfo,
  literals,
  type Resource,
} from '@powerstore-api/types';
import { nameIn } from '../../query/instance.js';
import type { Row as AnyRow } from '../../query/row.js';
import type { Column } from '../../query/store.js';
import { Columns } from './columns.js';
import type { NewRow, Row, Table } from './rows.js';

/** The rows of one array, by resource and id. */
export interface Tables {
  rows<R extends Table>(resource: R): readonly Row<R>[];
  find<R extends Table>(resource: R, id: string): Row<R> | undefined;
  /** By its id or, where the resource offers that, as `name:` and its name. */
  findByReference<R extends Table>(resource: R, reference: string): Row<R> | undefined;
  add<R extends Table>(resource: R, row: Row<R>): Row<R>;
  /** Changes attributes of a row, and the texts of those that are enums with them. */
  change<R extends Table>(resource: R, row: Row<R>, changes: Partial<Row<R>>): void;
  remove(resource: Table, id: string): void;
  /** What follows of each row from its own attributes: kept under a key, and up to date as rows change. */
  column<R extends Table, Value>(resource: R, key: string, valueOf: (row: Row<R>) => Value): Column<Value>;
  /** Rows by the value of an attribute that does not change as long as a row is there. */
  grouped<R extends Table, Name extends keyof Row<R>>(
    resource: R,
    attribute: Name,
  ): ReadonlyMap<Row<R>[Name], readonly Row<R>[]>;
}

export function createTables(): Tables {
  const tables: { readonly [R in Table]: OneTable<Row<R>> } = {
    appliance: createTable(),
    cluster: createTable(),
    host_volume_mapping: createTable(),
    job: createTable(),
    login_session: createTable(),
    policy: createTable(),
    remote_system: createTable(),
    replication_rule: createTable(),
    replication_session: createTable(),
    software_installed: createTable(),
    volume: createTable(),
    volume_group: createTable(),
  };
  const table = <R extends Table>(resource: R): OneTable<Row<R>> => tables[resource];
  return {
    rows: (resource) => table(resource).rows(),
    find: (resource, id) => table(resource).find(id),
    findByReference(resource, reference) {
      const name = nameIn(resource, reference);
      if (name === undefined) return table(resource).find(reference);
      return table(resource)
        .rows()
        .find((row) => 'name' in row && row.name === name);
    },
    add: (resource, row) => table(resource).add(row),
    change(resource, row, changes) {
      write(resource, row, changes);
      table(resource).changed(row);
    },
    remove: (resource, id) => table(resource).remove(id),
    column: (resource, key, valueOf) => table(resource).column(key, valueOf),
    grouped: (resource, attribute) => table(resource).grouped(attribute),
  };
}

interface OneTable<R extends { readonly id: string }> {
  rows(): readonly R[];
  find(id: string): R | undefined;
  add(row: R): R;
  changed(row: R): void;
  remove(id: string): void;
  column<Value>(key: string, valueOf: (row: R) => Value): Column<Value>;
  grouped<Name extends keyof R>(attribute: Name): ReadonlyMap<R[Name], readonly R[]>;
}

function createTable<R extends { readonly id: string }>(): OneTable<R> {
  const byId = new Map<string, R>();
  // What follows from the rows is kept until one of them comes or goes. Queries want a list.
  let list: R[] | undefined;
  let columns: Columns<R> | undefined;
  let groups: { [Name in keyof R]?: ReadonlyMap<R[Name], readonly R[]> } = {};
  const forget = (): void => {
    list = undefined;
    columns = undefined;
    groups = {};
  };
  const rows = (): R[] => (list ??= [...byId.values()]);
  return {
    rows,
    find: (id) => byId.get(id),
    add(row) {
      byId.set(row.id, row);
      forget();
      return row;
    },
    changed: (row) => columns?.changed(row),
    remove(id) {
      byId.delete(id);
      forget();
    },
    column: (key, valueOf) => (columns ??= new Columns(rows())).of(key, valueOf),
    grouped: (attribute) => (groups[attribute] ??= groupedBy(rows(), attribute)),
  };
}

function groupedBy<R, Name extends keyof R>(rows: readonly R[], attribute: Name): Map<R[Name], R[]> {
  const groups = new Map<R[Name], R[]>();
  for (const row of rows) {
    const group = groups.get(row[attribute]);
    if (group) group.push(row);
    else groups.set(row[attribute], [row]);
  }
  return groups;
}

type Texts = Readonly<Record<string, LiteralInfo>>;

const attributesOf = (resource: Resource): [string, AttributeInfo][] =>
  Object.entries<AttributeInfo>(attributes[resource]);

const resources = Object.keys(attributes).filter(isResource);

/** What an array may have rows of. */
export const tableNames: readonly Table[] = [...resources, 'appliance'];

/** Resource → its attributes that are enums with a text beside them → the texts of their literals. */
const enums: ReadonlyMap<Table, readonly (readonly [name: string, texts: Texts])[]> = new Map(
  resources.map((resource) => [
    resource,
    attributesOf(resource).flatMap(([name, info]) =>
      info.enum !== undefined && `${name}_l10n` in attributes[resource] ? [[name, literals[info.enum]] as const] : [],
    ),
  ]),
);

/** Puts values into a row, which is read-only to everybody else. */
function write(resource: Table, row: object, values: AnyRow): void {
  Object.assign(row, values);
  // Last of all: a row that is copied from another one brings its texts.
  for (const [name, texts] of enums.get(resource) ?? [])
    if (Object.hasOwn(values, name)) Object.assign(row, { [`${name}_l10n`]: localized(texts, values[name]) });
}

function localized(texts: Texts, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((it) => localized(texts, it));
  return value === null ? null : (texts[String(value)]?.text ?? String(value));
}

/** Resource → a row with nothing in it yet: to copy, since what is in a row is never changed, only replaced. */
const blanks: ReadonlyMap<Table, AnyRow> = new Map(
  resources.map((resource) => {
    const row: Record<string, unknown> = {};
    for (const [name, { nullable, list, related, type }] of attributesOf(resource)) {
      // Associations are looked up when they are selected.
      if (related === undefined) row[name] = nullable ? null : list === true ? [] : type === 'boolean' ? false : null;
    }
    // What a parser makes is compact, and so are copies of it. A row that is filled name by name becomes a hash table,
    // which takes three times the memory and is slower to read.
    return [resource, JSON.parse(JSON.stringify(row)) as AnyRow];
  }),
);

/** A row of a resource with every attribute there is. */
export function completeRow<R extends Resource>(resource: R, given: NewRow<R>): Row<R> {
  const row = { ...blanks.get(resource) };
  write(resource, row, given);
  // The blank has what may be left out, and the texts follow from the rest.
  return row as Row<R>;
}

/**
 * A row that was recorded of an array, or saved, with the attributes that it lacks. It may hold literals and attributes that
 * the contract does not know, and keeps them: nothing in the simulator goes by a literal that it does not name.
 */
export const rowFromOutside = <R extends Table>(resource: R, row: AnyRow): Row<R> =>
  ({ ...blanks.get(resource), ...row }) as Row<R>;
