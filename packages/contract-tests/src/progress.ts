// The run as a person follows it: a line per check as it ends, and the verdict.
import pc from 'picocolors';
import type { Covered, Dimension } from './coverage.js';
import { describeObserved } from './drift/observed.js';
import { describeFinding, type Severity } from './finding.js';
import type { Report, ReportedFinding } from './report.js';
import type { CheckRecord, Outcome } from './suite.js';

const marks: Readonly<Record<Outcome, string>> = {
  passed: pc.green('✓'),
  failed: pc.red('✗'),
  broken: pc.red('!'),
  'not-applicable': pc.dim('–'),
  'not-run': pc.dim('·'),
};

export const describeCheck = ({ check, site, title, outcome, reason }: CheckRecord, several: boolean): string =>
  `  ${marks[outcome]} ${`${several ? `${site} ` : ''}${check}`.padEnd(52)} ${pc.dim(outcome === 'passed' ? title : (reason ?? title))}`;

const titles: Readonly<Record<Severity, string>> = {
  error: 'Findings',
  warning: 'Warnings',
  note: 'Notes',
};

const dimensions: Readonly<Record<Dimension, string>> = {
  status: 'statuses',
  property: 'attributes',
  literal: 'enum literals',
  operator: 'query operators',
  transition: 'rows of the state table',
};

/** The verdict: what was found and why, what was seen, and the outcome as the last line. */
export function describeReport(report: Report): string[] {
  const { findings, checks, coverage, summary, lost, notRestored } = report;
  const broken = lost === undefined ? checks.filter(({ outcome }) => outcome === 'broken') : [];
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
    ...describeObserved(findings),
    ...(broken.length > 0 ? ['', pc.bold(`Checks that could not be carried out (${broken.length})`)] : []),
    ...broken.flatMap(({ reason = '' }) => ['', ...indent(reason)]),
    '',
    pc.bold('Coverage'),
    ...Object.entries(dimensions).map(([dimension, title]) =>
      describeCoverage(
        title,
        coverage.filter(({ item }) => item.startsWith(`${dimension} `)),
      ),
    ),
    '',
    lost === undefined
      ? verdict === 'conforms'
        ? pc.green(pc.bold('Conforms to the contract.'))
        : pc.red(pc.bold('Does not conform to the contract.'))
      : `${pc.red(pc.bold('No verdict'))}: ${lost}`,
    [
      `${outcomes.passed} passed`,
      `${outcomes.failed + outcomes.broken} failed`,
      ...(outcomes['not-applicable'] > 0 ? [`${outcomes['not-applicable']} not applicable`] : []),
      ...(outcomes['not-run'] > 0 ? [`${outcomes['not-run']} not run`] : []),
    ].join(', '),
  ];
}

/** What the baseline accepts, and what of it has to be seen to. */
function describeBaseline({ accepted = [], expired = [], unmet = [] }: Report): string[] {
  return [
    ...(accepted.length > 0 ? ['', pc.bold(`Accepted (${accepted.length})`)] : []),
    ...accepted.map(({ id, what, reason, expires }) => `  ${id}: ${what}  ${pc.dim(`until ${expires}: ${reason}`)}`),
    ...(expired.length > 0 ? ['', pc.bold(pc.red(`No longer accepted (${expired.length})`))] : []),
    ...expired.map(({ id, what, reason, expires }) => `  ${id}: ${what}  ${pc.dim(`until ${expires}: ${reason}`)}`),
    ...(unmet.length > 0 ? ['', pc.bold(`In the baseline, but not found any more (${unmet.length})`)] : []),
    ...unmet.map(({ id, operation, what }) => `  ${id}: ${what} ${pc.dim(`(${operation})`)}`),
  ];
}

function describeFindings(title: string, findings: readonly ReportedFinding[]): string[] {
  if (findings.length === 0) return [];
  return [
    '',
    pc.bold(`${title} (${findings.length})`),
    ...findings.flatMap((it) => ['', ...indent(describeFinding(it))]),
  ];
}

function describeCoverage(title: string, items: readonly Covered[]): string {
  const attainable = items.filter((it) => it.attainable).length;
  const reached = items.filter(({ by }) => by.length > 0).length;
  return `  ${title.padEnd(24)} ${pc.green(String(reached).padStart(4))} of ${String(attainable).padStart(4)} that can be seen here  ${pc.dim(`${items.length} in the contract`)}`;
}

const indent = (text: string): string[] => text.split('\n').map((line) => `  ${line}`);
