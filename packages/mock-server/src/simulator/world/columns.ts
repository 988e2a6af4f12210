import type { Column } from '../../query/store.js';

/** Columns of a list of rows, which follow the changes of the rows. */
export class Columns<Row extends object> {
  readonly #rows: readonly Row[];
  readonly #columns = new Map<string, KeptColumn<Row>>();
  readonly #changed = new Set<Row>();
  #positions: ReadonlyMap<Row, number> | undefined;

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
  }

  changed(row: Row): void {
    this.#changed.add(row);
  }

  of<Value>(key: string, valueOf: (row: Row) => Value): Column<Value> {
    this.#catchUp();
    let column = this.#columns.get(key);
    if (!column) this.#columns.set(key, (column = { valueOf, values: this.#rows.map(valueOf), changes: 0 }));
    // A key always means the same computation, so the values have this type.
    return column as Column<unknown> as Column<Value>;
  }

  #catchUp(): void {
    if (this.#changed.size === 0) return;
    this.#positions ??= new Map(this.#rows.map((row, at) => [row, at]));
    for (const row of this.#changed) {
      const at = this.#positions.get(row);
      if (at === undefined) continue;
      for (const column of this.#columns.values()) {
        const value = column.valueOf(row);
        if (value === column.values[at]) continue;
        column.values[at] = value;
        column.changes += 1;
      }
    }
    this.#changed.clear();
  }
}

interface KeptColumn<Row> {
  readonly valueOf: (row: Row) => unknown;
  readonly values: unknown[];
  changes: number;
}
