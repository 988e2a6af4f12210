// For a pull request: the verdict, the findings and the coverage. The rest is folded. GitHub takes 65,536 characters.
import type { RootContent } from 'mdast';
import { spotsOf } from '../../findings/together.js';
import { countCovered } from '../coverage.js';
import { assumptionStates, countStates, describeAssumption, ofState, stateTitles } from '../assumption-result.js';
import type { Report } from '../report.js';
import { evidenceIn } from './evidence.js';
import { findingColumns, findingRows } from './finding-cells.js';
import {
  code,
  details,
  fitting,
  heading,
  list,
  paragraph,
  type Cells,
  short,
  strong,
  table,
  text,
  write,
} from './mdast.js';
import {
  dimensions,
  dimensionTitles,
  findingsByKind,
  findingsPage,
  labelOf,
  many,
  ofDimension,
  runIn,
  shareOf,
  verdictOf,
} from './view.js';

/** The bytes that each part may take: less than 60 kB together with the parts of a fixed size. */
const roomBytes = {
  notRestored: 4000,
  findings: 16_000,
  evidence: 9000,
  places: 5000,
  kinds: 8000,
  checks: 9000,
  assumptions: 3000,
};

const marks = { conforms: '✅', 'does-not-conform': '❌', 'no-verdict': '⚠️' } as const;

export function renderMarkdown(report: Report): string {
  const { summary, endedEarly, tool } = report;
  return write([
    heading(2, `${marks[summary.verdict]} ${verdictOf(report)}`),
    ...notRestoredOf(report),
    ...(endedEarly === undefined ? [] : [paragraph(text(short(endedEarly)))]),
    paragraph(text(factsOf(report))),
    ...findingsOf(report),
    ...evidenceIn(report, roomBytes.evidence),
    ...placesIn(report),
    ...coverageOf(report),
    ...assumptionsOf(report),
    ...kindsOf(report),
    ...checksOf(report),
    paragraph(
      text(`${tool.name} ${tool.version}. `),
      code(`${tool.name}/${findingsPage}`),
      text(' explains every kind of finding.'),
    ),
  ]);
}

const factsOf = ({ arrays, contract, mode, summary: { outcomes, requests } }: Report): string =>
  [
    ...arrays.map(({ label, release }) => `${short(label, 80)}: release ${release}`),
    `contract of ${contract}`,
    `mode ${mode}`,
    `${outcomes.passed} passed, ${outcomes.failed + outcomes.broken} failed, ${outcomes['not-applicable']} not applicable, ${outcomes['not-run']} not run`,
    many(requests, 'request'),
  ].join(' · ');

/** A table of as many rows as there is room for, and a line that says how many are left out. */
function cut(columns: readonly string[], rows: readonly Cells[], bytes: number, noun: string): RootContent[] {
  const { shown, omitted } = fitting(columns, rows, bytes);
  return [
    table(columns, shown),
    ...(omitted > 0
      ? [paragraph(text(`Left out here: ${omitted} ${noun}. The HTML and JSON reports have them.`))]
      : []),
  ];
}

function notRestoredOf({ notRestored = [] }: Report): RootContent[] {
  if (notRestored.length === 0) return [];
  const { shown, omitted } = fitting(
    [''],
    notRestored.map((it) => [[text(short(it))]]),
    roomBytes.notRestored,
  );
  return [
    paragraph(strong('Not put back as it was')),
    list([...shown.map(([cell = []]) => [...cell]), ...(omitted > 0 ? [[text(`and ${omitted} more`)]] : [])]),
  ];
}

function findingsOf({ findings }: Report): RootContent[] {
  if (findings.length === 0) return [];
  const rows = findingRows(findings, ({ checks, times }) => [
    [text(short(checks.join(', '), 80))],
    [text(String(times))],
  ]);
  const columns = [...findingColumns, 'Checks', '#Times'];
  return [heading(3, `Findings (${findings.length})`), ...cut(columns, rows, roomBytes.findings, 'findings')];
}

/** The places of findings that have several. */
function placesIn({ findings }: Report): RootContent[] {
  const spread = findings.filter(({ places }) => places.length > 1);
  if (spread.length === 0) return [];
  const rows = spread.flatMap(({ id, places }) =>
    spotsOf(places).map(({ where, subjects }): Cells => [
      [code(id)],
      [code(short(where, 120))],
      [text(short(subjects.join(', ')))],
    ]),
  );
  return details(
    'Places of the findings that have several',
    ...cut(['Finding', 'Where', 'What'], rows, roomBytes.places, 'places'),
  );
}

function coverageOf(report: Report): RootContent[] {
  const { coverage } = report;
  const rows = dimensions.map((dimension): Cells => {
    const counts = countCovered(ofDimension(coverage, dimension));
    const { all, attainable, reached, accepted } = counts;
    return [dimensionTitles[dimension], ...[reached, accepted, attainable, all].map(String), shareOf(counts)].map(
      (it) => [text(it)],
    );
  });
  const seeing = short(`#That ${runIn(report)} can see`);
  const columns = ['Of the contract', '#Seen', '#Only accepted in a filter', seeing, '#All', '#Share seen'];
  return [heading(3, 'Coverage'), table(columns, rows)];
}

/** The states of the assumptions of the contract; those that an array contradicts come first. */
function assumptionsOf({ assumptions }: Report): RootContent[] {
  if (assumptions.length === 0) return [];
  const decided = assumptionStates.slice(0, 2).flatMap((state) => ofState(assumptions, state));
  const rows = decided.map(({ assumption, state, evidence = [] }): Cells => [
    [text(stateTitles[state])],
    [code(assumption)],
    [text(short(describeAssumption(assumption), 120))],
    [text(short(evidence.join('; '), 120))],
  ]);
  return [
    heading(3, 'Assumptions'),
    paragraph(text(`Of what the contract only assumes: ${countStates(assumptions)}.`)),
    ...(rows.length > 0
      ? details(
          many(rows.length, 'assumption that this array decides', 'assumptions that this array decides'),
          ...cut(['State', 'Assumption', 'In words', 'Evidence'], rows, roomBytes.assumptions, 'assumptions'),
        )
      : []),
  ];
}

function kindsOf({ findings }: Report): RootContent[] {
  if (findings.length === 0) return [];
  const kinds = findingsByKind(findings);
  const rows = kinds.map(({ id, title, cause = '', remedy }): Cells => [
    [code(id)],
    [text(short(title))],
    [text(short(cause))],
    [text(short(remedy))],
  ]);
  return details(
    `Causes and remedies (${many(kinds.length, 'kind')} of finding)`,
    ...cut(['Finding', 'Title', 'Cause', 'Remedy'], rows, roomBytes.kinds, 'kinds of findings'),
  );
}

function checksOf({ checks, arrays }: Report): RootContent[] {
  // Checks that did not pass come first, so that they are not left out.
  const sorted = [
    ...checks.filter(({ outcome }) => outcome !== 'passed'),
    ...checks.filter(({ outcome }) => outcome === 'passed'),
  ];
  const rows = sorted.map(({ check, site, outcome, title, reason, requests, milliseconds }): Cells => [
    [text(outcome)],
    [code(check)],
    [text(short(labelOf(arrays, site), 60))],
    [text(short(reason ?? title))],
    [text(String(requests))],
    [text((milliseconds / 1000).toFixed(1))],
  ]);
  const columns = ['Outcome', 'Check', 'Array', '', '#Requests', '#Seconds'];
  return details(many(checks.length, 'check'), ...cut(columns, rows, roomBytes.checks, 'checks'));
}
