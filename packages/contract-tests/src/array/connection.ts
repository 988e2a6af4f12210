import { nodeFetch } from '@powerstore-api/client/node';
import { createArraySession, type ArraySession } from './array-session.js';
import type { Site, Target } from './target.js';

/** A way to ask an array. */
export interface Connection {
  readonly target: Target;
  readonly arraySession: ArraySession;
  /** Ends its login session, and closes what is open. */
  close(): Promise<void>;
}

export type Connections = Partial<Record<Site, Connection>>;

/** Nothing is sent yet. */
export function connectTo(target: Target): Connection {
  const fetch = nodeFetch({ ...(target.tls && { tls: target.tls }) });
  const arraySession = createArraySession(target, fetch);
  return {
    target,
    arraySession,
    async close() {
      await arraySession.end();
      await fetch.close();
    },
  };
}
