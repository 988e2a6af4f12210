// What the arrays of a report lack, from its findings. An accepted finding says it as well.
import { type OperationId, operations } from '@powerstore-api/types';
import type { Site } from '../array/target/target.js';
import { isLackId, type LackId } from '../findings/lacks.js';
import type { Finding } from '../findings/finding.js';

/** A finding, and the arrays that it is about. */
interface Located extends Finding {
  sites: readonly Site[];
}

/** The findings of a report, those included that the baseline accepts. */
interface AllFindings {
  findings: readonly Located[];
  accepted?: readonly Located[];
}

type LackFinding = Located & { id: LackId };

const isLack = (finding: Located): finding is LackFinding => isLackId(finding.id);

export const lacksOf = ({ findings, accepted = [] }: AllFindings): LackFinding[] =>
  [...findings, ...accepted].filter(isLack);

/** The operations that an array lacks: all of a resource that it does not have or show. */
export const lackedOperations = ({ id, operation }: LackFinding): OperationId[] =>
  id === 'operation.absent'
    ? [operation]
    : (Object.keys(operations) as OperationId[]).filter(
        (it) => operations[it].resource === operations[operation].resource,
      );

/** The name of what is lacked: `policy`, or `GET /policy/{id}`. */
export const nameOfLack = ({ subject, request }: Pick<Finding, 'subject' | 'request'>): string => subject ?? request;

const verbs: Readonly<Record<LackId, string>> = {
  'resource.absent': 'lacks',
  'operation.absent': 'lacks',
  'resource.forbidden': 'does not let the user read',
  'resource.failing': 'does not list',
  'resource.unreadable': 'sends no list of',
};

const conjunction = new Intl.ListFormat('en', { type: 'conjunction' });

/** `array a lacks policy and replication_rule`, for each array; nothing where they lack nothing. */
export function describeLacks(report: AllFindings & { arrays: readonly { site: Site; label: string }[] }): string[] {
  const lacks = lacksOf(report);
  return report.arrays.flatMap(({ site, label }) => {
    const parts = [...new Set(Object.values(verbs))].flatMap((verb) => {
      const names = lacks.filter(({ id, sites }) => verbs[id] === verb && sites.includes(site)).map(nameOfLack);
      return names.length > 0 ? [`${verb} ${conjunction.format(names)}`] : [];
    });
    return parts.length > 0 ? [`${label} ${parts.join(', and ')}`] : [];
  });
}

/** The operations that each of these arrays lacks. No run can see anything of them. */
export function operationsOfNone(report: AllFindings, sites: readonly Site[]): ReadonlySet<OperationId> {
  const lacked = sites.map(
    (site) => new Set(lacksOf(report).flatMap((it) => (it.sites.includes(site) ? lackedOperations(it) : []))),
  );
  const [first = new Set<OperationId>(), ...others] = lacked;
  return new Set([...first].filter((it) => others.every((other) => other.has(it))));
}
