// The difference between two runs, for the terminal and for a pull request.
import type { RootContent } from 'mdast';
import pc from 'picocolors';
import { type Change, type ChangedCheck, type Difference, isGone, isWorse } from '../diff-reports.js';
import { describeFinding } from '../../findings/describe-finding.js';
import type { ReportedFinding } from '../reported-finding.js';
import { findingColumns, findingRows } from './finding-cells.js';
import { code, details, fitting, heading, paragraph, type Cells, short, strong, table, text, write } from './mdast.js';
import { many, verdicts } from './view.js';

const changed = <T extends string>({ before, after }: Change<T>): string =>
  before === after ? before : `${before} → ${after}`;

const verdictOf = ({ verdict: { before, after } }: Difference): string =>
  changed({ before: verdicts[before], after: verdicts[after] });

const outcomeOf = ({ before, after }: ChangedCheck): string => `${before ?? 'absent'} → ${after ?? 'absent'}`;

/** The two runs: their arrays, releases, contracts and modes. */
const factsOf = ({ arrays, contract, mode, started }: Difference): string[] => [
  ...arrays.map(
    ({ label, release: { before, after } }) =>
      `${label}: release ${changed({ before: before ?? 'not asked', after: after ?? 'not asked' })}`,
  ),
  `contract of ${changed(contract)}`,
  `mode ${changed(mode)}`,
  `run of ${started.before} → ${started.after}`,
];

/** The reasons why the two runs may not be comparable. */
const caution = ({ contract, mode, seed, checks }: Difference): string[] => [
  ...(contract.before === contract.after
    ? []
    : ['The two runs compared the arrays with different contracts, so a new finding may come from the contract.']),
  ...(seed.before === seed.after
    ? []
    : [
        `The two runs asked other queries: their seeds are ${seed.before} and ${seed.after}. --seed ${seed.before} asks those of the first run again.`,
      ]),
  ...(mode.before === mode.after ? [] : ['The two runs had different modes, so one of them did more than the other.']),
  ...(checks.some(isGone)
    ? [
        `The second run does not have ${many(checks.filter(isGone).length, 'check')} of the first, and says nothing about what ${checks.filter(isGone).length === 1 ? 'it' : 'they'} found.`,
      ]
    : []),
];

/** One line for each thing that an array has lost, or has again. */
const lacksOf = ({ lacks: { gone, back } }: Difference): string[] => [
  ...gone.map(
    ({ label, name, checks }) =>
      `${label} lacks ${name} since the first run: ${many(checks, 'check')} and the coverage of it are gone.`,
  ),
  ...back.map(
    ({ label, name, checks }) => `${label} has ${name} again: ${many(checks, 'check')} say something about it now.`,
  ),
];

const summaryOf = ({ worse, findings, checks, coverage }: Difference): string =>
  `${worse ? 'Something got worse' : checks.some(isGone) ? 'Nothing got worse where both runs looked' : 'Nothing got worse'}: ${many(findings.new.length, 'new finding')}, ${findings.resolved.length} resolved, ${findings.unchanged.length} unchanged; ${many(checks.length, 'check')} with another outcome; coverage ${coverage.gained.length} gained, ${coverage.lost.length} lost`;

const section = (title: string, lines: string[]): string[] =>
  lines.length > 0 ? ['', pc.bold(title), ...lines.map((line) => `  ${line}`)] : [];

const linesOf = (all: readonly ReportedFinding[]): string[] => all.flatMap((it) => describeFinding(it).split('\n'));

const briefly = ({ id, message }: ReportedFinding): string => `${id}: ${message}`;

