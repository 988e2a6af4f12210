import colors from 'picocolors';
import type { Verdict } from './verdict.js';

export const whole = (value: number): string => Math.round(value).toLocaleString('en');
export const precise = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

export interface Line {
  label: string;
  /** The content of each column; absent for a heading. */
  cells?: readonly (string | undefined)[];
}

/** Figures in columns, each with a heading of some lines. */
export function table(headings: readonly (readonly string[])[], lines: readonly Line[], colored: boolean): string {
  const { bold } = colors.createColors(colored);
  const first = Math.max(...lines.map(({ label }) => label.length));
  const row = (label: string, cells: readonly (string | undefined)[]): string =>
    (label.padEnd(first) + cells.map((cell = '') => cell.padStart(12)).join('')).trimEnd();
  return [
    ...headings.map((names) => bold(row('', names))),
    ...lines.map(({ label, cells }) => (cells ? row(label, cells) : bold(label))),
  ].join('\n');
}

/** The targets, and whether each was met. */
export function verdictLines(verdicts: readonly Verdict[], colored: boolean): string {
  const { dim, green, red } = colors.createColors(colored);
  const widest = Math.max(...verdicts.map(({ what }) => what.length));
  return verdicts
    .map(({ what, measured, atLeast, atMost, below, met }) => {
      const value = (measured >= 100 ? whole : precise)(measured).padStart(8);
      const wanted =
        atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : `< ${whole(below ?? 0)}`;
      return `${met ? green('met   ') : red('missed')}  ${what.padEnd(widest)}${value}  ${dim(wanted)}`;
    })
    .join('\n');
}
