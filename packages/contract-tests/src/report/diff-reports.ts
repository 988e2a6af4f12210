// The difference between two reports, such as those before and after an upgrade.
import { operations } from '@powerstore-api/types';
import type { Covered } from './coverage.js';
import type { Item } from '../contract/items.js';
import { findingKey } from '../findings/finding.js';
import { lackedOperations, lacksOf, nameOfLack } from './lacks.js';
import type { Report } from './report.js';
import { inCommon, placesOf, type ReportedFinding } from './reported-finding.js';
import type { CheckRecord, CheckOutcome } from './check-record.js';
import type { Site } from '../array/target/target.js';

/** A value before and after; equal where nothing changed. */
export interface Change<T> {
  before: T;
  after: T;
}

export interface ChangedCheck {
  check: string;
  site: Site;
  /** Absent where the run did not have the check. */
  before?: CheckOutcome;
  after?: CheckOutcome;
  /** The reason for this end after the change. */
  reason?: string;
}

/** A resource or an operation that an array has lost, or has again. */
export interface ChangedLack {
  site: Site;
  label: string;
  /** The name, such as `policy` or `GET /policy/{id}`. */
  name: string;
  /** The number of checks that one of the two runs skipped for it, and that are not among the changed ones. */
  checks: number;
}

export interface Difference {
  /** Whether there are new errors or warnings, checks that no longer pass, or no check that both runs have. */
  worse: boolean;
  verdict: Change<Report['summary']['verdict']>;
  started: Change<string>;
  contract: Change<string>;
  mode: Change<Report['mode']>;
  seed: Change<string>;
  arrays: { site: Site; label: string; release: { before?: string; after?: string } }[];
  findings: { new: ReportedFinding[]; resolved: ReportedFinding[]; unchanged: ReportedFinding[] };
  /** What the arrays lack since the first run, and what they have again. */
  lacks: { gone: ChangedLack[]; back: ChangedLack[] };
  checks: ChangedCheck[];
  coverage: { gained: Item[]; lost: Item[] };
  /** The sessions that the second run could not put back as they were. */
  notRestored?: string[];
}

/**
 * Compares two runs. Findings are compared by the identity of each of their places, and not by their messages: a finding that has
 * spread is new at its new places.
 */
export function diffReports(before: Report, after: Report): Difference {
  const [was, is] = [placesOf(before.findings), placesOf(after.findings)];
  const keys = { before: new Set(was.map(findingKey)), after: new Set(is.map(findingKey)) };
  const findings = {
    new: inCommon(is.filter((it) => !keys.before.has(findingKey(it)))),
    resolved: inCommon(was.filter((it) => !keys.after.has(findingKey(it)))),
    unchanged: inCommon(is.filter((it) => keys.before.has(findingKey(it)))),
  };
  const lacks = { gone: newLacks(before, after), back: newLacks(after, before) };
  const checks = changedChecks(before.checks, after.checks);
  const { notRestored } = after;
  return {
    worse:
      findings.new.some(({ severity }) => severity !== 'note') ||
      checks.some(isWorse) ||
      hasNoneInCommon(before.checks, after.checks) ||
      after.summary.verdict === 'no-verdict' ||
      notRestored !== undefined,
    verdict: { before: before.summary.verdict, after: after.summary.verdict },
    started: { before: before.started, after: after.started },
    contract: { before: before.contract, after: after.contract },
    mode: { before: before.mode, after: after.mode },
    seed: { before: before.seed, after: after.seed },
    arrays: changedArrays(before.arrays, after.arrays),
    findings,
    lacks,
    checks,
    coverage: changedCoverage(before, after),
    ...(notRestored && { notRestored }),
  };
}

/** What each array lacks, by a key. */
const lacksByKey = (report: Report): Map<string, Omit<ChangedLack, 'checks'>> =>
  new Map(
    lacksOf(report).flatMap((finding) =>
      report.arrays
        .filter(({ site }) => finding.sites.includes(site))
        .map(({ site, label }) => [`${site} ${nameOfLack(finding)}`, { site, label, name: nameOfLack(finding) }]),
    ),
  );

