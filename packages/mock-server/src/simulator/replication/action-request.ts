import type { LifecycleOperation, LifecycleRule, RequestBody } from '@powerstore-api/types';
import type { Refusal } from '../world/refusal.js';
import type { Session, Side } from '../world/session.js';
import type { Site } from '../world/site.js';
import type { World } from '../world/world.js';

/** The body of an action, with defaults for missing fields. */
export type BodyOf<Id extends LifecycleOperation> = Id extends unknown
  ? [RequestBody<Id>] extends [never]
    ? Readonly<Record<never, never>>
    : Readonly<Partial<RequestBody<Id>>>
  : never;

/** An action on a session, with everything that decides on it. */
export interface ActionRequest<Id extends LifecycleOperation = LifecycleOperation> {
  readonly world: World;
  readonly session: Session;
  /** The array that received the action. */
  readonly site: Site;
  /** Its side of the session. */
  readonly side: Side;
  readonly operationId: Id;
  readonly body: BodyOf<Id>;
}

/** The row of the state table by which an action is possible, or why it is not. */
export type Decision = { rule: LifecycleRule } | { refusal: Refusal };

/** A check beside the state table. It returns nothing if it leaves the decision to the others. */
export type ActionCheck<Id extends LifecycleOperation> = (request: ActionRequest<Id>) => Decision | undefined;

export const refused = (
  status: 400 | 422,
  text: string,
  code?: string,
  values?: readonly string[],
): { refusal: Refusal } => ({
  refusal: { status, text, ...(code !== undefined && { code }), ...(values !== undefined && { values }) },
});