/** Lines for the terminal. The last one says whether anything got worse. */
export function describeDifference(difference: Difference): string[] {
  const { findings, checks, coverage, worse, notRestored = [] } = difference;
  return [
    ...factsOf(difference),
    ...caution(difference).map((line) => pc.yellow(line)),
    ...lacksOf(difference).map((line) => pc.bold(line)),
    ...section('Not put back as it was', notRestored),
    ...section(`New findings (${findings.new.length})`, linesOf(findings.new)),
    ...section(`Resolved findings (${findings.resolved.length})`, findings.resolved.map(briefly)),
    ...section(`Unchanged findings (${findings.unchanged.length})`, findings.unchanged.map(briefly)),
    ...section(
      `Checks with another outcome (${checks.length})`,
      checks.map((it) => {
        const line = `${it.site} ${it.check.padEnd(48)} ${outcomeOf(it)}${it.reason === undefined ? '' : pc.dim(`  ${it.reason}`)}`;
        return isWorse(it) ? pc.red(line) : line;
      }),
    ),
    ...section(`Coverage gained (${coverage.gained.length})`, coverage.gained),
    ...section(`Coverage lost (${coverage.lost.length})`, coverage.lost),
    '',
    `Verdict: ${verdictOf(difference)}`,
    worse ? pc.red(pc.bold(summaryOf(difference))) : pc.green(pc.bold(summaryOf(difference))),
  ];
}

/** For a pull request. */
export function renderDifference(difference: Difference): string {
  const { findings, checks, coverage, worse, notRestored = [] } = difference;
  return write([
    heading(2, `${worse ? '❌' : '✅'} ${verdictOf(difference)}`),
    paragraph(text(summaryOf(difference))),
    ...notRestored.slice(0, 20).map((it) => paragraph(strong('Not put back as it was: '), text(short(it)))),
    ...caution(difference).map((line) => paragraph(strong(line))),
    ...lacksOf(difference).map((line) => paragraph(strong(short(line)))),
    paragraph(
      text(
        factsOf(difference)
          .map((it) => short(it, 120))
          .join(' · '),
      ),
    ),
    ...findingsOf('New findings', findings.new, 18_000),
    ...checksOf(checks),
    ...folded('Resolved findings', findings.resolved),
    ...folded('Unchanged findings', findings.unchanged),
    ...itemsOf('Coverage gained', coverage.gained),
    ...itemsOf('Coverage lost', coverage.lost),
  ]);
}

function cut(columns: readonly string[], rows: readonly Cells[], bytes: number): RootContent[] {
  const { shown, omitted } = fitting(columns, rows, bytes);
  return [
    table(columns, shown),
    ...(omitted > 0 ? [paragraph(text(`Left out here: ${omitted}. The terminal and the JSON file have them.`))] : []),
  ];
}

function findingsOf(title: string, findings: readonly ReportedFinding[], bytes: number): RootContent[] {
  if (findings.length === 0) return [];
  return [heading(3, `${title} (${findings.length})`), ...tableOf(findings, bytes)];
}

const folded = (title: string, findings: readonly ReportedFinding[]): RootContent[] =>
  findings.length === 0 ? [] : details(`${title} (${findings.length})`, ...tableOf(findings, 10_000));

function tableOf(findings: readonly ReportedFinding[], bytes: number): RootContent[] {
  const rows = findingRows(findings, ({ remedy }) => [[text(short(remedy))]]);
  return cut([...findingColumns, 'Remedy'], rows, bytes);
}

function checksOf(checks: readonly ChangedCheck[]): RootContent[] {
  if (checks.length === 0) return [];
  const rows = [...checks.filter(isWorse), ...checks.filter((it) => !isWorse(it))].map((it): Cells => [
    [code(it.check)],
    [text(it.site)],
    [text(outcomeOf(it))],
    [text(short(it.reason ?? ''))],
  ]);
  return [
    heading(3, `Checks with another outcome (${checks.length})`),
    ...cut(['Check', 'Array', 'Outcome', 'Reason'], rows, 8000),
  ];
}

function itemsOf(title: string, items: readonly string[]): RootContent[] {
  if (items.length === 0) return [];
  const rows = items.map((it): Cells => [[code(it)]]);
  return details(`${title} (${items.length})`, ...cut(['Item'], rows, 5000));
}
