import { JobError, type JobErrorOptions } from './job-error.js';

/**
 * The array does not have the job, or has already deleted it. The state of the instance that the job worked on shows the outcome.
 *
 * @example
 * ```ts
 * if (isJobNotFoundError(error)) console.log(await array.replicationSessions.get(id, { select: ['state', 'role'] }));
 * ```
 */
export class JobNotFoundError extends JobError {
  override readonly name = 'JobNotFoundError';

  constructor(message: string, options: JobErrorOptions) {
    const hint = 'The job may have succeeded: read the instance that it worked on.';
    super(message, { ...options, code: 'ERR_POWERSTORE_JOB_NOT_FOUND', hint });
  }
}
