// What the documents say of actions and the state table cannot: conditions on both sides at once, on time, and on
// snapshots. Everything else about what is possible is in the table, and nowhere else.
import { lifecycle, type LifecycleRule, type OperationId } from '@powerstore-api/types';
import type { Row } from '../../query/row.js';
import { alreadyFailedOver, type Refused } from './refusal.js';
import { isAsynchronous, isMetro, serves } from './session-side.js';
import type { Site } from '../world/site.js';
import { bothKnow, isConnected, otherSite, type Session, sidesOf, type World } from '../world/world.js';

interface Asked {
  world: World;
  session: Session;
  site: Site;
  row: Row;
  body: Row;
}

type Verdict = { rule: LifecycleRule } | { refused: Refused } | undefined;

const refused = (status: 400 | 422, text: string): Verdict => ({ refused: { status, text } });

type Rule = (asked: Asked) => Verdict;

/**
 * The verdict of the table, with what comes before it and what comes after it: an action that the table refuses is not
 * looked at any further, so that nobody is told to set `force` where that is of no use.
 */
export function judgeAll(
  world: World,
  session: Session,
  site: Site,
  operationId: OperationId,
  body: Row,
  byTheTable: () => { rule: LifecycleRule } | { refused: Refused },
): { rule: LifecycleRule } | { refused: Refused } {
  const asked: Asked = { world, session, site, row: session.sides[site]?.row ?? {}, body };
  const first = (rules: readonly Rule[] = []): Verdict => {
    for (const rule of rules) {
      const verdict = rule(asked);
      if (verdict) return verdict;
    }
    return undefined;
  };
  const verdict = first(before[operationId]) ?? byTheTable();
  if ('refused' in verdict) return verdict;
  return first([busyParent, ...(after[operationId] ?? [])]) ?? verdict;
}

/** One replication operation at a time (Info Hub); a file system takes part in those of its NAS server. */
function busyParent({ world, session }: Asked): Verdict {
  const parent = world.sessions.get(session.parent ?? '');
  return parent && parent.runs.length > 0
    ? refused(422, 'The session of the NAS server is under way with something.')
    : undefined;
}

/**
 * Only one side is paused: it was paused while the link was down. Pausing again pauses the other side too; resume and
 * synchronization are not possible until then (array API document 4.0, on pausing), nor is a planned failover, for which
 * the table wants a side that is OK.
 */
function isPausedAlone({ world, session, site, row }: Asked): boolean {
  const other = session.sides[otherSite(session, site)]?.row;
  return (
    other !== undefined && isConnected(world, session) && (row['state'] === 'Paused') !== (other['state'] === 'Paused')
  );
}

function pauseAgain(asked: Asked): Verdict {
  const [rule] = lifecycle['replication_session_pause']?.rules ?? [];
  return isPausedAlone(asked) && asked.row['state'] === 'Paused' && rule ? { rule } : undefined;
}

const notPausedAlone = (asked: Asked): Verdict =>
  isPausedAlone(asked) && asked.session.runs.length === 0
    ? refused(422, 'Only one side is paused. Pause again to pause both, then resume.')
    : undefined;

/** Data of a mirror that serves on both sides differs: which to keep is for a user to say (our reading). */
function notSplit({ session, row }: Asked): Verdict {
  const isSplit = isMetro(row) && sidesOf(session).every(([, side]) => serves(side));
  return isSplit && row['state'] === 'Paused'
    ? refused(422, 'Both sides serve hosts. Demote one of them first.')
    : undefined;
}

/** Whichever side is asked, whatever else is wrong: OpenStack's driver goes by the code (sdk-cinder). */
const failedOverAlready = ({ row, body }: Asked): Verdict =>
  row['state'] === 'Failed_Over' && body['force'] !== true
    ? { refused: { status: 422, text: 'The session has failed over already.', code: alreadyFailedOver } }
    : undefined;

/** `failover_snapshot_id` is for unplanned failovers, and not while a test runs (array API document 4.0). */
const noSnapshotWhilePlanned = ({ body }: Asked): Verdict =>
  body['failover_snapshot_id'] !== undefined && body['is_planned'] === true
    ? refused(400, 'failover_snapshot_id is for an unplanned failover: is_planned has to be false.')
    : undefined;

function snapshotOfFailover({ world, session, site, row, body }: Asked): Verdict {
  const { failover_snapshot_id: id } = body;
  if (id === undefined) return undefined;
  if (row['failover_test_in_progress'] === true)
    return refused(422, 'failover_snapshot_id cannot be used while a failover test is running.');
  return isSnapshotOf(world, session, site, id) ? undefined : noSnapshot(id);
}

function snapshotOfTest({ world, session, site, body }: Asked): Verdict {
  const { snapshot_id: id } = body;
  return id === undefined || isSnapshotOf(world, session, site, id) ? undefined : noSnapshot(id);
}

const noSnapshot = (id: unknown): Verdict => refused(422, `The local resource has no snapshot ${String(id)}.`);

function isSnapshotOf(world: World, session: Session, site: Site, id: unknown): boolean {
  const snapshot = world.snapshots.get(String(id));
  return (
    snapshot !== undefined && snapshot.site === site && snapshot.of === session.sides[site]?.row['local_resource_id']
  );
}

/**
 * From 4.4 on an unplanned failover needs `force` where data may be lost: the destination has missed its recovery point
 * objective, or a synchronous NAS session is out of sync (portal document 4.4).
 */
function forceWhereBehind({ world, session, row, body }: Asked): Verdict {
  if (body['is_planned'] !== false || body['force'] === true || !bothKnow(world, session, '4.4.0.0')) return undefined;
  const due = row['next_sync_timestamp'];
  const isBehind = isAsynchronous(row)
    ? typeof due === 'string' && Date.parse(due) < world.now && row['state'] !== 'Synchronizing'
    : row['state'] === 'System_Paused' || row['state'] === 'Paused';
  return isBehind
    ? refused(422, 'The destination is behind, and data may be lost. Set force to fail over all the same.')
    : undefined;
}

/** Before 4.3 a test is stopped with `force` where the other array cannot be reached (array API document 4.0). */
const forceWhereAlone = ({ world, session, body }: Asked): Verdict =>
  body['force'] === true || bothKnow(world, session, '4.3.0.0') || isConnected(world, session)
    ? undefined
    : refused(422, 'The other array cannot be reached. Set force to stop the test all the same.');

const before: Readonly<Partial<Record<OperationId, Rule[]>>> = {
  replication_session_pause: [pauseAgain],
  replication_session_failover: [failedOverAlready, noSnapshotWhilePlanned],
};

const after: Readonly<Partial<Record<OperationId, Rule[]>>> = {
  replication_session_resume: [notPausedAlone, notSplit],
  replication_session_sync: [notPausedAlone],
  replication_session_failover: [snapshotOfFailover, forceWhereBehind],
  replication_session_start_failover_test: [snapshotOfTest],
  replication_session_stop_failover_test: [forceWhereAlone],
};
