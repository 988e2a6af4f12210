// What an example may use without saying where it comes from.
import type { PowerStore } from '@powerstore-api/client';

declare global {
  /** An array somebody connected to. */
  const array: PowerStore;
  /** Id of a replication session. */
  const id: string;
  const password: string;
}
