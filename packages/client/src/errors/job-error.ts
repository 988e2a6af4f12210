import type { ErrorMessage, Job, OperationId } from '@powerstore-api/types';
import { PowerStoreError } from './powerstore-error.js';

/** What a {@link JobError} is made of. */
export interface JobErrorOptions {
  readonly jobId: string;
  readonly operation: OperationId | undefined;
  readonly status?: number | undefined;
  readonly messages: readonly ErrorMessage[];
  readonly job?: Job | undefined;
  readonly code?: string;
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * A job has not done what was asked for.
 *
 * @example
 * ```ts
 * const job = await array.replicationSessions.failover(id, { is_planned: true }, { async: true });
 * await job.wait({ timeout: 600_000 }).catch((error: unknown) => {
 *   if (isJobError(error) && error.messages[0]?.code === '0xE0201005000C') console.log('already failed over');
 *   else throw error;
 * });
 * ```
 */
export class JobError extends PowerStoreError {
  override readonly name: string = 'JobError';
  readonly jobId: string;
  /** What was asked of the array, where we know. */
  declare readonly operation?: OperationId;
  /** The status that the action would have been answered with, where the job says so. */
  declare readonly status?: number;
  /** What the array says about it, most important first; empty where it says nothing. */
  readonly messages: readonly ErrorMessage[];
  /** The job as last read. */
  declare readonly job?: Job;

  constructor(message: string, { code = 'ERR_POWERSTORE_JOB', hint, cause, ...job }: JobErrorOptions) {
    super(message, { code, hint, cause });
    this.jobId = job.jobId;
    if (job.operation !== undefined) this.operation = job.operation;
    if (job.status !== undefined) this.status = job.status;
    this.messages = job.messages;
    if (job.job !== undefined) this.job = job.job;
  }
}
