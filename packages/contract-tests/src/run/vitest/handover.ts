// Hands a run to the thread of its checks without vitest, which copies its configuration and shows it in errors.
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import type { Login } from '../../array/array-session.js';
import type { Site } from '../../array/target.js';
import type { Assignment } from '../conduct.js';

/** A run as plain data. It holds passwords and login sessions. */
export type Handover = Omit<Assignment, 'connections'> & { logins: Partial<Record<Site, Login>> };

const key = 'powerstore-contract';

/** Threads that start from now on can take it over, until the returned function is called. */
export function handOver(handover: Handover): () => void {
  setEnvironmentData(key, handover);
  return withdraw;
}

/** Takes over the run that was handed to this thread. This works once. */
export function takeOver(): Handover {
  const handover = getEnvironmentData(key) as Handover;
  withdraw();
  return handover;
}

/** Without a value, the key is deleted. */
const withdraw = (): void => setEnvironmentData(key);
