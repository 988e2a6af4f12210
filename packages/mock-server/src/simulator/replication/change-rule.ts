// A session that continues by the rule of another policy.
import { objectiveMs, policyOfRule, ruleFor } from '../resources/policies.js';
import { isProtectable } from '../resources/volumes.js';
import type { Row } from '../world/rows.js';
import { otherSite, type Session } from '../world/session.js';
import type { Site } from '../world/site.js';
import { arrayAt, type World } from '../world/world.js';
import { changeRow, changeRows, recordChange, steadyTransfer } from './session-side.js';
import { beginTransition } from './transitions.js';
import { typeOf } from './write-request.js';

/**
 * Lets a session continue by another rule to the same array, with its objective and its type. The destination takes the replicas
 * of the rule and its policy.
 */
export function continueByRule(world: World, session: Session, site: Site, rule: Row<'replication_rule'>): void {
  const other = otherSite(session, site);
  const type = typeOf(rule);
  const { rpo } = rule;
  const replica = ruleFor(world, other, site, rpo, true);
  for (const [at, id] of [
    [site, rule.id],
    [other, replica.id],
  ] as const) {
    const row = session.sides[at]?.row;
    if (!row) continue;
    changeRow(world, at, row, { replication_rule_id: id });
    recordChange(world, session, at, `rule ${rpo}`);
  }
  const far = session.sides[other]?.row;
  if (far && isProtectable(far.resource_type)) {
    const { tables } = arrayAt(world, other);
    const destination = tables.find(far.resource_type, far.local_resource_id);
    if (destination)
      tables.change(far.resource_type, destination, {
        protection_policy_id: policyOfRule(world, other, replica.id),
      });
  }
  session.rpo = type === 'Synchronous' ? null : objectiveMs(rpo);
  delete session.next;
  world.toReconcile.push(session);
  const near = session.sides[site]?.row;
  if (!near || near.type === type) return;
  changeRows(world, session, { type, last_sync_timestamp: null, last_sync_duration: null, next_sync_timestamp: null });
  if (near.state !== 'OK') return;
  changeRows(world, session, { data_transfer_state: steadyTransfer({ type, resource_type: near.resource_type }) });
  beginTransition(world, session, {
    action: 'recover',
    sites: [...session.sites],
    via: [type === 'Synchronous' ? 'Switching_To_Synchronous' : 'Synchronizing'],
    end: { to: 'OK' },
  });
}
