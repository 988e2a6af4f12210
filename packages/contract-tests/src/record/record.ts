import type { RecordedArray, Recording } from '@powerstore-api/mock-server';
import { connectTo } from '../array/connection.js';
import { preflight, cannotRun } from '../array/preflight.js';
import type { Row } from '../array/rows.js';
import { type Site, type Targets, targetsOf } from '../array/target.js';
import { createAnonymizer, recordingStartMs } from './anonymize.js';
import { readResources } from './reader.js';

/** An array as it was read. It still tells whose it is. */
export interface ReadArray {
  release: string;
  resources: Record<string, Row[]>;
}

/**
 * Reads all collections of the arrays. It sends nothing but GET and, at the end, the logout.
 *
 * @throws CannotRunError where an array does not answer, or refuses the user.
 */
export async function readArrays(targets: Targets): Promise<Partial<Record<Site, ReadArray>>> {
  const arrays: Partial<Record<Site, ReadArray>> = {};
  for (const target of targetsOf(targets)) {
    const { arraySession, close } = connectTo(target);
    try {
      const { release } = await preflight(target, arraySession);
      arrays[target.site] = { release, resources: await readResources(target, arraySession, release) };
    } catch (error) {
      throw cannotRun(error, target);
    } finally {
      await close();
    }
  }
  return arrays;
}

/** A recording of arrays that were read. Nothing in it tells whose arrays they are. */
export function recordingOf(arrays: Partial<Record<Site, ReadArray>>): Recording {
  const { a, b } = arrays;
  const systemTime = Date.parse(String(a?.resources['cluster']?.[0]?.['system_time']));
  const anonymizer = createAnonymizer(Number.isNaN(systemTime) ? Date.now() : systemTime);
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
    arrays: { a: anonymous(a ?? { release: '', resources: {} }), ...(b && { b: anonymous(b) }) },
  };
}
