import { nodeFetch } from '@powerstore-api/client/node';
import { ArraySession, type Login } from './array-session.js';
import type { Site, Target } from './target.js';

/** An array, and the means to ask it. */
export interface Connection {
  readonly target: Target;
  readonly arraySession: ArraySession;
  /** Ends its own login session and closes the connections. A login session that it continues is left open. */
  close(): Promise<void>;
}

export type Connections = Partial<Record<Site, Connection>>;

/** Connects to an array without sending anything yet. With `login`, it continues a login session that somebody else opened. */
export function connectTo(target: Target, login?: Login): Connection {
  const fetch = nodeFetch({ ...(target.tls && { tls: target.tls }) });
  const arraySession = new ArraySession(target, fetch, login);
  return {
    target,
    arraySession,
    async close() {
      if (!login) await arraySession.end();
      await fetch.close();
    },
  };
}
