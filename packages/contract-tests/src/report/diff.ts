// What an upgrade changed: two reports side by side.
import type { Item } from '../contract/items.js';
import { findingKey, type Report, type ReportedFinding } from './report.js';
import type { CheckRecord, CheckOutcome } from './check-record.js';
import type { Site } from '../array/target.js';

/** Something that was one way and is another; equal where nothing changed. */
export interface Change<T> {
  before: T;
  after: T;
}

export interface ChangedCheck {
  check: string;
  site: Site;
  /** Absent where the check was not part of the run. */
  before?: CheckOutcome;
  after?: CheckOutcome;
  /** Why it is what it is afterwards. */
  reason?: string;
}

export interface Difference {
  /** Whether something passed, or was in order, and is not any more. */
  worse: boolean;
  verdict: Change<Report['summary']['verdict']>;
  started: Change<string>;
  contract: Change<string>;
  mode: Change<Report['mode']>;
  arrays: { site: Site; label: string; release: { before?: string; after?: string } }[];
  findings: { new: ReportedFinding[]; gone: ReportedFinding[]; still: ReportedFinding[] };
  checks: ChangedCheck[];
  coverage: { gained: Item[]; lost: Item[] };
  /** What could not be put back after the second run. */
  notRestored?: string[];
}

/** What changed from one run to another. */
export function diffReports(before: Report, after: Report): Difference {
  const keys = { before: new Set(before.findings.map(findingKey)), after: new Set(after.findings.map(findingKey)) };
  const findings = {
    new: after.findings.filter((it) => !keys.before.has(findingKey(it))),
    gone: before.findings.filter((it) => !keys.after.has(findingKey(it))),
    still: after.findings.filter((it) => keys.before.has(findingKey(it))),
  };
  const checks = changedChecks(before.checks, after.checks);
  const { notRestored } = after;
  return {
    worse:
      findings.new.some(({ severity }) => severity !== 'note') ||
      checks.some(isWorse) ||
      after.summary.verdict === 'no-verdict' ||
      notRestored !== undefined,
    verdict: { before: before.summary.verdict, after: after.summary.verdict },
    started: { before: before.started, after: after.started },
    contract: { before: before.contract, after: after.contract },
    mode: { before: before.mode, after: after.mode },
    arrays: changedArrays(before.arrays, after.arrays),
    findings,
    checks,
    coverage: changedCoverage(before, after),
    ...(notRestored && { notRestored }),
  };
}

/** A check that fails, breaks or is not run any more. One with nothing to be tried on says nothing. */
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
