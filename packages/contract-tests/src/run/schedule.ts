// The checks of a run, by array and in order.
import { InputError, isAtMost, type OperationId } from '@powerstore-api/types';
import { NotSentError } from '../array/http/gate.js';
import type { CheckContext } from '../checks/context/check-context.js';
import type { Check, SuiteCheck } from '../checks/define-check.js';
import type { Question } from '../checks/context/question.js';
import { type CheckGroup, groups, lastGroup } from '../checks/index.js';
import { findingKinds } from '../findings/finding-kinds.js';
import { type Site, type Target, type Targets, targetsOf } from '../array/target/target.js';

/** Checks of a group on one array. */
export interface Section {
  group: string;
  site: Site;
  checks: readonly SuiteCheck[];
}

export interface Schedule {
  sections: readonly Section[];
  /** The checks that end the login sessions. They run when everything has been put back. */
  last: readonly Section[];
}

/**
 * The checks that the targets allow, and those of a team's own.
 *
 * @throws InputError where two checks have one id, or a check has a kind of finding of the suite: reports and baselines could not
 *   tell them apart.
 */
export function scheduleOf(targets: Targets, own: readonly Check[] = []): Schedule {
  refuseSameIds(own);
  const sectionsOf = (group: CheckGroup): Section[] =>
    targetsOf(targets)
      .map((target) => ({ group: group.title, site: target.site, checks: checksFor(targets, target, group) }))
      .filter(({ checks }) => checks.length > 0);
  return {
    sections: [...groups, { title: 'your own', checks: own.map(withoutLogin) }].flatMap(sectionsOf),
    last: sectionsOf(lastGroup),
  };
}

/** A check of a team's own as the run carries it out: it does not get the login session, and later changes of it do not count. */
const withoutLogin = (check: Check): SuiteCheck => {
  const { id, title, safety, needs, once, findings } = check;
  return Object.freeze({
    id,
    title,
    ...(safety && { safety }),
    ...(needs && { needs }),
    ...(once && { once }),
    ...(findings && { findings: structuredClone(findings) }),
    run: (context: CheckContext) => check.run(withoutLogout(context)),
  });
};

/** The means of a check of a team's own. The other checks need the login session of the run. */
const withoutLogout = (context: CheckContext): CheckContext =>
  Object.freeze({
    ...context,
    async ask(operationId: OperationId, options?: Question) {
      const asked = String(operationId) as OperationId;
      if (asked === 'logout') throw new NotSentError('A logout would end the login session of the run');
      return context.ask(asked, options);
    },
  });

function refuseSameIds(own: readonly Check[]): void {
  const taken = new Set([...groups, lastGroup].flatMap(({ checks }) => checks.map(({ id }) => id)));
  for (const { id, findings = {} } of own) {
    const kind = Object.keys(findings).find((it) => Object.hasOwn(findingKinds, it));
    if (kind !== undefined)
      throw new InputError(`The suite has the kind of finding ${kind}. Give the one of ${id} another id.`);
    if (taken.has(id))
      throw new InputError(`Two checks have the id ${id}. Give each check of your own an id that no other has.`);
    taken.add(id);
  }
}

/** The number of checks, on one array or on all. */
export const countChecks = ({ sections, last }: Schedule, site?: Site): number =>
  [...sections, ...last]
    .filter((section) => site === undefined || section.site === site)
    .reduce((sum, { checks }) => sum + checks.length, 0);

/** The title of a section for a person: with its array where there are two. */
export const titleOf = ({ group, site }: Pick<Section, 'group' | 'site'>, targets: Targets): string =>
  targets.b ? `${group} (${targets[site]?.label})` : group;

const checksFor = (
  targets: Targets,
  { site, permit, control, withoutValidation, triesWrongPassword }: Target,
  { checks }: CheckGroup,
): SuiteCheck[] =>
  checks.filter(({ safety = 'read-only', needs, once }) => {
    if (!isAtMost(safety, permit.mode)) return false;
    if (once && site === 'b') return false;
    switch (needs) {
      case 'pair':
        // Once is enough for both.
        return targets.b !== undefined && site === 'a';
      case 'embedded':
        return permit.sessions === 'all';
      case 'validation':
        return permit.sessions === 'all' && !withoutValidation;
      case 'wrong-password':
        return triesWrongPassword === true;
      case 'control':
        return control !== undefined;
      case 'examples':
        return permit.sessions === 'all' && control === undefined;
      default:
        return true;
    }
  });
