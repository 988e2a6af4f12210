// A whole run on one array in this process, with its report and the printed lines.
import { type Report, runContract } from '../../src/index.js';

export interface Run {
  report: Report;
  printed: string;
}

/** Checks an array in read-only mode, as fast as it answers, through a proxy where there is one. */
export async function run(
  { url, username, password }: { url: string; username: string; password: string },
  {
    through = url,
    rows,
    baseline,
    details,
  }: { through?: string; rows?: number; baseline?: string; details?: string } = {},
): Promise<Run> {
  const lines: string[] = [];
  const report = await runContract({
    arrays: { a: { url: through, username, password } },
    // Each day asks other queries, and a test has to do the same every day.
    seed: 'tests',
    pace: { requestsPerSecond: undefined, ...(rows !== undefined && { rows }) },
    baseline,
    details,
    print: (line) => lines.push(line),
    tell: () => undefined,
  });
  if (!report) throw new Error('there is no report');
  return { report, printed: lines.join('\n') };
}
