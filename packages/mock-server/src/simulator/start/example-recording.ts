import { attributes, contractRelease } from '@powerstore-api/types';
import { examplesOf } from '../../contract/document.js';
import type { Row } from '../../query/row.js';
import type { Recording } from './recording.js';

/** A time at which a synchronization of the examples is still running. */
const now = '2026-03-02T08:31:00.000+00:00';

/**
 * The examples of the contract as a recording of one array. A simulator that starts with it knows every id in the examples of
 * `openapi.json`, so these requests work as they are written there. The arrays that its sessions replicate with are not part of
 * it.
 *
 * @example
 * ```ts
 * import { createSimulator, exampleRecording } from '@powerstore-api/mock-server';
 *
 * await using sim = await createSimulator({ recording: exampleRecording() });
 * console.log(`try ${sim.a.url}/api/rest/volume/name:database?select=*`);
 * ```
 */
export function exampleRecording(): Recording {
  const resources = Object.keys(attributes).flatMap((resource) => {
    const rows = examplesOf(`/${resource}/{id}`) as Row[];
    return rows.length === 0 ? [] : [[resource, rows] as const];
  });
  return { format: 1, now, arrays: { a: { release: contractRelease, resources: Object.fromEntries(resources) } } };
}
