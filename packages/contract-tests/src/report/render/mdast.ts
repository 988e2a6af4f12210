// Markdown as a tree, so that no text of an array can become markup.
import type { PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';

export const text = (value: string): PhrasingContent => ({ type: 'text', value });
export const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
export const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });

export const heading = (depth: 1 | 2 | 3, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
});
export const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });
/** Our own markup, and never a text of an array. */
export const html = (value: string): RootContent => ({ type: 'html', value });

/** A block of code, which is copied as it is. */
export const block = (lang: string, value: string): RootContent => ({ type: 'code', lang, value });

export const list = (items: readonly PhrasingContent[][]): RootContent => ({
  type: 'list',
  spread: false,
  children: items.map((children) => ({ type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] })),
});

export type Cells = readonly (readonly PhrasingContent[])[];

/** A table. A column whose name begins with `#` holds numbers. */
export function table(columns: readonly string[], rows: readonly Cells[]): Table {
  const row = (cells: Cells): TableRow => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children: [...children] })),
  });
  return {
    type: 'table',
    align: columns.map((name) => (name.startsWith('#') ? 'right' : 'left')),
    children: [row(columns.map((name) => [text(name.replace(/^#/, ''))])), ...rows.map(row)],
  };
}

/** Folded content below a summary, which is our own text. */
export const details = (summary: string, ...content: RootContent[]): RootContent[] => [
  html(`<details>\n<summary>${summary}</summary>`),
  ...content,
  html('</details>'),
];

export const write = (children: readonly RootContent[]): string =>
  toMarkdown(
    { type: 'root', children: [...children] },
    { bullet: '-', extensions: [gfmTableToMarkdown({ tablePipeAlign: false })] },
  );

/** The rows that fit into so many bytes, and the number of those that do not. */
export function fitting(
  columns: readonly string[],
  rows: readonly Cells[],
  bytes: number,
): { shown: Cells[]; omitted: number } {
  const shown: Cells[] = [];
  let roomBytes = bytes;
  for (const row of rows) {
    roomBytes -= Buffer.byteLength(write([table(columns, [row])]));
    if (roomBytes < 0) break;
    shown.push(row);
  }
  return { shown, omitted: rows.length - shown.length };
}

/** The beginning of a text that is too long for a cell. */
export const short = (value: string, length = 240): string =>
  value.length > length ? `${value.slice(0, length)}…` : value;
