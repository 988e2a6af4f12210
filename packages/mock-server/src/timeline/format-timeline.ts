import { checkOptions } from '@powerstore-api/input';
import { printable, printableLines } from '@powerstore-api/settings/printable';
import pc from 'picocolors';
import stringWidth from 'string-width';
import * as v from 'valibot';
import wrapAnsi from 'wrap-ansi';
import { type Cell, type Row, rowsOf, type Tone } from './rows.js';
import type { TimelineEntry } from './timeline-entry.js';

/**
 * Options of {@link formatTimeline}.
 *
 * @example
 * ```ts
 * const options: TimelineOptions = { color: true, width: 120, sessions: ['erp-data'] };
 * ```
 */
export interface TimelineOptions {
  /**
   * Whether to use the colors of a terminal.
   * @default false
   */
  color?: boolean;
  /**
   * Width in columns. From 72 on each array has a column of its own; below, each line names its array.
   * @default 100
   */
  width?: number;
  /** Names of the resources whose sessions to show; all by default. */
  sessions?: readonly string[];
  /**
   * Whether to show queries and jobs as well.
   * @default false
   */
  all?: boolean;
}

const optionsSchema = v.strictObject({
  color: v.optional(v.boolean()),
  width: v.optional(v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(0))),
  sessions: v.optional(v.array(v.string())),
  all: v.optional(v.boolean()),
} satisfies Record<keyof TimelineOptions, v.GenericSchema>);

type Paint = (text: string) => string;

/** The narrowest page that has a column for each array. */
const twoColumnsFrom = 72;
const separator = ' │ ';

/**
 * Formats a journal as a page: the time since its first entry, the events of array A, and beside them those of array B. Events
 * that concern both, such as an outage of the link, go across. Characters that would act on the terminal become visible escapes.
 *
 * @example
 * ```ts
 * import { createSimulator } from '@powerstore-api/mock-server';
 * import { formatTimeline } from '@powerstore-api/mock-server/scenario';
 *
 * await using sim = await createSimulator({ clock: 'manual' });
 * sim.link.cut();
 * console.log(formatTimeline(sim.journal, { sessions: ['erp-data'], width: process.stdout.columns }));
 * // +0:00  ─────────────────────── link cut ───────────────────────
 * //        erp-data: OK → System_Paused │ erp-data: OK → System_Paused
 * ```
 */
export function formatTimeline(entries: readonly TimelineEntry[], options: TimelineOptions = {}): string {
  checkOptions('formatTimeline', optionsSchema, options);
  const { color = false, width = 100, sessions, all } = options;
  const rows = rowsOf(entries, { sessions, all }).map(printableRow);
  const times = rows.map(({ time }) => clock(time));
  // Show each time only once.
  const gutter = times.map((time, index) => (time === times[index - 1] ? '' : time));
  const left = Math.max(0, ...times.map((it) => it.length));
  const paint = palette(color);
  const layout = { left, width: Math.max(width, left + 24), paint };
  const lines = rows.map((row) => (width < twoColumnsFrom ? oneColumn(row, layout) : twoColumns(row, layout)));
  const page = lines.map((its, index) => {
    const blank = ' '.repeat(left);
    return its.map((line, at) =>
      `${at === 0 ? paint.time((gutter[index] ?? '').padEnd(left)) : blank}  ${line}`.trimEnd(),
    );
  });
  const head = width < twoColumnsFrom ? [] : heading(layout);
  return [...head, ...page.flat()].join('\n');
}

/** Names come from whoever asks the arrays, so they may hold anything. Only a note may have several lines. */
function printableRow({ time, ...cells }: Row): Row {
  const shown = Object.entries(cells).map(([place, { text, tone }]: [string, Cell]) => [
    place,
    { text: tone === 'note' ? printableLines(text) : printable(text), tone },
  ]);
  return { time, ...Object.fromEntries(shown) };
}

interface Layout {
  left: number;
  width: number;
  paint: ReturnType<typeof palette>;
}

const columnWidth = ({ left, width }: Layout): number => Math.floor((width - left - 2 - separator.length) / 2);

function heading(layout: Layout): string[] {
  const column = columnWidth(layout);
  const { paint, left } = layout;
  return [`${' '.repeat(left + 2)}${paint.head('array A'.padEnd(column))}${separator}${paint.head('array B')}`];
}

function twoColumns({ a, b, middle }: Row, layout: Layout): string[] {
  const { paint } = layout;
  const column = columnWidth(layout);
  if (middle) return across(middle, 2 * column + separator.length, paint);
  const cells = [a, b].map((cell) => ({ lines: cell ? wrap(cell.text, column) : [], tone: cell?.tone }));
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    cells
      .map(({ lines, tone }) => {
        const text = lines[index] ?? '';
        const padded = text + ' '.repeat(column - stringWidth(text));
        return tone ? paint[tone](padded) : padded;
      })
      .join(separator),
  );
}

/** A rule with the text in it, or the text alone if it is a note. */
function across({ text, tone }: Cell, width: number, paint: Layout['paint']): string[] {
  if (tone === 'note') return wrap(text, width).map((line) => paint.note(line));
  const rest = Math.max(0, width - stringWidth(text) - 2);
  const half = '─'.repeat(Math.floor(rest / 2));
  return [paint[tone](`${half} ${text} ${half}`)];
}

function oneColumn({ a, b, middle }: Row, { left, width, paint }: Layout): string[] {
  const lines = (name: string, cell: Cell | undefined): string[] =>
    cell
      ? wrap(cell.text, width - left - 6).map(
          (line, index) => `${index === 0 ? name.padEnd(3) : '   '} ${paint[cell.tone](line)}`,
        )
      : [];
  if (middle) return lines(middle.tone === 'note' ? '' : '──', middle);
  if (a && b && a.text === b.text) return lines('a b', a);
  return [...lines('a', a), ...lines('b', b)];
}

const wrap = (text: string, width: number): string[] => wrapAnsi(text, width, { hard: true }).split('\n');

const two = (value: number): string => String(value).padStart(2, '0');

/** `+0:05`, `+1:02:03`. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `+${hours}:${two(minutes)}:${two(seconds % 60)}` : `+${minutes}:${two(seconds % 60)}`;
}

function palette(color: boolean): Readonly<Record<Tone | 'time' | 'head', Paint>> {
  const colors = pc.createColors(color);
  return {
    good: colors.green,
    bad: colors.red,
    busy: colors.yellow,
    call: colors.cyan,
    note: (text) => colors.bold(text),
    time: colors.dim,
    head: colors.bold,
  };
}
