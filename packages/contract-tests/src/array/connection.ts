import { nodeFetch } from '@powerstore-api/client/node';
import { createArraySession, type Login, type ArraySession } from './array-session.js';
import type { Site, Target } from './target.js';

/** A way to ask an array. */
export interface Connection {
  readonly target: Target;
  readonly arraySession: ArraySession;
  /** Ends its login session, where it has one of its own, and closes what is open. */
  close(): Promise<void>;
}

export type Connections = Partial<Record<Site, Connection>>;

/** Nothing is sent yet. A login session that somebody else has opened is carried on, and theirs to end. */
export function connectTo(target: Target, login?: Login): Connection {
  const fetch = nodeFetch({ ...(target.tls && { tls: target.tls }) });
  const arraySession = createArraySession(target, fetch, login);
  return {
    target,
    arraySession,
    async close() {
      if (!login) await arraySession.end();
      await fetch.close();
    },
  };
}
