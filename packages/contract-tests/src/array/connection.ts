import { nodeFetch } from '@powerstore-api/client/node';
import { ArraySession } from './array-session.js';
import type { Site, Target } from './target.js';

/** An array, and the means to ask it. */
export interface Connection {
  readonly target: Target;
  readonly arraySession: ArraySession;
  /** Ends its login session and closes the connections. */
  close(): Promise<void>;
}

export type Connections = Partial<Record<Site, Connection>>;

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
