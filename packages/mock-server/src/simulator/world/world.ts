// Everything there is: arrays with their rows, and the replication sessions between them. Plain data and no behaviour.
import TinyQueue from 'tinyqueue';
import type { Release } from '../../contract/release.js';
import type { Journal } from './journal.js';
import type { Random } from './random.js';
import type { Session } from './session.js';
import type { Site } from './site.js';
import type { Tables } from './tables.js';

/** How a session leaves the states on its way: at once, when their time is over, or when it has been read so often. */
export type TransitionMode = 'immediate' | 'timed' | { reads: number };

export interface World {
  /** Milliseconds since 1970, as the clock of both arrays has it. */
  now: number;
  link: 'up' | 'down';
  readonly transitionMode: TransitionMode;
  random: Random;
  /** Of what was planned last. */
  lastSequenceNumber: number;
  readonly arrays: ReadonlyMap<Site, ArrayState>;
  readonly sessions: Map<string, Session>;
  /** Snapshots, and when the array deletes them by itself. */
  readonly snapshots: Map<string, Snapshot>;
  /** Index of what happens when; entries whose sequence number is nobody's any more are void. */
  readonly due: TinyQueue<Due>;
  /** Index of the sessions that have something under way. */
  readonly inTransition: Set<Session>;
  /** Sessions on which something has ended, so that both sides have to be looked at together. */
  toReconcile: Session[];
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
  sequenceNumber: number;
  /** The session or the snapshot it is about. */
  subject: string;
}

/** By time, and what is due at the same time by the order in which it was planned. */
export const emptySchedule = (): World['due'] =>
  new TinyQueue<Due>([], (a, b) => a.at - b.at || a.sequenceNumber - b.sequenceNumber);

export const nextSequenceNumber = (world: World): number => (world.lastSequenceNumber += 1);

export function arrayAt(world: World, site: Site): ArrayState {
  const array = world.arrays.get(site);
  if (!array) throw new RangeError(`there is no array ${site}`);
  return array;
}

/** The session of the NAS server, of that of a file system. */
export const parentOf = (world: World, { parent }: Session): Session | undefined =>
  parent === undefined ? undefined : world.sessions.get(parent);

/** The sessions of the file systems, of that of a NAS server. */
export const childrenOf = (world: World, { children }: Session): Session[] =>
  children.flatMap((id) => world.sessions.get(id) ?? []);

/** Whether the two arrays of a session reach each other. The link that can be cut is the one between A and B. */
export function isConnected(world: World, { sites }: Pick<Session, 'sites'>): boolean {
  const [one, two] = sites;
  if (!arrayAt(world, one).powered || !arrayAt(world, two).powered) return false;
  return world.link === 'up' || !(sites.includes('a') && sites.includes('b'));
}

/** What both arrays of a session know. */
export const bothKnow = (world: World, { sites }: Pick<Session, 'sites'>, added: string): boolean =>
  sites.every((site) => arrayAt(world, site).release.has(added));
