import { type Collection, createCollection } from './collection.js';
import type { Transport } from '../http/transport.js';
import { type JobStatus, type JobWaitOptions, waitForJob } from '../waiting/job-handle.js';

/**
 * The jobs of an array: work in the background, running or ended.
 *
 * @example
 * ```ts
 * const failed = await array.jobs.list({ select: ['id', 'description_l10n'], where: { state: 'FAILED' } }).toArray();
 * ```
 */
export interface Jobs extends Collection<'job'> {
  /**
   * Waits until a job has ended and resolves with it; any client may have started the job. Rejects with a `JobError` when
   * the job has failed, with a `JobNotFoundError` when the array does not have it or has already deleted it, and with a
   * `WaitTimeoutError` after the `timeout`.
   *
   * @example
   * ```ts
   * const { id } = await array.replicationSessions.failover(sessionId, { is_planned: true }, { async: true });
   * // Later, from another process:
   * await array.jobs.wait(id, { timeout: 600_000, onProgress: (job) => console.log(job.progress_percentage) });
   * ```
   */
  wait(id: string, options: JobWaitOptions): Promise<JobStatus>;
}

/** The methods over a transport. */
export const createJobs = (send: Transport): Jobs => ({
  ...createCollection(send, 'job'),
  wait: (id, options) => waitForJob(send, id, options),
});
