import { type Line, precise, table, whole } from '../format.js';
import { type Figures, type Report, sizes } from './measure.js';
import { type Contender, contenders } from './servers.js';

const headings: Readonly<Record<Contender, readonly [string, string]>> = {
  'with Prism': ['simulator', 'with Prism'],
  fast: ['simulator', 'fast'],
  Prism: ['Prism', 'embedded'],
  'static mock': ['mock', 'static'],
  'node:http': ['node:http', 'bare'],
};

const megabytes = (bytes: number): string => whole(bytes / 1024 ** 2);
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

const some = (value: number | undefined, show: (value: number) => string): string | undefined =>
  value === undefined ? undefined : show(value);

/** Figures of the simulator, and of what it is compared with, for a person. */
export function simulatorTable(report: Report, colored: boolean): string {
  const line = (label: string, of: (figures: Figures) => string | undefined): Line => ({
    label,
    cells: contenders.map((contender) => of(report[contender])),
  });
  return table(
    ([0, 1] as const).map((index) => contenders.map((contender) => headings[contender][index])),
    [
      { label: 'One session, by its id' },
      line('  requests/s', ({ throughput: { one } }) => whole(one.rate)),
      line('  p99, ms', ({ throughput: { one } }) => precise(one.p99)),
      line('  processor time, µs', ({ throughput: { one } }) => whole(one.processor)),
      { label: 'A page of 100 sessions' },
      line('  requests/s', ({ throughput: { page } }) => whole(page.rate)),
      line('  p99, ms', ({ throughput: { page } }) => precise(page.p99)),
      line('  processor time, µs', ({ throughput: { page } }) => whole(page.processor)),
      line('  size of the answer, KB', ({ throughput: { page } }) => kilobytes(page.bytes)),
      { label: 'A filtered, ordered page of 100' },
      ...sizes.flatMap((size) => [
        line(`  of ${whole(size)}: median, ms`, ({ query }) => some(query[size]?.p50, precise)),
        line('    p99, ms', ({ query }) => some(query[size]?.p99, precise)),
      ]),
      line('Start to first answer, ms', ({ start }) => whole(start)),
      line('Memory, MB', ({ memory }) => megabytes(memory.start)),
      ...sizes.map((size) => line(`  with ${whole(size)} sessions`, ({ memory }) => some(memory[size], megabytes))),
    ],
    colored,
  );
}
