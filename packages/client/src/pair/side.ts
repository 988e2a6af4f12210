import { abortable } from '../time/abortable.js';
import type { PowerStore } from '../connect.js';
import { isPowerStoreError } from '../errors/guards.js';
import { PowerStoreError } from '../errors/powerstore-error.js';
import { type NamedResource, readResourceName } from '../session/resource-name.js';
import { asSession } from '../waiting/watch.js';
import type { SessionSide, Site } from './pair-session.js';

/**
 * An array of a pair: a connected array, which the pair leaves open; or a function that connects to it. The pair calls the
 * function when it needs the array, again after a failure, and closes the array.
 *
 * @example
 * ```ts
 * const a: ArrayOfPair = () => connect({ host: 'array-a.example.com', username: 'admin', password });
 * ```
 */
export type ArrayOfPair = PowerStore | (() => Promise<PowerStore>);

/** One of the two arrays. */
export interface Side {
  readonly site: Site;
  /** The array, connected. */
  array(signal?: AbortSignal): Promise<PowerStore>;
  /** The array, if the pair has connected to it. */
  connected(): PowerStore | undefined;
  /** The session on this side, or the error that kept it from being read. It reads the name unless it is given. */
  read(id: string, signal?: AbortSignal, name?: { readonly name: string | undefined }): Promise<SessionSide>;
  close(): Promise<void>;
}

/** Both arrays. */
export type Sides = Readonly<Record<Site, Side>>;

/** With `admit`, which throws if an array that was just connected is none of the pair. */
export function createSide(site: Site, given: ArrayOfPair, admit: (array: PowerStore) => Promise<void>): Side {
  let opened: Promise<PowerStore> | undefined;
  let connected = typeof given === 'function' ? undefined : given;
  let isClosed = false;

  function open(connect: () => Promise<PowerStore>): Promise<PowerStore> {
    if (isClosed) throw closedPair();
    opened ??= connectAndAdmit(connect).catch((error: unknown) => {
      // An array that is out of reach may be back the next time.
      opened = undefined;
      throw error;
    });
    return opened;
  }

  async function connectAndAdmit(connect: () => Promise<PowerStore>): Promise<PowerStore> {
    const mine = await connect();
    try {
      await admit(mine);
    } catch (error) {
      await mine.close();
      throw error;
    }
    return (connected = mine);
  }

  async function array(signal?: AbortSignal): Promise<PowerStore> {
    if (typeof given !== 'function') return given;
    return abortable(open(given), signal);
  }

  return {
    site,
    array,
    connected: () => connected,
    async read(id, signal, known) {
      try {
        const { replicationSessions, volumes, volumeGroups } = await array(signal);
        const session = asSession(await replicationSessions.get(id, { select: '*', signal }));
        const readName = (resource: NamedResource, resourceId: string, either: AbortSignal): Promise<unknown> =>
          resource === 'volume'
            ? volumes.get(resourceId, { select: 'name', signal: either })
            : volumeGroups.get(resourceId, { select: 'name', signal: either });
        const { name } = known ?? { name: await readResourceName(session, readName, signal) };
        return { site, name, session, error: undefined };
      } catch (error) {
        return { ...unreadSide(site, error, signal), name: known?.name };
      }
    },
    async close() {
      isClosed = true;
      const mine = await opened?.catch(() => undefined);
      await mine?.close();
    },
  };
}

/** The error of everything after `close()`. */
export const closedPair = (): PowerStoreError =>
  new PowerStoreError('The pair is closed and sends nothing more to its arrays', { code: 'ERR_POWERSTORE_CLOSED' });

/** A side that could not be read. Aborts and mistakes of the caller are thrown. */
export function unreadSide(site: Site, error: unknown, signal: AbortSignal | undefined): SessionSide {
  signal?.throwIfAborted();
  if (!isPowerStoreError(error)) throw error;
  return { site, name: undefined, session: undefined, error };
}
