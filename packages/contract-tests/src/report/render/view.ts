// Shared by the reports: names, and the parts that belong together.
import type { Counts, Covered } from '../coverage.js';
import type { Dimension, Item } from '../../contract/items.js';
import type { Finding, Severity } from '../../findings/finding.js';
import { findingKinds } from '../../findings/finding-kinds.js';
import { byGravity } from '../../findings/gravity.js';
import { describeLacks } from '../lacks.js';
import type { Report, Summary } from '../report.js';
import { placesOf, type ReportedFinding } from '../reported-finding.js';
import type { CheckRecord } from '../check-record.js';

export const verdicts: Readonly<Record<Summary['verdict'], string>> = {
  conforms: 'Conforms to the contract',
  'does-not-conform': 'Does not conform to the contract',
  'no-verdict': 'No verdict',
};

/**
 * The verdict with what the arrays lack, and with what it leaves open: checks without time, and literals that nobody can judge.
 */
export function verdictOf(report: Report): string {
  const { summary, findings } = report;
  const { verdict, outcomes } = summary;
  const lacks = verdict === 'no-verdict' ? [] : describeLacks(report);
  const because = verdict === 'conforms' ? ', although ' : ': ';
  const unknown = new Set(
    placesOf(findings)
      .filter(({ id }) => id === 'literal.unknown')
      .map(({ place, subject }) => JSON.stringify([place, subject])),
  );
  const rest = [
    ...(verdict === 'conforms' && outcomes['not-run'] > 0 ? ['as far as there was time'] : []),
    ...(unknown.size > 0 ? [`with ${many(unknown.size, 'literal')} that the contract does not know`] : []),
  ];
  return [`${verdicts[verdict]}${lacks.length > 0 ? because : ''}${lacks.join('; ')}`, ...rest].join(', ');
}

export const severities = ['error', 'warning', 'note'] as const satisfies readonly Severity[];

export const dimensionTitles: Readonly<Record<Dimension, string>> = {
  status: 'statuses',
  property: 'attributes',
  literal: 'enum literals',
  form: 'forms of queries',
  transition: 'rows of the state table',
};

export const dimensions = Object.keys(dimensionTitles) as Dimension[];

/** The name of an item within its dimension: `logout 204` of `status logout 204`. */
export const itemName = (item: Item): string => item.slice(item.indexOf(' ') + 1);

const dimensionOf = (item: Item): Dimension => item.slice(0, item.indexOf(' ')) as Dimension;

export const ofDimension = (coverage: readonly Covered[], dimension: Dimension): Covered[] =>
  coverage.filter(({ item }) => dimensionOf(item) === dimension);

/** The run by its mode, for the sentence that says what can be seen in it: `a read-only run`. */
export const runIn = ({ mode }: Pick<Report, 'mode'>): string => `a ${mode} run`;

/** The share of the items that were seen, of those that can be, in whole percent; a dash where none can. */
export const shareOf = ({ reached, attainable }: Counts): string =>
  attainable === 0 ? '–' : `${Math.floor((100 * reached) / attainable)} %`;

/** Findings of one kind, with their common facts. */
export interface KindOfFindings {
  id: string;
  severity: Severity;
  /** The id where the kind belongs to a check of a team's own: the report does not have its title. */
  title: string;
  cause?: string;
  remedy: string;
  findings: ReportedFinding[];
}

/** Findings by kind, the gravest first. */
export function findingsByKind(findings: readonly ReportedFinding[]): KindOfFindings[] {
  const known: Readonly<Record<string, { title: string; cause: string }>> = findingKinds;
  const kinds = groupBy(findings, ({ id }) => id);
  const all = [...kinds].flatMap(([id, some]) => {
    const [first] = some;
    if (!first) return [];
    const kind = known[id];
    const { severity, remedy } = first;
    return [{ id, severity, title: kind?.title ?? id, ...(kind && { cause: kind.cause }), remedy, findings: some }];
  });
  return byGravity(all);
}

/** The checks of each group on each array, in the order in which they were run. */
export function suitesOf({ checks, arrays }: Report): { title: string; checks: CheckRecord[] }[] {
  const suites = groupBy(checks, ({ group, site }) => JSON.stringify([group, site]));
  return [...suites.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    return [
      { title: arrays.length > 1 ? `${first.group} (${labelOf(arrays, first.site)})` : first.group, checks: all },
    ];
  });
}

/** `Map.groupBy`, which Node 20 does not have. */
export function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

export const labelOf = (arrays: Report['arrays'], site: CheckRecord['site']): string =>
  arrays.find((it) => it.site === site)?.label ?? site;

/** A number of things: `1 finding`, `2 findings`. */
export const many = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** The place of a finding: the request, and the status of the answer. */
export const whereOf = ({ request, status }: Pick<Finding, 'request' | 'status'>): string => `${request} → ${status}`;

/** The page that explains the kinds of findings, within this package. */
export const findingsPage = 'docs/findings.md';
