// The findings of a report: one for each cause, with all of its places.
import type { Site } from '../array/target/target.js';
import { type Finding, findingKey } from '../findings/finding.js';
import { commonMessage, together } from '../findings/together.js';
import type { CheckRecord } from './check-record.js';

/** A place where something was found, however often and by however many checks. */
export type Placed<T extends Finding = Finding> = T & { checks: string[]; sites: Site[]; times: number };

/**
 * A finding, and the places that have it in common. Where these differ in something, such as the operation, the finding has that of
 * the first; `checks`, `sites` and `times` are those of all.
 */
export type ReportedFinding<T extends Finding = Finding> = Placed<T> & { places: Placed<T>[] };

/** The findings of all checks. Of several messages of one place, the first is kept. */
export function gather<T extends Finding>(
  records: readonly CheckRecord[],
  findingsOf: (record: CheckRecord) => readonly T[],
): ReportedFinding<T>[] {
  const found = new Map<string, Placed<T>>();
  for (const record of records) {
    const { check } = record;
    for (const finding of findingsOf(record)) {
      const { site = record.site } = finding;
      const key = findingKey(finding);
      const known = found.get(key) ?? { ...finding, checks: [], sites: [], times: 0 };
      if (!known.checks.includes(check)) known.checks.push(check);
      if (!known.sites.includes(site)) known.sites.push(site);
      known.times += 1;
      found.set(key, known);
    }
  }
  return inCommon([...found.values()]);
}

/** A finding without its evidence, which a report has once: with the place. */
export function withoutEvidence<T extends Finding>(finding: T): T {
  const bare = { ...finding };
  delete bare.evidence;
  return bare;
}

/** Places by what they have in common. */
export const inCommon = <T extends Finding>(places: readonly Placed<T>[]): ReportedFinding<T>[] =>
  together(places).map((group) => ({
    ...withoutEvidence(group[0]),
    message: commonMessage(group),
    checks: [...new Set(group.flatMap(({ checks }) => checks))],
    sites: [...new Set(group.flatMap(({ sites }) => sites))],
    times: group.reduce((sum, { times }) => sum + times, 0),
    places: [...group],
  }));

/** All places of findings: each has an identity of its own. */
export const placesOf = <T extends Finding>(findings: readonly ReportedFinding<T>[]): Placed<T>[] =>
  findings.flatMap(({ places }) => places);
