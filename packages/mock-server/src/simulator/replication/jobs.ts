// Jobs: what an action is carried out as, and what is left of it.
import type { Row } from '../../query/row.js';
import type { Refused } from './refusal.js';
import { completeRow } from '../world/tables.js';
import { wireTime } from '../world/time.js';
import type { Site } from '../world/site.js';
import { arrayAt, type Failure, type World } from '../world/world.js';

/** What a job works on, and who asked for it. */
export interface JobSubject {
  action: string;
  resource: string;
  id: string;
  name: string;
  user: string;
}

export interface JobReference {
  site: Site;
  id: string;
}

/** How many jobs an array keeps; the oldest of those that are over go first. */
const capacity = 1000;

const verbs: Readonly<Record<string, string>> = {
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
  if (jobs.length > capacity) {
    const over = jobs.find(({ phase }) => phase !== 'In_Progress');
    if (over) tables.remove('job', String(over['id']));
  }
  return { site, id: job };
}

export function completeJob(world: World, reference: JobReference, status: number, output?: Row): void {
  const { id: _, ...fields } = output ?? {};
  endJob(world, reference, {
    state: 'COMPLETED',
    phase: 'Completed',
    progress_percentage: 100,
    response_status: String(status),
    response_body: output === undefined ? null : fields,
  });
}

export function failJob(world: World, reference: JobReference, { text, code, status = 422 }: Failure): void {
  const message = { severity: 'Error', message_l10n: text, arguments: [], ...(code !== undefined && { code }) };
  endJob(world, reference, {
    state: 'FAILED',
    phase: 'Failed',
    response_status: String(status),
    response_body: { messages: [message] },
  });
}

function endJob(world: World, { site, id }: JobReference, changes: Readonly<Record<string, unknown>>): void {
  const { tables } = arrayAt(world, site);
  const row = tables.find('job', id);
  if (!row) return;
  tables.change('job', row, { ...changes, end_time: wireTime(world.now), estimated_completion_time: null });
  world.journal.add({
    time: wireTime(world.now),
    array: site,
    kind: 'job',
    text: `${String(row['description_l10n'])}: ${String(row['phase'])}`,
  });
}

/** Why a job has failed, where it has. */
export function errorOf(world: World, { site, id }: JobReference): Refused | undefined {
  const row = arrayAt(world, site).tables.find('job', id);
  if (row?.['phase'] !== 'Failed') return undefined;
  const [message] = (row['response_body'] as { messages: { message_l10n: string; code?: string }[] }).messages;
  return {
    status: 422,
    text: message?.message_l10n ?? '',
    ...(message?.code !== undefined && { code: message.code }),
  };
}

/** How far a job is, while it is under way. */
export function reportProgress(world: World, { site, id }: JobReference, percent: number, end: number | null): void {
  const { tables } = arrayAt(world, site);
  const row = tables.find('job', id);
  if (!row || row['phase'] !== 'In_Progress') return;
  tables.change('job', row, {
    progress_percentage: percent,
    estimated_completion_time: end === null ? null : wireTime(end),
  });
}
