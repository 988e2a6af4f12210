// The initial sessions, as options describe them.
import { type ReplicationSessionType, rpoValues } from '@powerstore-api/types';
import type { Protectable } from '../resources/volumes.js';
import type { PairSite } from '../world/site.js';

/** The recovery point objectives of asynchronous sessions. With `Zero` every write is mirrored. */
export const cyclicObjectives = rpoValues.filter((it) => it !== 'Zero');

/**
 * A session of the initial world.
 *
 * @example
 * ```ts
 * const session: SessionSpec = { name: 'erp-data', kind: 'volume', type: 'Asynchronous', source: 'a', rpo: 'One_Hour' };
 * ```
 */
export interface SessionSpec {
  /**
   * Name of the replicated resource, the same on both arrays. The members of a group have it too, with `-1`, `-2` and so on. Names
   * that differ only in case count as the same.
   */
  name: string;
  /**
   * The kind of resource that it replicates.
   * @default 'volume'
   */
  kind?: Protectable | 'replication_group' | 'nas_server';
  /**
   * Metro is for volumes and groups, and a replication group is asynchronous. A combination that the release of the arrays does
   * not support is left out.
   * @default 'Asynchronous'
   */
  type?: ReplicationSessionType;
  /**
   * The array that has the source, or the preferred side of metro.
   * @default 'a'
   */
  source?: PairSite;
  /**
   * The recovery point objective of an asynchronous session.
   * @default 'Five_Minutes'
   */
  rpo?: (typeof cyclicObjectives)[number];
  /**
   * Whether a witness watches over a metro or a synchronous NAS session.
   * @default false
   */
  witness?: boolean;
  /**
   * How many members a group has, or file systems a NAS server; up to 1000.
   * @default 2
   */
  parts?: number;
  /**
   * Whether a second, asynchronous session replicates a metro volume to a third site, which answers no requests.
   * @default false
   */
  thirdSite?: boolean;
}

/** How many members a group has, or file systems a NAS server, unless the session says it. */
export const defaultParts = 2;

/** The name of a member of a group, by its position. */
export const memberName = (group: string, index: number): string => `${group}-${index + 1}`;

/** One session of every kind, with names that tell the kind. */
export const oneOfEachKind: readonly SessionSpec[] = [
  { name: 'erp-data' },
  { name: 'web-content', source: 'b', rpo: 'Fifteen_Minutes' },
  { name: 'sql-group', kind: 'volume_group', rpo: 'Fifteen_Minutes' },
  { name: 'vm-group', kind: 'replication_group', rpo: 'Thirty_Minutes' },
  { name: 'ledger', type: 'Synchronous' },
  { name: 'orders-group', kind: 'volume_group', type: 'Synchronous', source: 'b' },
  { name: 'metro-witnessed', type: 'Metro_Active_Active', witness: true },
  { name: 'metro-plain', type: 'Metro_Active_Active', source: 'b' },
  { name: 'metro-group', kind: 'volume_group', type: 'Metro_Active_Active' },
  { name: 'nas-home', kind: 'nas_server', rpo: 'One_Hour', parts: 3 },
  { name: 'nas-mirror', kind: 'nas_server', type: 'Synchronous', witness: true },
  { name: 'three-site', type: 'Metro_Active_Active', witness: true, thirdSite: true },
];
