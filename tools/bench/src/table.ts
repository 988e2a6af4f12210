import colors from 'picocolors';
import { type Figures, type Report, type Size, sizes } from './measure.js';
import { type Contender, contenders } from './servers.js';
import type { Verdict } from './targets.js';

const headings: Readonly<Record<Contender, readonly [string, string]>> = {
  'with Prism': ['simulator', 'with Prism'],
  fast: ['simulator', 'fast'],
  Prism: ['Prism', 'embedded'],
  'static mock': ['mock', 'static'],
  'node:http': ['node:http', 'bare'],
};

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const precise = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const megabytes = (bytes: number): string => whole(bytes / 1024 ** 2);
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

const columns = ([0, 1] as const).map((index) => contenders.map((contender) => headings[contender][index]));

interface Line {
  label: string;
  /** What a server has of it; absent for a heading. */
  of?: (figures: Figures) => string | undefined;
}

const some = (value: number | undefined, show: (value: number) => string): string | undefined =>
  value === undefined ? undefined : show(value);

const lines: readonly Line[] = [
  { label: 'One session, by its id' },
  { label: '  requests/s', of: ({ throughput: { one } }) => whole(one.rate) },
  { label: '  p99, ms', of: ({ throughput: { one } }) => precise(one.p99) },
  { label: '  processor time, µs', of: ({ throughput: { one } }) => whole(one.processor) },
  { label: 'A page of 100 sessions' },
  { label: '  requests/s', of: ({ throughput: { page } }) => whole(page.rate) },
  { label: '  p99, ms', of: ({ throughput: { page } }) => precise(page.p99) },
  { label: '  processor time, µs', of: ({ throughput: { page } }) => whole(page.processor) },
  { label: '  size of the answer, KB', of: ({ throughput: { page } }) => kilobytes(page.bytes) },
  { label: 'A filtered, ordered page of 100' },
  ...sizes.flatMap((size): Line[] => [
    { label: `  of ${whole(size)}: median, ms`, of: ({ query }) => some(query[size]?.p50, precise) },
    { label: '    p99, ms', of: ({ query }) => some(query[size]?.p99, precise) },
  ]),
  { label: 'Start to first answer, ms', of: ({ start }) => whole(start) },
  { label: 'Memory, MB', of: ({ memory }) => megabytes(memory.start) },
  ...sizes.map((size: Size): Line => ({
    label: `  with ${whole(size)} sessions`,
    of: ({ memory }) => some(memory[size], megabytes),
  })),
];

/** Figures and verdicts for a person. */
export function table(report: Report, verdicts: readonly Verdict[], colored: boolean): string {
  const { bold, dim, green, red } = colors.createColors(colored);
  const first = Math.max(...lines.map(({ label }) => label.length));
  const row = (label: string, cells: readonly string[]): string =>
    label.padEnd(first) + cells.map((cell) => cell.padStart(12)).join('');
  const figures = lines.map(({ label, of }) =>
    of
      ? row(
          label,
          contenders.map((contender) => of(report[contender]) ?? ''),
        ).trimEnd()
      : bold(label),
  );
  const widest = Math.max(...verdicts.map(({ what }) => what.length));
  const judged = verdicts.map(({ what, measured, atLeast, below, met }) => {
    const value = (below !== undefined && below >= 100 ? whole : precise)(measured).padStart(8);
    const wanted = atLeast === undefined ? `< ${whole(below ?? 0)}` : `≥ ${atLeast}`;
    return `${met ? green('met   ') : red('missed')}  ${what.padEnd(widest)}${value}  ${dim(wanted)}`;
  });
  return [...columns.map((names) => bold(row('', names))), ...figures, '', ...judged].join('\n');
}
