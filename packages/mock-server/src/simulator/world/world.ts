// What there is: arrays with their rows, and the replication sessions between them. Plain data and no behaviour.
import type { Site } from './site.js';
import type { OperationId } from '@powerstore-api/types';
import type TinyQueue from 'tinyqueue';
import type { Row } from '../../query/row.js';
import type { Release } from '../../contract/release.js';
import type { Journal } from './journal.js';
import type { Random } from './random.js';
import type { Tables } from './tables.js';

/** How a session leaves the states on its way: at once, when their time is over, or when it has been read so often. */
export type Transitions = 'immediate' | 'timed' | { reads: number };

export interface World {
  /** Milliseconds since 1970, as the clock of both arrays has it. */
  now: number;
  link: 'up' | 'down';
  readonly transitions: Transitions;
  random: Random;
  /** Number of the last thing that was numbered: what is due, and journal entries that belong together. */
  tickets: number;
  readonly arrays: ReadonlyMap<Site, ArrayState>;
  readonly sessions: Map<string, Session>;
  /** Snapshots, and when the array deletes them by itself. */
  readonly snapshots: Map<string, Snapshot>;
  /** Index of what happens when; entries whose ticket nobody holds any more are void. */
  readonly due: TinyQueue<Due>;
  /** Index of the sessions that have something under way. */
  readonly running: Set<Session>;
  /** Sessions on which something has ended, so that what follows from it is still to be seen to. */
  unsettled: Session[];
  readonly journal: Journal;
}

export interface ArrayState {
  readonly site: Site;
  readonly name: string;
  readonly release: Release;
  readonly serial: string;
  powered: boolean;
  readonly tables: Tables;
}

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
  runs: Run[];
  /** When the next synchronization is due, and the ticket of it. */
  next?: { at: number; ticket: number };
  /** The last failover or reprotection, of a NAS server that or of one of its file systems: by it they may differ. */
  last?: { operationId: OperationId; body: Row };
}

export interface Side {
  /** As it is on the wire, newest release. */
  readonly row: Row;
  /** The state it was paused in. */
  pausedIn?: string;
  /** Stopped because the other side went out of reach: goes on by itself when that is back. */
  lost?: boolean;
  /** Has failed over alone, so that the other side is to follow when it is back. */
  ahead?: boolean;
}

/** Something under way: states passed through one after the other, and what comes after them. */
export interface Run {
  readonly ticket: number;
  readonly action: string;
  /** The sides that go through it, the one that was asked first. */
  sites: Site[];
  /** States it passes through; the current one is first. */
  via: string[];
  /** What the sides were in before. */
  readonly before: Partial<Record<Site, string>>;
  readonly outcome: Outcome;
  /** Whether the roles are still to be exchanged, which happens as the first state is left. */
  swap: boolean;
  startedAt: number;
  /** When the current state is left; with `reads`, how often it is still shown. */
  endsAt: number;
  reads?: number;
  readonly jobs: { site: Site; id: string }[];
  /** It is going to fail, with this error. */
  failure?: Failure;
  /** A file system that does not come along, while the NAS server and its other file systems do. */
  leaves?: string;
}

export interface Outcome {
  to?: string | undefined;
  fails_to?: string | undefined;
  set?: Readonly<Record<string, unknown>> | undefined;
  /** The session is deleted on the sides that take part. */
  gone?: true;
}

export interface Failure {
  text: string;
  code?: string;
  status?: number;
}

export interface Snapshot {
  readonly id: string;
  readonly site: Site;
  readonly resource: 'volume' | 'volume_group';
  /** The resource it is of. */
  readonly of: string;
  /** When the array deletes it. */
  readonly expires?: number;
}

export interface Due {
  at: number;
  ticket: number;
  /** The session or the snapshot it is about. */
  subject: string;
}

export const ticket = (world: World): number => (world.tickets += 1);

export function arrayAt(world: World, site: Site): ArrayState {
  const array = world.arrays.get(site);
  if (!array) throw new RangeError(`there is no array ${site}`);
  return array;
}

export const otherSite = ({ sites: [one, two] }: Session, site: Site): Site => (site === one ? two : one);

/** The sides that exist: one that was deleted while the other was out of reach is gone. */
export const sidesOf = (session: Session): [Site, Side][] =>
  session.sites.flatMap((site): [Site, Side][] => {
    const side = session.sides[site];
    return side ? [[site, side]] : [];
  });

/** Whether the two arrays of a session reach each other. The link that can be cut is the one between A and B. */
export function isConnected(world: World, { sites }: Pick<Session, 'sites'>): boolean {
  const [one, two] = sites;
  if (!arrayAt(world, one).powered || !arrayAt(world, two).powered) return false;
  return world.link === 'up' || !(sites.includes('a') && sites.includes('b'));
}

/** What both arrays of a session know. */
export const bothKnow = (world: World, { sites }: Pick<Session, 'sites'>, added: string): boolean =>
  sites.every((site) => arrayAt(world, site).release.has(added));
