import type { ErrorMessage, Job, OperationId } from '@powerstore-api/types';
import { PowerStoreError } from './powerstore-error.js';

/** The fields of a {@link JobError}. */
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
 * A job has failed.
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
  /** The operation of the job, if it is known. */
  declare readonly operation?: OperationId;
  /** The status that the array would have answered without a job, if the job has it. */
  declare readonly status?: number;
  /** The messages of the array, most important first; empty if there are none. */
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
