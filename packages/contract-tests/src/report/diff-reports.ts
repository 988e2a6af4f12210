// The difference between two reports, such as those before and after an upgrade.
import type { Item } from '../contract/items.js';
import { findingKey } from '../findings/finding.js';
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
    checks,
    coverage: changedCoverage(before, after),
    ...(notRestored && { notRestored }),
  };
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

function changedChecks(before: readonly CheckRecord[], after: readonly CheckRecord[]): ChangedCheck[] {
  const was = new Map(before.map((it) => [keyOf(it), it]));
  const is = new Map(after.map((it) => [keyOf(it), it]));
  return [...new Map([...was, ...is]).values()].flatMap((record) => {
    const { check, site } = record;
    const [one, two] = [was.get(keyOf(record)), is.get(keyOf(record))];
    if (one?.outcome === two?.outcome) return [];
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

const seen = ({ coverage }: Report): Set<Item> =>
  new Set(coverage.flatMap(({ item, by }) => (by.length > 0 ? [item] : [])));

function changedCoverage(before: Report, after: Report): Difference['coverage'] {
  const [was, is] = [seen(before), seen(after)];
  return { gained: [...is].filter((it) => !was.has(it)), lost: [...was].filter((it) => !is.has(it)) };
}
