// The names that an example may use without importing them.
import type { Pair, PowerStore } from '@powerstore-api/client';

declare global {
  /** An array somebody connected to. */
  const array: PowerStore;
  /** Two arrays that replicate to each other; `array` is one of them. */
  const pair: Pair;
  /** Id of a replication session. */
  const id: string;
  const sessionId: string;
  const snapshotId: string;
  const volumeId: string;
  const host: string;
  const username: string;
  const password: string;
  /** The certificate of the array, as PEM, and its SHA-256 fingerprint. */
  const ca: string;
  const fingerprint: string;
  /** The error that was caught. */
  const error: unknown;
}
