import { atLeast, below, type Verdict } from '../verdict.js';
import type { Report } from './measure.js';
import type { Contender, Question } from './servers.js';

/** The targets of the simulator. */
export function judge(report: Report): Verdict[] {
  /** How many times as many requests as another server. */
  const ratio = (question: Question, one: Contender, other: Contender): number =>
    report[one].throughput[question].rate / report[other].throughput[question].rate;
  return [
    atLeast('one session: with Prism / Prism embedded', 1.2, ratio('one', 'with Prism', 'Prism')),
    atLeast('a page of 100: with Prism / Prism embedded', 1.2, ratio('page', 'with Prism', 'Prism')),
    atLeast('one session: fast / bare node:http', 0.5, ratio('one', 'fast', 'node:http')),
    below('start with Prism, ms', 1500, report['with Prism'].start),
    below('start fast, ms', 400, report.fast.start),
    below('filtered, ordered page of 100,000: fast, ms', 25, report.fast.query[100_000]?.p50),
  ];
}
