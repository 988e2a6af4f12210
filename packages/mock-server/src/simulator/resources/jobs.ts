// Jobs, which carry out actions and keep their results.
import type { JobResponseBody, ResourceAction, ResourceType } from '@powerstore-api/types';
import { errorMessage } from '../../http/errors.js';
import type { Failure, Refusal } from '../world/refusal.js';
import type { Row } from '../world/rows.js';
import type { JobReference } from '../world/session.js';
import type { Site } from '../world/site.js';
import { completeRow } from '../world/tables.js';
import { wireTime } from '../world/time.js';
import { arrayAt, type World } from '../world/world.js';

/** The action, the resource and the user of a job. */
export interface JobSubject {
  action: ResourceAction;
  resource: ResourceType;
  id: string;
  name: string;
  user: string;
}

/** How many jobs an array keeps. It removes the oldest ended one first. */
const maxJobs = 1000;

const verbs: Readonly<Partial<Record<ResourceAction, string>>> = {
  sync: 'Synchronize',
  failover: 'Fail over',
  start_failover_test: 'Start a failover test of',
  stop_failover_test: 'Stop a failover test of',
  configure_metro: 'Configure metro for',
  end_metro: 'End metro of',
};

export function openJob(world: World, site: Site, { action, resource, id, name, user }: JobSubject): JobReference {
  const { tables } = arrayAt(world, site);
  const job = world.random.id();
  const verb = verbs[action] ?? `${action.charAt(0).toUpperCase()}${action.slice(1)}`;
  tables.add(
    'job',
    completeRow('job', {
      id: job,
      resource_action: action,
      resource_type: resource,
      resource_id: id,
      resource_name: name,
      description_l10n: `${verb} ${resource.replaceAll('_', ' ')} ${name}`,
      state: 'IN_PROGRESS',
      phase: 'In_Progress',
      start_time: wireTime(world.now),
      submit_time: wireTime(world.now),
      progress_percentage: 0,
      root_id: job,
      step_order: 0,
      user,
    }),
  );
  const jobs = tables.rows('job');
  if (jobs.length > maxJobs) {
    const over = jobs.find(({ phase }) => phase !== 'In_Progress');
    if (over) tables.remove('job', over.id);
  }
  return { site, id: job };
}

export function completeJob(world: World, reference: JobReference, body?: JobResponseBody): void {
  endJob(world, reference, {
    state: 'COMPLETED',
    phase: 'Completed',
    progress_percentage: 100,
    response_status: body ? '200' : '204',
    response_body: body ?? null,
  });
}

export function failJob(world: World, reference: JobReference, { text, code }: Failure): void {
  endJob(world, reference, {
    state: 'FAILED',
    phase: 'Failed',
    response_status: '422',
    response_body: {
      messages: [errorMessage(text, code)],
    },
  });
}

function endJob(world: World, { site, id }: JobReference, changes: Partial<Row<'job'>>): void {
  const { tables } = arrayAt(world, site);
  const row = tables.find('job', id);
  if (!row) return;
  tables.change('job', row, { ...changes, end_time: wireTime(world.now), estimated_completion_time: null });
  world.journal.add({
    time: wireTime(world.now),
    array: site,
    kind: 'job',
    text: `${row.description_l10n}: ${row.phase}`,
  });
}

/** The error of a job that has failed. */
export function errorOf(world: World, { site, id }: JobReference): Refusal | undefined {
  const row = arrayAt(world, site).tables.find('job', id);
  if (row?.phase !== 'Failed') return undefined;
  const { message_l10n: text = '', code } = row.response_body?.messages?.[0] ?? {};
  return { status: 422, text, ...(code !== undefined && { code }) };
}

/** Updates the progress of a job that has not ended. */
export function reportProgress(world: World, { site, id }: JobReference, percent: number, end: number | null): void {
  const { tables } = arrayAt(world, site);
  const row = tables.find('job', id);
  if (!row || row.phase !== 'In_Progress') return;
  tables.change('job', row, {
    progress_percentage: percent,
    estimated_completion_time: end === null ? null : wireTime(end),
  });
}
