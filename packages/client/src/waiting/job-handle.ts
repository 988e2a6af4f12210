import { checkOptions } from '@powerstore-api/input';
import { isOperation, type Job, type JobState, type OperationId } from '@powerstore-api/types';
import { readAnswer } from '../http/answer.js';
import { ContractError } from '../errors/contract-error.js';
import { describe, messagesOf } from '../http/error-from-answer.js';
import { isNotFoundError } from '../errors/guards.js';
import { JobError } from '../errors/job-error.js';
import { JobNotFoundError } from '../errors/job-not-found-error.js';
import { WaitTimeoutError } from '../errors/wait-timeout-error.js';
import type { Transport } from '../http/transport.js';
import * as option from '../input/options.js';
import { asText, hasText } from '../input/has-text.js';
import { inSeconds } from '../time/in-seconds.js';
import { poll, type ReadInTurn } from './poll.js';
import { sharedReads } from './shared-reads.js';
import { createWaitStatistics } from './wait-statistics.js';
import { defaultIntervalMs } from './watch.js';

/**
 * A job with all of its attributes. Attributes that came with a later release than 1.0, such as `phase`, may be missing.
 *
 * @example
 * ```ts
 * const report = ({ description_l10n, progress_percentage }: JobStatus): void =>
 *   console.log(description_l10n, progress_percentage ?? '-');
 * ```
 */
export type JobStatus = Job &
  Required<
    Pick<
      Job,
      | 'id'
      | 'state'
      | 'description_l10n'
      | 'resource_action'
      | 'resource_type'
      | 'resource_id'
      | 'progress_percentage'
      | 'start_time'
      | 'end_time'
      | 'estimated_completion_time'
      | 'response_body'
    >
  >;

/**
 * How to wait for a job.
 *
 * @example
 * ```ts
 * const options: JobWaitOptions = { timeout: 600_000, onProgress: (job) => console.log(job.progress_percentage) };
 * ```
 */
export interface JobWaitOptions {
  /** The longest wait, in milliseconds. Transient errors of reads do not end it. */
  readonly timeout: number;
  /**
   * Milliseconds between two reads on average; see {@link WatchOptions}.
   *
   * @default 5000
   */
  readonly interval?: number;
  /** Aborts the wait, not the job. The wait rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Called after the first read, and when the progress or phase of the job has changed. An error that it throws ends the wait. */
  readonly onProgress?: (job: JobStatus) => void;
}

/**
 * A job that carries out an action. To wait for it from another process, keep its id: `array.jobs.wait(id, …)`.
 *
 * @example
 * ```ts
 * const job = await array.replicationSessions.stopFailoverTest(
 *   id,
 *   { create_end_of_test_snapshot: true },
 *   { async: true },
 * );
 * console.log(job.id, (await job.status()).progress_percentage);
 * const stopped = await job.wait({ timeout: 600_000 });
 * console.log(stopped?.snapshot_id);
 * ```
 */
export interface JobHandle<Output = void> {
  readonly id: string;
  /** The operation that the job carries out. */
  readonly operation: OperationId;
  /**
   * Reads the job. Rejects with a `JobNotFoundError` when the array no longer has it.
   *
   * @example
   * ```ts
   * const job = await array.replicationSessions.sync(id, { async: true });
   * const { state, progress_percentage } = await job.status();
   * ```
   */
  status(options?: { readonly signal?: AbortSignal | undefined }): Promise<JobStatus>;
  /**
   * Waits until the job has ended, and resolves with the output of the action, if it has one. Rejects with a `JobError`
   * when the job has failed, with a `JobNotFoundError` when the array no longer has it, and with a `WaitTimeoutError` after
   * the `timeout`.
   *
   * @example
   * ```ts
   * const job = await array.replicationSessions.sync(id, { async: true });
   * await job.wait({ timeout: 600_000, onProgress: ({ progress_percentage }) => console.log(progress_percentage) });
   * ```
   */
  wait(options: JobWaitOptions): Promise<Output>;
}

/** The handle of a job over a transport. */
export function createJobHandle(
  send: Transport,
  { id, operation, hasOutput }: { readonly id: string; readonly operation: OperationId; readonly hasOutput: boolean },
): JobHandle<unknown> {
  return {
    id,
    operation,
    async status(options = {}) {
      checkOptions('status', option.onlySignal, options);
      return readJob(send, id, operation, options.signal);
    },
    async wait(options) {
      const { response_body: body } = await waitForJob(send, id, options, operation);
      if (!hasOutput || body === null) return undefined;
      const { response_type: _, ...output } = body;
      return output;
    },
  };
}

