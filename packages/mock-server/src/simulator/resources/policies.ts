// Protection policies and their replication rules.
import type { RPO } from '@powerstore-api/types';
import type { Row } from '../world/rows.js';
import type { Site } from '../world/site.js';
import { completeRow } from '../world/tables.js';
import { minutes } from '../world/time.js';
import { arrayAt, type World } from '../world/world.js';

const objectivesMs: Readonly<Record<RPO, number>> = {
  Five_Minutes: 5 * minutes,
  Fifteen_Minutes: 15 * minutes,
  Thirty_Minutes: 30 * minutes,
  One_Hour: 60 * minutes,
  Six_Hours: 360 * minutes,
  Twelve_Hours: 720 * minutes,
  One_Day: 1440 * minutes,
  Zero: 0,
};

const isKnown = (rpo: string): rpo is RPO => Object.hasOwn(objectivesMs, rpo);

/**
 * A recovery point objective in milliseconds. `null` if every write is mirrored, or if a recording has an objective that the
 * contract does not know.
 */
export function objectiveMs(rpo: string): number | null {
  const objective = isKnown(rpo) ? objectivesMs[rpo] : 0;
  return objective === 0 ? null : objective;
}

/** The remote system that represents another array. */
export function remoteSystemOf(world: World, site: Site, other: Site): Row<'remote_system'> {
  const found = arrayAt(world, site)
    .tables.rows('remote_system')
    .find((row) => row.site === other);
  if (!found) throw new Error(`array ${site} does not know array ${other}`);
  return found;
}

/** The rule for an objective and a target array. Creates it, and a policy of the same name, if there is none. */
export function ruleFor(world: World, site: Site, other: Site, rpo: RPO, isReplica: boolean): Row<'replication_rule'> {
  const { tables } = arrayAt(world, site);
  const owner = isReplica ? other : site;
  const target = isReplica ? site : other;
  const name = `${rpo.toLowerCase().replaceAll('_', '-')}-${arrayAt(world, owner).name}-to-${arrayAt(world, target).name}`;
  const found = tables.rows('replication_rule').find((rule) => rule.name === name);
  if (found) return found;
  const rule = tables.add(
    'replication_rule',
    completeRow('replication_rule', {
      id: world.random.id(),
      name,
      rpo,
      remote_system_id: remoteSystemOf(world, site, other).id,
      is_replica: isReplica,
      is_read_only: false,
      alert_threshold: objectivesMs[rpo] / minutes,
      managed_by: 'User',
    }),
  );
  tables.add(
    'policy',
    completeRow('policy', {
      id: world.random.id(),
      name,
      type: 'Protection',
      managed_by: 'User',
      is_replica: isReplica,
      is_read_only: false,
      rules: [rule.id],
    }),
  );
  return rule;
}

/** The policy that a rule belongs to. */
export const policyOfRule = (world: World, site: Site, rule: string | null): string | null =>
  arrayAt(world, site)
    .tables.rows('policy')
    .find(({ rules }) => rule !== null && rules.includes(rule))?.id ?? null;
