import { JobError, type JobErrorOptions } from './job-error.js';

/**
 * The array has no such job, or no longer. What has become of the action is in what it was to work on.
 *
 * @example
 * ```ts
 * if (isJobNotFoundError(error)) console.log(await array.replicationSessions.get(id, { select: ['state', 'role'] }));
 * ```
 */
export class JobNotFoundError extends JobError {
  override readonly name = 'JobNotFoundError';

  constructor(message: string, options: JobErrorOptions) {
    const hint = 'Read what the job was to work on: it may have been carried out.';
    super(message, { ...options, code: 'ERR_POWERSTORE_JOB_NOT_FOUND', hint });
  }
}