/** Waits over a transport. Without an `operation`, the attributes of the job name it. */
export async function waitForJob(
  send: Transport,
  id: string,
  options: JobWaitOptions,
  operation?: OperationId,
): Promise<JobStatus> {
  checkOptions('wait', waitOptions, options);
  const { timeout, interval = defaultIntervalMs, signal, onProgress } = options;
  const statistics = createWaitStatistics(phaseOf);
  const inTurn = sharedReads(send, id, { resource: 'job', select: '*', interval });
  const read: ReadInTurn<JobStatus> = (turn, either) => jobFrom(inTurn(turn, either), id, operation);
  let job: JobStatus | undefined;
  for await (const reading of poll(read, { interval, timeout, signal, closing: send.closing, stateOf: phaseOf })) {
    statistics.count(reading);
    if (reading.value === undefined) continue;
    const previous = job;
    job = reading.value;
    if (previous?.progress_percentage !== job.progress_percentage || phaseOf(previous) !== phaseOf(job)) {
      onProgress?.(job);
    }
    if (phaseOf(job) === ('COMPLETED' satisfies JobState)) return job;
    if (failedPhases.has(phaseOf(job))) throw jobError(job, operation ?? operationOf(job));
  }
  const waitedFor = `${describeJob(id, operation ?? operationOf(job))} to end`;
  throw new WaitTimeoutError(`Waited ${inSeconds(timeout)} for ${waitedFor}: ${statistics.summary()}`, {
    ...statistics.outcome(),
    waitedFor,
    timeout,
    job,
    hint: `The job goes on. Wait longer: array.jobs.wait('${id}', { timeout }), from any process.`,
  });
}

const waitOptions = option.schemaOf<JobWaitOptions>({
  timeout: option.requiredDuration,
  interval: option.duration,
  signal: option.signal,
  onProgress: option.callback,
});

const failedPhases: ReadonlySet<string> = new Set<JobState>(['FAILED', 'UNRECOVERABLE_FAILED', 'SKIPPED']);

/** `phase` replaced `state` in 1.0.2. It has the same literals in another case. */
const phaseOf = (job: JobStatus | undefined): string => (asText(job?.phase) ?? job?.state ?? '').toUpperCase();

/** The resource and the action of a job make the id of its operation. */
function operationOf(job: JobStatus | undefined): OperationId | undefined {
  const name = `${asText(job?.resource_type)}_${asText(job?.resource_action)}`;
  return isOperation(name) ? name : undefined;
}

const describeJob = (id: string, operation: OperationId | undefined): string =>
  operation === undefined ? `job ${id}` : `${operation} (job ${id})`;

const readJob = (
  send: Transport,
  id: string,
  operation: OperationId | undefined,
  signal: AbortSignal | undefined,
): Promise<JobStatus> =>
  jobFrom(send(jobQuery, { path: { id }, query: { select: '*' }, signal }).then(readAnswer), id, operation);

const jobQuery = 'job_instance_query';

/** An answer as a job. Throws a {@link JobNotFoundError} if there is none. */
async function jobFrom(
  answering: Promise<unknown>,
  id: string,
  operation: OperationId | undefined,
): Promise<JobStatus> {
  const answer = await answering.catch((cause: unknown) => {
    if (!isNotFoundError(cause)) throw cause;
    const { status, messages } = cause;
    throw new JobNotFoundError(
      `${describeJob(id, operation)}: the array does not have this job, or has already deleted it`,
      { jobId: id, operation, status, messages, cause },
    );
  });
  if (!isJob(answer)) throw new ContractError('the answer is not a job', jobQuery);
  return answer;
}

/** Checks only `state`. That the array sends the other attributes is trusted, as for every selection. */
const isJob = (answer: unknown): answer is JobStatus => hasText(answer, 'state' satisfies keyof JobStatus);

function jobError(job: JobStatus, operation: OperationId | undefined): JobError {
  const { id, response_body: body } = job;
  const messages = messagesOf(body?.messages);
  // Since 2.0. An unknown literal may be no number.
  const code = asText(job.response_status) ?? '';
  const status = /^\d{3}$/.test(code) ? Number(code) : undefined;
  const how = describe(status ?? phaseOf(job), '', messages[0]);
  return new JobError(`${describeJob(id, operation)} failed with ${how}`, {
    jobId: id,
    operation,
    status,
    messages,
    job,
  });
}
