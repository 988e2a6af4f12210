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
  /** Finds a row by its id or, if the resource takes names, by `name:` and its name. */
  findByReference<R extends Table>(resource: R, reference: string): Row<R> | undefined;
  add<R extends Table>(resource: R, row: Row<R>): Row<R>;
  /** Changes attributes of a row, and the texts of enums among them. */
  change<R extends Table>(resource: R, row: Row<R>, changes: Partial<Row<R>>): void;
  remove(resource: Table, id: string): void;
  /** A value that is computed from each row. Kept under the key, and updated when rows change. */
  column<R extends Table, Value>(resource: R, key: string, valueOf: (row: Row<R>) => Value): Column<Value>;
  /** Rows by the value of an attribute that never changes. */
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
  // Derived from the rows, and kept until a row is added or removed.
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

/** The resources that an array keeps rows of. */
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

/** Writes values into a row, which is read-only everywhere else. */
function write(resource: Table, row: object, values: AnyRow): void {
  Object.assign(row, values);
  // After the other values: a row that is copied from another one has the old texts.
  for (const [name, texts] of enums.get(resource) ?? [])
    if (Object.hasOwn(values, name)) Object.assign(row, { [`${name}_l10n`]: localized(texts, values[name]) });
}

function localized(texts: Texts, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((it) => localized(texts, it));
  return value === null ? null : (texts[String(value)]?.text ?? String(value));
}

/** Resource → an empty row, to copy. Copies can share its lists, because a row's values are replaced and never changed. */
const blanks: ReadonlyMap<Table, AnyRow> = new Map(
  resources.map((resource) => {
    const row: Record<string, unknown> = {};
    for (const [name, { nullable, list, related, type }] of attributesOf(resource)) {
      // Associations are looked up when they are selected.
      if (related === undefined) row[name] = nullable ? null : list === true ? [] : type === 'boolean' ? false : null;
    }
    // V8 lays out a parsed object, and copies of it, compactly. An object filled name by name becomes a hash table, which takes
    // three times the memory and is slower to read.
    return [resource, JSON.parse(JSON.stringify(row)) as AnyRow];
  }),
);

/** Creates a row with every attribute of its resource. */
export function completeRow<R extends Resource>(resource: R, given: NewRow<R>): Row<R> {
  const row = { ...blanks.get(resource) };
  write(resource, row, given);
  // The empty row has the defaults, and `write` adds the texts.
  return row as Row<R>;
}

/**
 * Completes a row from a recording or a saved state. It keeps literals and attributes that the contract does not know, and the
 * compiler is told here, once, that it has none: no code of the simulator depends on a literal that it does not name.
 */
export const rowFromOutside = <R extends Table>(resource: R, row: AnyRow): Row<R> =>
  ({ ...blanks.get(resource), ...row }) as Row<R>;
