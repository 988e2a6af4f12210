import type { RecordedArray, Recording } from '@powerstore-api/mock-server';
import { connectTo } from '../array/http/connection.js';
import { type ArrayIdentity, cannotRun, preflight } from '../array/http/preflight.js';
import type { ArraySession } from '../array/http/array-session.js';
import { refuseSameArray } from '../array/target/same-array.js';
import { type Site, type Target, type Targets, targetsOf } from '../array/target/target.js';
import { secondsOf } from '../array/rows/time.js';
import { createAnonymizer, recordingStartMs } from './anonymize.js';
import { readResources, type ReadResources } from './reader.js';

/** An array as it was read. It still tells whose it is. */
export interface ReadArray extends ReadResources {
  release: string;
}

/**
 * Reads all collections of the arrays that they show. It sends nothing but GET and, at the end, the logout.
 *
 * @throws InputError where both are one array.
 * @throws CannotRunError where an array does not answer, or refuses the login.
 */
export async function readArrays(targets: Targets): Promise<Partial<Record<Site, ReadArray>>> {
  const connections = targetsOf(targets).map(connectTo);
  const arrays: Partial<Record<Site, ReadArray>> = {};
  try {
    const identities: Partial<Record<Site, ArrayIdentity>> = {};
    for (const { target, arraySession } of connections) identities[target.site] = await preflight(target, arraySession);
    refuseSameArray({ a: identities.a?.serial, b: identities.b?.serial });
    for (const { target, arraySession } of connections) {
      const release = String(identities[target.site]?.release);
      arrays[target.site] = { release, ...(await read(target, arraySession, release)) };
    }
    return arrays;
  } finally {
    for (const { close } of connections) await close();
  }
}

/** @throws CannotRunError where the array does not answer. */
async function read(target: Target, arraySession: ArraySession, release: string): Promise<ReadResources> {
  try {
    return await readResources(target, arraySession, release);
  } catch (error) {
    throw cannotRun(error, target);
  }
}

/** A recording of arrays that were read, without what is missing. Nothing in it tells whose arrays they are. */
export function recordingOf(arrays: Partial<Record<Site, ReadArray>>): Recording {
  const { a, b } = arrays;
  const systemTime = secondsOf(String(a?.resources['cluster']?.[0]?.['system_time']));
  const anonymizer = createAnonymizer(systemTime === undefined ? Date.now() : Math.round(systemTime * 1000));
  const anonymous = ({ release, resources }: ReadArray): RecordedArray => ({
    release,
    resources: Object.fromEntries(
      Object.entries(resources).map(([resource, rows]) => [
        resource,
        anonymizer.rows(resource, rows) as { id: string }[],
      ]),
    ),
  });
  return {
    format: 1,
    now: new Date(recordingStartMs).toISOString().replace('Z', '+00:00'),
    arrays: { a: anonymous(a ?? { release: '', resources: {}, missing: {} }), ...(b && { b: anonymous(b) }) },
  };
}
