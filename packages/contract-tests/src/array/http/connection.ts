import { nodeFetch } from '@powerstore-api/client/node';
import { ArraySession } from './array-session.js';
import type { OtherRequest } from './other-requests.js';
import type { Site, Target } from '../target/target.js';

/** An array, and the means to ask it. */
export interface Connection {
  readonly target: Target;
  readonly arraySession: ArraySession;
  /** Ends its login session and closes the connections. */
  close(): Promise<void>;
}

export type Connections = Partial<Record<Site, Connection>>;

/** Notes a request that a check sent by itself: at its array, or at the first where no array has this address. */
export function noteAt(connections: Connections, request: OtherRequest): void {
  const all = Object.values(connections);
  const { origin } = new URL(request.url);
  const { arraySession } = all.find(({ target }) => new URL(target.url).origin === origin) ?? all[0] ?? {};
  arraySession?.note(request);
}

/** The writes that the arrays got although the run may not send them, in order and without ids. */
export const forbiddenWritesTo = (connections: Connections): string[] =>
  Object.values(connections).flatMap(({ arraySession }) => arraySession.forbiddenWrites);

/** Connects to an array without sending anything yet. */
export function connectTo(target: Target): Connection {
  const fetch = nodeFetch({ ...(target.tls && { tls: target.tls }) });
  const arraySession = new ArraySession(target, fetch);
  return {
    target,
    arraySession,
    async close() {
      await arraySession.end();
      await fetch.close();
    },
  };
}
