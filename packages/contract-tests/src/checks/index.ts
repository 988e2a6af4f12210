import { actionChecks } from './actions.js';
import { authenticationChecks, logoutChecks } from './authentication.js';
import type { Check } from './check.js';
import { clientChecks } from './client.js';
import { collectionChecks } from './collections.js';
import { lifecycleChecks } from './lifecycle.js';
import { pagingChecks } from './paging.js';
import { pairChecks } from './pair.js';
import { provokedChecks } from './provoked.js';
import { queryChecks } from './queries.js';

/** Checks that belong together, in the order they are run in. */
export interface CheckGroup {
  title: string;
  checks: readonly Check[];
}

export const groups: readonly CheckGroup[] = [
  { title: 'authentication', checks: authenticationChecks },
  { title: 'collections and instances', checks: collectionChecks },
  { title: 'paging', checks: pagingChecks },
  { title: 'queries', checks: queryChecks },
  { title: 'pair', checks: pairChecks },
  { title: 'actions', checks: actionChecks },
  // Before the lifecycle, which makes the journal of a simulator long: these put the simulator back, journal and all.
  { title: 'provoked', checks: provokedChecks },
  { title: 'lifecycle', checks: lifecycleChecks },
  { title: 'client', checks: clientChecks },
];

/** Run last, when everything is as it was before: it ends the login session of the run. */
export const lastGroup: CheckGroup = { title: 'logout', checks: logoutChecks };
