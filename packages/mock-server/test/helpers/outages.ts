// The initial worlds for the tests of outages, and their sessions.
import { createSimulator, type SessionSpec, type Simulator } from '../../src/index.js';
import { fileSystemsOf, idOf } from './pair.js';

export const world = (sessions?: readonly SessionSpec[]) =>
  createSimulator({ clock: 'manual', fast: true, ...(sessions && { sessions }) });

/** An asynchronous session whose cycles are too far apart to disturb. */
export const quiet: SessionSpec = { name: 'erp-data', rpo: 'One_Hour' };
export const witnessed: SessionSpec = { name: 'metro-witnessed', type: 'Metro_Active_Active', witness: true };
export const plain: SessionSpec = { name: 'metro-plain', type: 'Metro_Active_Active' };
export const mirror: SessionSpec = { name: 'nas-mirror', kind: 'nas_server', type: 'Synchronous', witness: true };

export const connectionLost = 'Complete_Data_Connection_Loss';
export const remote = { 'array-a': 'OK, OK', 'array-b': 'OK, OK', 'array-c': 'OK, OK' };
export const outOfReach = `Management_Connection_Lost, ${connectionLost}`;

/** Sessions of the default world, and their state while the arrays cannot reach each other. */
const kinds = {
  'erp-data': 'System_Paused',
  'web-content': 'System_Paused',
  'sql-group': 'System_Paused',
  'vm-group': 'System_Paused',
  ledger: 'System_Paused',
  'orders-group': 'System_Paused',
  'metro-witnessed': 'Fractured',
  'metro-plain': 'Fractured',
  'metro-group': 'Fractured',
  'nas-home': 'System_Paused',
  'nas-mirror': 'System_Paused',
} as const;

/** Ids of them, those of file systems with the state of their NAS servers. */
export async function everySession(sim: Simulator): Promise<[name: string, id: string, stopped: string][]> {
  const found: [string, string, string][] = [];
  for (const [name, stopped] of Object.entries(kinds)) {
    const id = await idOf(sim, name);
    found.push([name, id, stopped]);
    if (name.startsWith('nas-'))
      for (const file of await fileSystemsOf(sim, id)) found.push([`a file system of ${name}`, file, stopped]);
  }
  const metro = 'type=eq.Metro_Active_Active';
  return [...found, ['three-site', await idOf(sim, 'three-site', 'a', metro), 'Fractured']];
}

export const thirdSite = (sim: Simulator) => idOf(sim, 'three-site', 'a', 'type=eq.Asynchronous');
