// The state table, tried on sessions that the run may change: in every pair state that can be reached, the suite tries
// every action on every side. The array must lead an allowed action where the table says, and must refuse any other.
import type { ReplicatedResourceType } from '@powerstore-api/types';
import type { CheckContext, LoginSession } from '../context/check-context.js';
import type { SuiteCheck } from '../define-check.js';
import { driverIn, sessionKinds, sessionsOf } from './sessions.js';
import { traverseStates } from './traverse-states.js';

/** A simulator treats all block resources alike, so trying everything on one kind of them is enough. */
const treatedLikeVolumes: ReadonlySet<ReplicatedResourceType> = new Set(['volume_group', 'replication_group']);

/** Every action, state and role of a kind of session, as far as the mode allows it and the suite can put it back. */
export const lifecycleChecks: SuiteCheck[] = sessionKinds.map((kind) => ({
  id: `lifecycle.${kind.type}.${kind.resource_type}`,
  title:
    'The array must allow each action where the state table does, lead where it says, and refuse the action elsewhere',
  safety: 'non-disruptive',
  once: true,
  async run(context: CheckContext, { strays }: LoginSession) {
    const { target, notApplicable } = context;
    const isEmbedded = target.permit.sessions === 'all';
    if (isEmbedded && target.control === undefined) notApplicable('A mock that answers with examples has no states.');
    const ids = await sessionsOf(context, kind);
    if (ids.length === 0) notApplicable('The run may change no session of this kind.');
    const eachRowOnce = isEmbedded && treatedLikeVolumes.has(kind.resource_type);
    const traversed: boolean[] = [];
    for (const id of ids) {
      if (strays.size() > 0)
        notApplicable('The array carries out actions on other sessions than they were sent to, so the run sends none.');
      traversed.push(await traverseStates(context, driverIn(context), { id, kind, eachRowOnce, strays }));
    }
    if (!traversed.includes(true))
      notApplicable(
        'Its sessions are in a state, or under a failover test, that the suite could not bring them back to.',
      );
  },
}));
