import { JobError, type JobErrorOptions } from './job-error.js';

/**
 * The array has no such job, or no longer. What has become of the action is in what it was to work on.
 *
 * @example
 * ```ts
 * if (isJobGoneError(error)) console.log(await array.replicationSessions.get(id, { select: ['state', 'role'] }));
 * ```
 */
export class JobGoneError extends JobError {
  override readonly name = 'JobGoneError';

  constructor(message: string, options: JobErrorOptions) {
    const hint = 'Read what the job was to work on: it may have been carried out.';
    super(message, { ...options, code: 'ERR_POWERSTORE_JOB_GONE', hint });
  }
}
