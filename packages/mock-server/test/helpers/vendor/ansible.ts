// The Ansible module replicationsession as the array sees it, retold from dell/ansible-powerstore:
// plugins/modules/replicationsession.py. It works through PyPowerStore.
import { PyPowerStore } from './py-power-store.js';
import { type Json, type Target, VendorError } from './wire.js';

export interface Task {
  session_id?: string;
  /** Its name. */
  volume?: string;
  session_state?: 'paused' | 'synchronizing' | 'failed_over';
  role?: 'Metro_Preferred' | 'Metro_Non_Preferred';
}

export interface Outcome {
  changed: boolean;
  /** `undefined` where a part of them is not found. */
  details: Json | undefined;
}

const inTransition = ['resuming', 'reprotecting', 'initializing', 'fractured', 'switching_to_metro_sync'];
const unsupported = ['system_paused', 'paused_for_migration', 'paused_for_ndu', 'error'];

/** Runs one task of a playbook; throws where the module fails. */
export async function replicationsession(array: Target, task: Task): Promise<Outcome> {
  const client = new PyPowerStore(array, { applicationType: 'Ansible/3.8.0' });
  if ((await client.clusters()).length === 0) throw new VendorError(0, 'Unable to find any active cluster');
  const session = await client.session(task.session_id ?? (await sessionOf(client, task.volume ?? '')));
  const id = text(session, 'id');
  let changed = await bringTo(client, session, task.session_state);
  if (task.role !== undefined && text(session, 'role') !== task.role) {
    await client.modify(id, task.role);
    changed = true;
  }
  return { changed, details: await show(client, id) };
}

async function sessionOf(client: PyPowerStore, name: string): Promise<string> {
  const volume = await client.volumeByName(name);
  if (!volume) throw new VendorError(0, `Volume with name ${name} not found`);
  const [first] = await client.sessions({ local_resource_id: `eq.${text(volume, 'id')}` });
  if (!first) throw new VendorError(0, `No replication session found for ${name}`);
  return text(first, 'id');
}

/** Two steps in a row are not waited for: the second follows when the first is answered. */
async function bringTo(client: PyPowerStore, session: Json, wanted: Task['session_state']): Promise<boolean> {
  const id = text(session, 'id');
  const role = text(session, 'role').toLowerCase();
  const state = text(session, 'state').toLowerCase();
  const failOver = async () => {
    if (role === 'source') await client.failover(id);
    if (role === 'destination') await client.failover(id, { is_planned: false });
    return true;
  };
  const sourceOnly = () => {
    if (role !== 'source') throw new VendorError(0, 'Synchronization at destination is not supported');
  };
  if (wanted !== undefined && [...inTransition, ...unsupported].includes(state)) {
    throw new VendorError(0, `Replication Session is in ${state} state`);
  }
  switch (`${state} to ${wanted ?? state}`) {
    case 'ok to paused':
    case 'synchronizing to paused': {
      await client.act(id, 'pause');
      return true;
    }
    case 'ok to failed_over':
    case 'synchronizing to failed_over': {
      return failOver();
    }
    case 'synchronizing to synchronizing': {
      if (wanted !== undefined) sourceOnly();
      return false;
    }
    case 'paused to synchronizing': {
      if (text(session, 'type') !== 'Metro_Active_Active') sourceOnly();
      await client.act(id, 'resume');
      if (text(session, 'type') !== 'Metro_Active_Active') await client.act(id, 'sync');
      return true;
    }
    case 'paused to failed_over': {
      await client.act(id, 'resume');
      return failOver();
    }
    case 'failed_over to synchronizing': {
      sourceOnly();
      await client.act(id, 'reprotect');
      await client.act(id, 'sync');
      return true;
    }
    case 'failed_over to paused': {
      throw new VendorError(0, 'invalid transition to paused state');
    }
    default: {
      return false;
    }
  }
}

/** What is not found leaves the details out, and the task goes on. */
async function show(client: PyPowerStore, id: string): Promise<Json | undefined> {
  try {
    const details = await client.session(id);
    if (details['resource_type'] !== 'volume') return details;
    const volume = await client.volume(text(details, 'local_resource_id'));
    return { ...details, local_resource_name: text(volume, 'name') };
  } catch (error) {
    if (error instanceof VendorError && error.status === 404) return undefined;
    throw error;
  }
}

/** A value it takes for granted. */
function text(row: Json, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw new VendorError(0, `KeyError: '${name}'`);
  return value;
}
