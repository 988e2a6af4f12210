// How each array of a pair knows the other one. An array can replicate to several arrays.
import type { PowerStore } from '../connect.js';
import { isPowerStoreError } from '../errors/guards.js';
import { PairError } from '../errors/pair-error.js';
import { hasText } from '../input/has-text.js';
import { soon } from '../time/soon.js';
import { otherSite, type Site } from './pair-session.js';
import type { Sides } from './side.js';

/** The two arrays of a pair, as they know each other. */
export interface PairIdentity {
  /** The id of the remote system that is the other array. Sessions refer to it. */
  remoteSystem(site: Site, signal?: AbortSignal): Promise<string>;
  /** Throws a `PairError` if an array that was just connected is the other one. */
  admit(site: Site, array: PowerStore): Promise<void>;
  /** Throws a `PairError` if the arrays are no pair, as far as both can be reached. */
  check(signal?: AbortSignal): Promise<void>;
}

export function createPairIdentity(both: Sides): PairIdentity {
  // An id of an array does not change, so it stays valid when the array is out of reach.
  const serials: Partial<Record<Site, string>> = {};
  /** Why an array did not say who it is. */
  const obstacles: Partial<Record<Site, Error>> = {};

  async function serialIfKnown(site: Site, signal?: AbortSignal, connected?: PowerStore): Promise<string | undefined> {
    try {
      if (serials[site] !== undefined) return serials[site];
      const { cluster } = connected ?? (await both[site].array(signal));
      const own: unknown = await cluster.get('0', { select: ['global_id'], signal });
      if (hasText(own, 'global_id')) serials[site] = own.global_id;
      return serials[site];
    } catch (error) {
      signal?.throwIfAborted();
      if (!isPowerStoreError(error)) throw error;
      obstacles[site] = error;
      return undefined;
    }
  }

  function checkDiffer(): void {
    const { a, b } = serials;
    if (a === undefined || a !== b) return;
    throw new PairError(`a and b are the same array (${a})`, { hint: 'Check the addresses of the two arrays.' });
  }

  async function remoteSystem(site: Site, signal?: AbortSignal): Promise<string> {
    const other = otherSite(site);
    const array = await both[site].array(signal);
    const [known, remotes] = [await serialIfKnown(other, signal), await remotesOf(array, signal)];
    const found = remotes.filter((remote) => known === undefined || remote.serial_number === known);
    const [only] = found;
    if (only !== undefined && found.length === 1) return only.id;
    if (known === undefined) {
      const cause = obstacles[other];
      const why = cause ? `: ${cause.message}` : '';
      throw new PairError(`${other} is out of reach, and ${site} replicates to ${found.length} arrays${why}`, {
        hint: `The client cannot tell which of them is ${other} until ${other} answers. pair.session(id) reads single sessions.`,
        cause,
      });
    }
    throw new PairError(`${site} does not know ${other} (${known}) as a remote system`, {
      hint: 'Check the addresses of the two arrays, and that each has the other one as a remote system.',
    });
  }

  return {
    remoteSystem,
    async admit(site, array) {
      // An array that does not say soon who it is may have to take over at once.
      await soon((signal) => serialIfKnown(site, signal, array), undefined);
      checkDiffer();
    },
    async check(signal) {
      const [a, b] = [await serialIfKnown('a', signal), await serialIfKnown('b', signal)];
      if (a === undefined || b === undefined) return;
      checkDiffer();
      await remoteSystem('a', signal);
      await remoteSystem('b', signal);
    },
  };
}

const remotesOf = (array: PowerStore, signal: AbortSignal | undefined) =>
  array.remoteSystems.list({ select: ['id', 'serial_number'], signal }).toArray();