/** What an array lacks in the second run only, with the checks that the first one carried out. */
function newLacks(before: Report, after: Report): ChangedLack[] {
  const was = lacksByKey(before);
  const skippedBefore = new Set(before.checks.flatMap((record) => (isSkippedFor(record) ? [keyOf(record)] : [])));
  return [...lacksByKey(after)].flatMap(([key, lack]) => {
    if (was.has(key)) return [];
    const skipped = after.checks.filter(
      (record) => record.site === lack.site && record.lacks === lack.name && !skippedBefore.has(keyOf(record)),
    );
    return [{ ...lack, checks: skipped.length }];
  });
}

/** Whether all checks of the first run are gone: nobody knows then whether anything got worse. */
function hasNoneInCommon(before: readonly CheckRecord[], after: readonly CheckRecord[]): boolean {
  const is = new Set(after.map(keyOf));
  return before.length > 0 && !before.some((it) => is.has(keyOf(it)));
}

/** Whether a check of the first run, which said something, is not in the second one, which says nothing about it. */
export const isGone = ({ before, after }: ChangedCheck): boolean =>
  after === undefined && before !== 'not-applicable' && before !== 'not-run';

/** Whether a check fails, breaks or is not run any more. One that is not applicable says nothing. */
export const isWorse = ({ before, after }: ChangedCheck): boolean =>
  (after === 'failed' || after === 'broken' || after === 'not-run') && before !== 'failed' && before !== 'broken';

const at = (arrays: Report['arrays'], site: Site) => arrays.find((it) => it.site === site);

function changedArrays(before: Report['arrays'], after: Report['arrays']): Difference['arrays'] {
  return (['a', 'b'] as const).flatMap((site) => {
    const [was, is] = [at(before, site), at(after, site)];
    const label = (is ?? was)?.label;
    if (label === undefined) return [];
    return [{ site, label, release: { ...(was && { before: was.release }), ...(is && { after: is.release }) } }];
  });
}

const keyOf = ({ check, site }: CheckRecord): string => JSON.stringify([check, site]);

/** The items that nobody can see because the arrays lack what has them. A literal may have been seen in a filter of it. */
function hidden(report: Report): ReadonlySet<Item> {
  const lacked = lacksOf(report).flatMap(lackedOperations);
  const prefixes = [
    ...lacked.flatMap((it) => [`status ${it} `, `transition ${it} `, `property ${operations[it].resource}.`]),
    ...(lacked.length > 0 ? ['literal '] : []),
  ];
  const isHidden = ({ item, attainable }: Covered): boolean =>
    !attainable && prefixes.some((prefix) => item.startsWith(prefix));
  return new Set(report.coverage.filter(isHidden).map(({ item }) => item));
}

function changedChecks(before: readonly CheckRecord[], after: readonly CheckRecord[]): ChangedCheck[] {
  const was = new Map(before.map((it) => [keyOf(it), it]));
  const is = new Map(after.map((it) => [keyOf(it), it]));
  return [...new Map([...was, ...is]).values()].flatMap((record) => {
    const { check, site } = record;
    const [one, two] = [was.get(keyOf(record)), is.get(keyOf(record))];
    if (one?.outcome === two?.outcome) return [];
    // One line says so of all of them. A check that found an error on the way has an outcome of its own.
    if (isSkippedFor(one) !== isSkippedFor(two)) return [];
    return [
      {
        check,
        site,
        ...(one && { before: one.outcome }),
        ...(two && { after: two.outcome }),
        ...(two?.reason !== undefined && { reason: two.reason }),
      },
    ];
  });
}

const isSkippedFor = (record: CheckRecord | undefined): string | undefined =>
  record?.outcome === 'not-applicable' ? record.lacks : undefined;

const seen = ({ coverage }: Report): Set<Item> =>
  new Set(coverage.flatMap(({ item, by, acceptedBy = [] }) => (by.length + acceptedBy.length > 0 ? [item] : [])));

/** Items that nobody could see in one of the runs, because the arrays lack what has them, are neither gained nor lost. */
function changedCoverage(before: Report, after: Report): Difference['coverage'] {
  const [was, is] = [seen(before), seen(after)];
  const [hiddenBefore, hiddenAfter] = [hidden(before), hidden(after)];
  return {
    gained: [...is].filter((it) => !was.has(it) && !hiddenBefore.has(it)),
    lost: [...was].filter((it) => !is.has(it) && !hiddenAfter.has(it)),
  };
}
