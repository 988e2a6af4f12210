// What a run says of each assumption of the contract: from the observations of its checks, or why there are none.
import {
  assumptions,
  type AssumptionInfo,
  type DecisionInfo,
  decisions,
  isAtLeast,
  isAtMost,
  lifecycle,
  type Lifecycle,
  type LifecycleOperation,
  type LifecycleRule,
  operations,
  type Safety,
} from '@powerstore-api/types';
import type { SuiteCheck } from '../checks/define-check.js';
import { groups, lastGroup } from '../checks/index.js';
import type { AssumptionResult } from '../report/assumption-result.js';
import type { CheckRecord } from '../report/check-record.js';

export interface ObservedRun {
  mode: Safety;
  /** Whether a simulator answers, with control of its time and its faults. */
  control: boolean;
  release: string;
}

/** At most this many observations of an assumption are shown. */
const maxEvidence = 5;

const checks: readonly SuiteCheck[] = [...groups, lastGroup].flatMap((group) => group.checks);

export const assumptionResults = (records: readonly CheckRecord[], run: ObservedRun): AssumptionResult[] =>
  Object.entries(assumptions).map(([name, info]) => resultOf(name, info, records, run));

function resultOf(
  name: string,
  info: AssumptionInfo,
  records: readonly CheckRecord[],
  run: ObservedRun,
): AssumptionResult {
  const decision: DecisionInfo = decisions[info.decision] ?? {};
  const seen = records.flatMap(({ observed = [] }) => observed.filter(({ assumption }) => assumption === name));
  const verdict = seen.some((it) => it.verdict === 'contradicted') ? 'contradicted' : 'confirmed';
  const evidence = [...new Set(seen.filter((it) => it.verdict === verdict).map((it) => it.evidence))];
  if (evidence.length > 0) return { assumption: name, state: verdict, evidence: evidence.slice(0, maxEvidence) };
  return decision.checks === undefined
    ? { assumption: name, state: 'no-check', reason: decision.because ?? '' }
    : { assumption: name, state: 'cannot-tell', reason: reasonOf(info, decision, records, run) };
}

/** The ids of checks that a decision means. */
export const checksOf = ({ checks: patterns = [] }: DecisionInfo): SuiteCheck[] =>
  checks.filter(({ id }) =>
    patterns.some((pattern) => {
      const [begin = '', end = ''] = pattern.split('*');
      return pattern.includes('*')
        ? id.length >= begin.length + end.length && id.startsWith(begin) && id.endsWith(end)
        : id === pattern;
    }),
  );

function reasonOf(
  info: AssumptionInfo,
  decision: DecisionInfo,
  records: readonly CheckRecord[],
  { mode, control, release }: ObservedRun,
): string {
  const { operation } = info;
  if (operation !== undefined && !isAtLeast(release, operations[operation].added))
    return `The operation came with ${operations[operation].added}.`;
  if (!control && decision.needs === 'control') return needsSimulator;
  const deciding = checksOf(decision).filter(({ id }) => isAboutRow(id, info));
  const safety = deciding.map((it) => it.safety ?? 'read-only').toSorted(bySafety)[0] ?? 'read-only';
  const needed =
    operation === undefined || isAtMost(operations[operation].safety, safety) ? safety : operations[operation].safety;
  if (deciding.every(({ needs }) => needs === 'control' || needs === 'embedded') && !control) return needsSimulator;
  if (!isAtMost(needed, mode)) return `It needs the mode ${needed}.`;
  const ids = new Set(deciding.map(({ id }) => id));
  const ran = records.filter(({ check }) => ids.has(check));
  if (ran.length === 0)
    return deciding.some(({ needs }) => needs === 'pair') ? 'It needs both arrays of the pair.' : needsSimulator;
  const notRun = ran.find(({ outcome }) => outcome === 'not-run' || outcome === 'broken');
  if (ran.every(({ outcome }) => outcome === 'not-applicable')) return ran[0]?.reason ?? nothingShows;
  return notRun ? `${notRun.check} was not carried out to its end.` : nothingShows;
}

const needsSimulator = 'It needs a simulator, of which a run controls time, faults and volumes.';
const nothingShows = 'No instance and no answer of this array shows it.';

const bySafety = (one: Safety, other: Safety): number => Number(isAtMost(other, one)) - Number(isAtMost(one, other));

/** Whether a check leads sessions of the kind that a row is about. Other checks and assumptions are about everything. */
function isAboutRow(check: string, { operation, row, decision }: AssumptionInfo): boolean {
  const [, type = '', kind = ''] = /^(?:lifecycle|link-down)\.(\w+)\.(\w+)$/.exec(check) ?? [];
  if (type === '' || operation === undefined || row === undefined || decision === 'unsaid') return true;
  const rule = (lifecycle[operation as LifecycleOperation] as Lifecycle).rules[row];
  const { types, resource_types: kinds }: Pick<LifecycleRule, 'types' | 'resource_types'> = rule ?? {};
  return has(decision === 'synchronous' ? ['Synchronous'] : types, type) && has(kinds, kind);
}

const has = (some: readonly string[] | undefined, one: string): boolean => some === undefined || some.includes(one);
