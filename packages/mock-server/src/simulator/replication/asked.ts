import type { LifecycleOperation, LifecycleRule, RequestBody } from '@powerstore-api/types';
import type { Refusal } from '../world/refusal.js';
import type { Session, Side } from '../world/session.js';
import type { Site } from '../world/site.js';
import type { World } from '../world/world.js';

/** The body of an action, with the defaults for the fields that were left out. */
export type BodyOf<Id extends LifecycleOperation> = Id extends unknown
  ? [RequestBody<Id>] extends [never]
    ? Readonly<Record<never, never>>
    : Readonly<Partial<RequestBody<Id>>>
  : never;

/** An action on a session, as it is judged. */
export interface Asked<Id extends LifecycleOperation = LifecycleOperation> {
  readonly world: World;
  readonly session: Session;
  /** The array that is asked, and the session as it has it. */
  readonly site: Site;
  readonly side: Side;
  readonly operationId: Id;
  readonly body: BodyOf<Id>;
}

/** Whether an action is possible: by which row of the state table, or why not. */
export type Judgement = { rule: LifecycleRule } | { refusal: Refusal };

/** What there is to say of an action beside the state table; nothing where that decides. */
export type Opinion<Id extends LifecycleOperation> = (asked: Asked<Id>) => Judgement | undefined;

export const refused = (status: 400 | 422, text: string, code?: string): { refusal: Refusal } => ({
  refusal: { status, text, ...(code !== undefined && { code }) },
});
