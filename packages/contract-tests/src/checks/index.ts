import { actionChecks } from './actions.js';
import { assumptionChecks } from './assumptions.js';
import { authenticationChecks, logoutChecks } from './authentication.js';
import type { SuiteCheck } from './define-check.js';
import { clientChecks } from './client.js';
import { collectionChecks } from './collections.js';
import { lifecycleChecks } from './lifecycle/lifecycle.js';
import { pagingChecks } from './paging.js';
import { pairChecks } from './pair.js';
import { provokedChecks } from './lifecycle/provoked.js';
import { queryChecks } from './queries/queries.js';
import { relationChecks } from './relations.js';
import { resourceChecks } from './resources.js';
import { writeConditionChecks } from './write-conditions.js';

/** Checks that belong together, in the order in which they are run. */
export interface CheckGroup {
  title: string;
  checks: readonly SuiteCheck[];
}

export const groups: readonly CheckGroup[] = [
  { title: 'resources', checks: resourceChecks },
  { title: 'authentication', checks: authenticationChecks },
  { title: 'collections and instances', checks: collectionChecks },
  { title: 'relations', checks: relationChecks },
  { title: 'paging', checks: pagingChecks },
  { title: 'queries', checks: queryChecks },
  { title: 'pair', checks: pairChecks },
  { title: 'actions', checks: actionChecks },
  { title: 'conditions on writes', checks: writeConditionChecks },
  // Before the lifecycle: these put the simulator back together with its journal, which the lifecycle makes long.
  { title: 'provoked', checks: provokedChecks },
  { title: 'lifecycle', checks: lifecycleChecks },
  { title: 'client', checks: clientChecks },
  { title: 'assumptions', checks: assumptionChecks },
];

/** Run last, when everything has been put back: it ends the login session of the run. */
export const lastGroup: CheckGroup = { title: 'logout', checks: logoutChecks };
