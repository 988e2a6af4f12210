// A session has no name; the volume or group that it replicates has one. Sessions embed it since 4.0 only, and array answers
// of every release have the id of the resource, so the name is read by that id.
import { hasText } from '../input/has-text.js';
import { soon } from '../time/soon.js';
import type { WatchedSession } from './session-change.js';

/** The resources of sessions whose names the contract has: it has no NAS servers. */
export const namedResources = ['volume', 'volume_group'] as const;

export type NamedResource = (typeof namedResources)[number];

/** The name of the resource of a session; `undefined` if it has none, or the name cannot be read soon. */
export async function readResourceName(
  { resource_type: type, local_resource_id: id }: WatchedSession,
  read: (resource: NamedResource, id: string, signal: AbortSignal) => Promise<unknown>,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const resource = namedResources.find((each) => each === type);
  if (resource === undefined) return undefined;
  return soon((either) => read(resource, id, either), signal).then(nameIn);
}

/** The name in an answer. */
export const nameIn = (answer: unknown): string | undefined =>
  hasText(answer, 'name') && answer.name !== '' ? answer.name : undefined;
