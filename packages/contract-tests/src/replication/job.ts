// The job of an action: what it says about the end of the action.
import { isAtLeast, type JobState } from '@powerstore-api/types';
import type { Exchange } from '../array/http/exchange.js';
import { attributeNames } from '../array/rows/query.js';
import { type RowOf, rowOfInstance } from '../array/rows/rows.js';
import type { Site } from '../array/target/target.js';
import type { Driver } from './driver.js';

export interface Job {
  id: string;
  on: Site;
}

/** The job that an answer names. */
export function jobOf({ status, json }: Exchange, on: Site): Job | undefined {
  const { id } = (json ?? {}) as { id?: unknown };
  return status === 202 && typeof id === 'string' ? { id, on } : undefined;
}

/** The attribute with the phase of a job. Before 1.0.2 it was `state`, with other literals. */
export const phaseOf = (release: string): 'phase' | 'state' => (isAtLeast(release, '1.0.2.0') ? 'phase' : 'state');

export const readJob = ({ release, send }: Driver, { id, on }: Job): Promise<Exchange> =>
  send(on, 'job_instance_query', {
    id,
    query: { select: attributeNames<'job'>('id', 'progress_percentage', phaseOf(release)) },
  });

/** Whether a job says that its action was carried out to its end. */
export function isCompleted(answer: Exchange, release: string): boolean {
  const { [phaseOf(release)]: phase, progress_percentage: progress }: RowOf<'job'> = rowOfInstance(answer) ?? {};
  return String(phase).toLowerCase() === ('completed' satisfies Lowercase<JobState>) && progress === 100;
}

/** Whether a job says that its action failed. */
export function isFailed(answer: Exchange, release: string): boolean {
  const { [phaseOf(release)]: phase }: RowOf<'job'> = rowOfInstance(answer) ?? {};
  return String(phase)
    .toLowerCase()
    .endsWith('failed' satisfies Lowercase<JobState>);
}
