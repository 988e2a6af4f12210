// A replication session, and what is under way on it. Plain data.
import type { FullInstance, LifecycleOperation, ReplicationState } from '@powerstore-api/types';
import type { Failure } from './refusal.js';
import type { Row } from './rows.js';
import type { Site } from './site.js';

/** A replication session: one thing, of which each of its two arrays has a row. */
export interface Session {
  readonly id: string;
  /** What a person calls it: the name of the resource it replicates. */
  readonly name: string;
  readonly sites: readonly [Site, Site];
  readonly sides: Partial<Record<Site, Side>>;
  /** Recovery point objective in milliseconds; `null` where writes are mirrored. */
  readonly rpo: number | null;
  /** The session of the NAS server a file system belongs to, and the other way round. */
  readonly parent?: string;
  readonly children: readonly string[];
  /** What is under way: one thing for both sides, or one for a side that is alone. */
  transitions: Transition[];
  /** When the next synchronization is due, and its sequence number. */
  next?: { at: number; sequenceNumber: number };
  /** Of a NAS server: what it is called while some of its file systems have failed over, or have not failed back. */
  partialState?: 'Partial_Failed_Over' | 'Partial_Reprotected' | 'Partial_Failed_Back';
}

/** A session as one of its arrays has it. */
export interface Side {
  /** As it is on the wire, newest release. */
  readonly row: SessionRow;
  /** The state it was paused in. */
  pausedIn?: ReplicationState;
  /** Stopped because the other side went out of reach: goes on by itself when that is back. */
  stoppedByOutage?: boolean;
  /** Has failed over alone, so that the other side follows when it is back. */
  failedOverAlone?: boolean;
}

export type SessionRow = Row<'replication_session'>;

/** What an action is called in jobs and in the path of its request. */
export type SessionAction = LifecycleOperation extends `replication_session_${infer Action}` ? Action : never;

/** Something under way: states passed through one after the other, and what comes after them. */
export interface Transition {
  readonly sequenceNumber: number;
  readonly action: SessionAction | 'create' | 'cycle' | 'delete' | 'recover';
  /** The sides that go through it, the one that was asked first. */
  sites: Site[];
  /** States it passes through; the current one is first. */
  via: ReplicationState[];
  /** The states the sides were in before. */
  readonly before: Partial<Record<Site, ReplicationState>>;
  readonly end: TransitionEnd;
  /** Whether the roles are still to be exchanged, which happens as the first state is left. */
  swapsRoles: boolean;
  startedAt: number;
  /** When the current state is left; with `reads`, how often it is still shown. */
  endsAt: number;
  reads?: number;
  readonly jobs: JobReference[];
  /** It is going to fail, with this error. */
  failure?: Failure;
  /** A file system on which it fails, while it succeeds on the NAS server and its other file systems. */
  failingChild?: string;
}

/** What a transition comes to. */
export interface TransitionEnd {
  to?: ReplicationState | undefined;
  fails_to?: ReplicationState | undefined;
  set?: Readonly<Partial<FullInstance<'replication_session'>>> | undefined;
  /** The session is deleted on the sides that take part. */
  deleted?: true;
}

/** A job of an array. */
export interface JobReference {
  site: Site;
  id: string;
}

export const otherSite = ({ sites: [one, two] }: Session, site: Site): Site => (site === one ? two : one);

/** The sides that exist: one that was deleted while the other was out of reach does not. */
export const sidesOf = (session: Session): [Site, Side][] =>
  session.sites.flatMap((site): [Site, Side][] => {
    const side = session.sides[site];
    return side ? [[site, side]] : [];
  });
