// JUnit: a suite for each group and array, a test for each check. No suite says on which machine it ran.
import { create } from 'xmlbuilder2';
import { describeFinding } from '../../findings/describe-finding.js';
import { findingKey } from '../../findings/finding.js';
import type { Report } from '../report.js';
import type { CheckRecord } from '../check-record.js';
import type { ReportedFinding } from '../reported-finding.js';
import { many, suitesOf } from './view.js';

type Element = ReturnType<typeof create>;

export function renderJunit(report: Report): string {
  const { tool, notRestored = [], endedEarly, started } = report;
  // A text of an array may have characters that XML does not allow.
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' });
  const root = document.ele('testsuites', {
    name: tool.name,
    ...totals(report.checks, notRestored.length > 0 ? 1 : 0, endedEarly === undefined ? 0 : 1),
  });
  if (notRestored.length > 0) {
    const suite = root.ele('testsuite', { name: 'restore', timestamp: started, ...totals([], 1) });
    const test = suite.ele('testcase', {
      classname: 'restore',
      name: 'The run must put every session back as it was',
      time: '0',
    });
    test.ele('failure', { type: 'not-restored', message: notRestored[0] ?? '' }).txt(notRestored.join('\n'));
  }
  if (endedEarly !== undefined) {
    const suite = root.ele('testsuite', { name: 'verdict', timestamp: started, ...totals([], 0, 1) });
    const test = suite.ele('testcase', { classname: 'verdict', name: 'The run must come to a verdict', time: '0' });
    test.ele('error', { type: 'no-verdict', message: endedEarly }).txt(endedEarly);
  }
  for (const { title, checks } of suitesOf(report)) {
    const suite = root.ele('testsuite', { name: title, timestamp: started, ...totals(checks) });
    const properties = suite.ele('properties');
    for (const [name, value] of propertiesOf(report)) properties.ele('property', { name, value });
    for (const check of checks) testcase(suite, title, check, report.findings);
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

function testcase(suite: Element, classname: string, record: CheckRecord, all: Report['findings']): void {
  const { check, title, milliseconds, outcome, reason = '' } = record;
  const test = suite.ele('testcase', { classname, name: `${check}: ${title}`, time: seconds(milliseconds) });
  const own = new Set(record.findings.map(findingKey));
  const findings = all.filter(({ places }) => places.some((it) => own.has(findingKey(it))));
  const wrong = findings.filter(({ severity }) => severity === 'error');
  const [first] = wrong;
  if (first) {
    const text = wrong.map((it) => describeOnce(it, check, own)).join('\n\n');
    test.ele('failure', { type: first.id, message: `${first.id}: ${first.message}` }).txt(text);
  }
  if (outcome === 'broken') test.ele('error', { type: 'broken', message: reason }).txt(reason);
  if (outcome === 'not-applicable' || outcome === 'not-run') test.ele('skipped', { message: reason });
  const rest = findings.filter(({ severity }) => severity !== 'error');
  if (rest.length > 0) test.ele('system-out').txt(rest.map((it) => describeOnce(it, check, own)).join('\n\n'));
}

/** The first check that found something has all of its places. The others refer to that one. */
function describeOnce(finding: ReportedFinding, check: string, own: ReadonlySet<string>): string {
  const { id, message, checks, places } = finding;
  const [first] = checks;
  if (check === first) return describeFinding(finding);
  const here = places.filter((it) => own.has(findingKey(it)));
  return `${id}: ${message}\n  ${many(here.length, 'place')} of ${places.length}; ${first} has all`;
}

function totals(checks: readonly CheckRecord[], notRestored = 0, noVerdict = 0): Record<string, string> {
  const count = (...outcomes: CheckRecord['outcome'][]): number =>
    checks.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    tests: String(checks.length + notRestored + noVerdict),
    failures: String(count('failed') + notRestored),
    errors: String(count('broken') + noVerdict),
    skipped: String(count('not-applicable', 'not-run')),
    time: seconds(checks.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
  };
}

const propertiesOf = ({ arrays, contract, mode, summary, tool }: Report): [string, string][] => [
  ...arrays.map(({ site, label, release }): [string, string] => [`release ${site}`, `${release} (${label})`]),
  ['contract', contract],
  ['mode', mode],
  ['verdict', summary.verdict],
  ['tool', `${tool.name} ${tool.version}`],
];

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
