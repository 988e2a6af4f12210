// A replication session and its transitions. Plain data.
import type { FullInstance, LifecycleOperation, ReplicationState } from '@powerstore-api/types';
import type { Failure } from './refusal.js';
import type { Row } from './rows.js';
import type { Site } from './site.js';

/** A replication session. Each of its two arrays has a row of it, a side. */
export interface Session {
  readonly id: string;
  /** The name of the resource that it replicates. */
  readonly name: string;
  readonly sites: readonly [Site, Site];
  readonly sides: Partial<Record<Site, Side>>;
  /** Recovery point objective in milliseconds; `null` if writes are mirrored. */
  rpo: number | null;
  /** For the session of a file system: the id of the session of its NAS server. */
  readonly parent?: string;
  /** For the session of a NAS server: the ids of the sessions of its file systems. */
  readonly children: readonly string[];
  /** The current transition: one for both sides, or one for each side that acts alone. */
  transitions: Transition[];
  /** When the next synchronization is due, in milliseconds since 1970, and its sequence number. */
  next?: { at: number; sequenceNumber: number };
  /** For a NAS server: its state while only some of its file systems have failed over or back. */
  partialState?: 'Partial_Failed_Over' | 'Partial_Reprotected' | 'Partial_Failed_Back';
}

/** A session as one of its arrays has it. */
export interface Side {
  /** The row of this array, with the attributes of the newest release. */
  readonly row: SessionRow;
  /** The state in which it was paused. */
  pausedIn?: ReplicationState;
  /** It stopped because the other side was out of reach, and recovers by itself once the other side is back. */
  stoppedByOutage?: boolean;
  /** It failed over alone. The other side follows once it is back. */
  failedOverAlone?: boolean;
}

export type SessionRow = Row<'replication_session'>;

/** The name of an action in jobs and in the path of its request. */
export type SessionAction = LifecycleOperation extends `replication_session_${infer Action}` ? Action : never;

/** A transition of a session: the states that it passes through, and its end. */
export interface Transition {
  readonly sequenceNumber: number;
  readonly action: SessionAction | 'create' | 'cycle' | 'delete' | 'recover';
  /** The sides that take part. The side that received the request is first. */
  sites: Site[];
  /** The states that remain; the current one is first. */
  via: ReplicationState[];
  /** The states of the sides before it. */
  readonly before: Partial<Record<Site, ReplicationState>>;
  readonly end: TransitionEnd;
  /** Whether it will still exchange the roles, which happens when it leaves its first state. */
  swapsRoles: boolean;
  startedAt: number;
  /** When it leaves the current state. */
  endsAt: number;
  /** With transitions by reads: how many more reads show the current state. */
  reads?: number;
  readonly jobs: JobReference[];
  /** The sizes that volumes have once it has copied them. */
  readonly sizes?: readonly { readonly site: Site; readonly id: string; readonly size: number }[];
  /** It will fail with this error. */
  failure?: Failure;
  /** The session of a file system on which it fails, while it succeeds on the NAS server and the other file systems. */
  failingChild?: string;
}

/** The end of a transition. */
export interface TransitionEnd {
  to?: ReplicationState | undefined;
  fails_to?: ReplicationState | undefined;
  set?: Readonly<Partial<FullInstance<'replication_session'>>> | undefined;
  /** The session is deleted on the sides that take part. */
  deleted?: true;
  /** The array whose resource is deleted with the session. */
  removesOn?: Site;
}

/** A job of an array. */
export interface JobReference {
  site: Site;
  id: string;
}

export const otherSite = ({ sites: [one, two] }: Session, site: Site): Site => (site === one ? two : one);

/** The sides that exist. A side that was deleted while the other one was out of reach does not. */
export const sidesOf = (session: Session): [Site, Side][] =>
  session.sites.flatMap((site): [Site, Side][] => {
    const side = session.sides[site];
    return side ? [[site, side]] : [];
  });
