// A run on the terminal: a line per check as it ends, and the verdict.
import pc from 'picocolors';
import { countCovered, type Covered } from '../report/coverage.js';
import { describeObserved, proposalsHint } from '../drift/observed.js';
import { describeFinding } from '../findings/describe-finding.js';
import type { Severity } from '../findings/finding.js';
import type { StatusLine } from './status-line.js';
import { dimensions, dimensionTitles, many, ofDimension, runIn, verdictOf } from '../report/render/view.js';
import type { Acceptance } from '../report/acceptance.js';
import type { Report } from '../report/report.js';
import type { ReportedFinding } from '../report/reported-finding.js';
import { countStates } from '../report/assumption-result.js';
import type { CheckListener, CheckRecord, CheckOutcome } from '../report/check-record.js';
import type { Section } from './schedule.js';

const marks: Readonly<Record<CheckOutcome, string>> = {
  passed: pc.green('✓'),
  failed: pc.red('✗'),
  broken: pc.red('!'),
  'not-applicable': pc.dim('–'),
  'not-run': pc.dim('·'),
};

const describeCheck = ({ check, title, outcome, reason }: CheckRecord): string =>
  `  ${marks[outcome]} ${check.padEnd(52)} ${pc.dim(outcome === 'passed' ? title : (reason ?? title))}`;

/** Prints a line per check as it ends, below the title of its group. The status line shows the check that is under way. */
export function followChecks({
  print,
  statusLine,
  titleOf,
}: {
  print: (line: string) => void;
  statusLine?: StatusLine | undefined;
  titleOf: (section: Pick<Section, 'group' | 'site'>) => string;
}): CheckListener {
  let lastTitle: string | undefined;
  let requests = 0;
  const lines = (record: CheckRecord): string[] => {
    const title = titleOf(record);
    if (title === lastTitle) return [describeCheck(record)];
    lastTitle = title;
    return ['', pc.bold(title), describeCheck(record)];
  };
  return {
    onBegin: (check, position, total) =>
      statusLine?.show(`${position} of ${total}, ${many(requests, 'request')}: ${check}`),
    onEnd(record) {
      requests += record.requests;
      for (const line of lines(record)) print(line);
    },
  };
}

/** The places of a finding in the contract that are listed one by one. */
const maxDriftPlaces = 3;

const titles: Readonly<Record<Severity, string>> = {
  error: 'Findings',
  warning: 'Warnings',
  note: 'Notes',
};

/** The findings, the coverage and the verdict; the counts of the checks are the last line. */
export function describeReport(report: Report): string[] {
  const { findings, checks, coverage, summary, endedEarly, notRestored } = report;
  const broken = endedEarly === undefined ? checks.filter(({ outcome }) => outcome === 'broken') : [];
  const { outcomes, verdict } = summary;
  return [
    ...(notRestored ? ['', pc.red(pc.bold('Not put back as it was')), ...notRestored.map((it) => `  ${it}`)] : []),
    ...(['error', 'warning', 'note'] as const).flatMap((severity) =>
      describeFindings(
        titles[severity],
        findings.filter((it) => it.severity === severity),
      ),
    ),
    ...describeBaseline(report),
    ...describeDrift(report),
    ...(broken.length > 0 ? ['', pc.bold(`Checks that could not be carried out (${broken.length})`)] : []),
    ...broken.flatMap(({ reason = '' }) => ['', ...indent(reason)]),
    ...describeAssumptions(report),
    '',
    pc.bold('Coverage'),
    ...dimensions.map((dimension) =>
      describeCoverage(dimensionTitles[dimension], ofDimension(coverage, dimension), runIn(report)),
    ),
    '',
    endedEarly === undefined
      ? verdict === 'conforms'
        ? pc.green(pc.bold(`${verdictOf(report)}.`))
        : pc.red(pc.bold(`${verdictOf(report)}.`))
      : `${pc.red(pc.bold('No verdict'))}: ${endedEarly}`,
    [
      `${outcomes.passed} passed`,
      `${outcomes.failed + outcomes.broken} failed`,
      ...(outcomes['not-applicable'] > 0 ? [describeNotApplicable(outcomes['not-applicable'], checks)] : []),
      ...(outcomes['not-run'] > 0 ? [`${outcomes['not-run']} not run`] : []),
    ].join(', '),
  ];
}

function describeDrift({ findings }: Report): string[] {
  const lines = describeObserved(findings, maxDriftPlaces);
  return lines.length === 0 ? [] : [...lines, '', pc.dim(`  ${proposalsHint}`)];
}

/** The number of checks that did not apply, and of those among them that need something that the arrays lack. */
function describeNotApplicable(all: number, checks: readonly CheckRecord[]): string {
  const lacking = checks.filter(({ lacks, outcome }) => lacks !== undefined && outcome === 'not-applicable').length;
  return `${all} not applicable${lacking > 0 ? ` (${lacking} need what the arrays lack)` : ''}`;
}
const describeAssumptions = ({ assumptions }: Report): string[] =>
  assumptions.length === 0 ? [] : ['', `${pc.bold('Assumptions')}: ${countStates(assumptions)}`];

/** The accepted findings, and the entries of the baseline to look into. */
function describeBaseline({ accepted = [], expired = [], unmet = [] }: Report): string[] {
  return [
    ...(accepted.length > 0 ? ['', pc.bold(`Accepted (${accepted.length})`)] : []),
    ...accepted.map((it) => `  ${briefly(it)}  ${pc.dim(`until ${it.expires}: ${it.reason}`)}`),
    ...(expired.length > 0 ? ['', pc.bold(pc.red(`No longer accepted (${expired.length})`))] : []),
    ...expired.map((it) => `  ${briefly(it)}  ${pc.dim(`until ${it.expires}: ${it.reason}`)}`),
    ...(unmet.length > 0 ? ['', pc.bold(`In the baseline, but not found any more (${unmet.length})`)] : []),
    ...unmet.map((it) => `  ${briefly(it)} ${pc.dim(`(${operationsOf(it)})`)}`),
  ];
}

/** An entry of a baseline may have no message. */
const briefly = ({ id, message, common, places = [] }: Briefly): string =>
  `${id}: ${message ?? common ?? ''}${places.length > 1 ? ` (${places.length} places)` : ''}`;

interface Briefly {
  id: string;
  message?: string;
  common?: string;
  places?: readonly unknown[];
}

const operationsOf = ({ places }: Acceptance): string =>
  places === undefined ? 'everywhere' : [...new Set(places.map(({ operation }) => operation))].join(', ');

function describeFindings(title: string, findings: readonly ReportedFinding[]): string[] {
  if (findings.length === 0) return [];
  return [
    '',
    pc.bold(`${title} (${findings.length})`),
    ...findings.flatMap((it) => ['', ...indent(describeFinding(it))]),
  ];
}

function describeCoverage(title: string, items: readonly Covered[], run: string): string {
  const { all, attainable, reached, accepted } = countCovered(items);
  const rest = accepted > 0 ? `, and ${accepted} more accepted in a filter` : '';
  return `  ${title.padEnd(24)} ${pc.green(String(reached).padStart(4))} of ${String(attainable).padStart(4)} that ${run} can see${rest}  ${pc.dim(`${all} in the contract`)}`;
}

const indent = (text: string): string[] => text.split('\n').map((line) => `  ${line}`);
