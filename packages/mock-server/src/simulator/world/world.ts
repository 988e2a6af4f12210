// The state of the simulation: arrays with their rows, and the replication sessions between them. Plain data.
import type { DataConnectionState } from '@powerstore-api/types';
import TinyQueue from 'tinyqueue';
import type { Release } from '../../contract/release.js';
import type { Journal } from './journal.js';
import type { Random } from './random.js';
import type { Session } from './session.js';
import type { Site } from './site.js';
import type { Tables } from './tables.js';

/** When a transitional state ends: at once, after some time, or after a number of reads. */
export type TransitionMode = 'immediate' | 'timed' | { reads: number };

/** The link between A and B. When it is `degraded`, some of its connections are lost, and replication goes on. */
export type LinkState = 'up' | 'degraded' | 'down';

export interface World {
  /** The time of both arrays, in milliseconds since 1970. */
  now: number;
  link: LinkState;
  readonly transitionMode: TransitionMode;
  random: Random;
  /** The sequence number that was given last. */
  lastSequenceNumber: number;
  readonly arrays: ReadonlyMap<Site, ArrayState>;
  readonly sessions: Map<string, Session>;
  /** The snapshots by id, with the time at which the array deletes them. */
  readonly snapshots: Map<string, Snapshot>;
  /** Everything that is due later. An entry is void if its sequence number belongs to no transition and no session any more. */
  readonly due: TinyQueue<Due>;
  /** The sessions that have transitions. */
  readonly inTransition: Set<Session>;
  /** The sessions on which a transition has ended or a connection has come back. */
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
  /** The id of the volume or the volume group. */
  readonly of: string;
  /** When the array deletes it. */
  readonly expires?: number;
}

export interface Due {
  at: number;
  sequenceNumber: number;
  /** The id of the session or the snapshot. */
  subject: string;
}

/** Ordered by time, and for the same time by sequence number. */
export const emptySchedule = (): World['due'] =>
  new TinyQueue<Due>([], (a, b) => a.at - b.at || a.sequenceNumber - b.sequenceNumber);

export const nextSequenceNumber = (world: World): number => (world.lastSequenceNumber += 1);

export function arrayAt(world: World, site: Site): ArrayState {
  const array = world.arrays.get(site);
  if (!array) throw new Error(`there is no array ${site}`);
  return array;
}

/** The session of the NAS server, for the session of a file system. */
export const parentOf = (world: World, { parent }: Session): Session | undefined =>
  parent === undefined ? undefined : world.sessions.get(parent);

/** The sessions of the file systems, for the session of a NAS server. */
export const childrenOf = (world: World, { children }: Session): Session[] =>
  children.flatMap((id) => world.sessions.get(id) ?? []);

/** Whether the two arrays of a session can reach each other. Only the link between A and B can be cut. */
export function isConnected(world: World, { sites }: Pick<Session, 'sites'>): boolean {
  const [one, two] = sites;
  if (!arrayAt(world, one).powered || !arrayAt(world, two).powered) return false;
  return world.link !== 'down' || !(sites.includes('a') && sites.includes('b'));
}

/** The data connection between two arrays, as they show it. */
export function dataConnection(world: World, session: Pick<Session, 'sites'>): DataConnectionState {
  if (!isConnected(world, session)) return 'Complete_Data_Connection_Loss';
  const isDegraded = world.link === 'degraded' && session.sites.includes('a') && session.sites.includes('b');
  return isDegraded ? 'Partial_Data_Connection_Loss' : 'OK';
}

/** Whether both arrays of a session have something that the contract dates with this `x-added`. */
export const bothKnow = (world: World, { sites }: Pick<Session, 'sites'>, added: string): boolean =>
  sites.every((site) => arrayAt(world, site).release.has(added));
