// Options with their defaults filled in.
import { contractRelease } from '@powerstore-api/types';
import type { User } from '../../layers/login-sessions.js';
import { type Release, releaseOf } from '../../contract/release.js';
import { checkSimulatorOptions } from './options.js';
import { oneOfEachKind, type SessionSpec } from './session-spec.js';
import { checkRecording } from './recording.js';
import type { SimulatorArrayOptions, SimulatorOptions } from './options.js';
import type { PairSite } from '../world/site.js';

export type Settings = Required<Omit<SimulatorOptions, 'release' | 'arrays' | 'sessions' | 'onRequest' | 'recording'>> &
  Pick<SimulatorOptions, 'onRequest' | 'recording'> & {
    arrays: Record<PairSite, ArraySettings>;
    sessions: readonly SessionSpec[];
  };

export type ArraySettings = Required<Omit<SimulatorArrayOptions, 'release'>> & { release: Release };

/**
 * Checks options and fills in their defaults.
 *
 * @throws InputError for an option that makes no sense, such as a release that the contract does not describe.
 */
export function settingsFrom(options: SimulatorOptions): Settings {
  checkSimulatorOptions(options);
  const { recording } = options;
  if (recording) checkRecording(recording);
  const { release = recording?.arrays.a.release ?? contractRelease, sessions = recording ? [] : 0, ...rest } = options;
  const { arrays = {}, ...others } = rest;
  // An array that was not recorded has the release of the other one.
  const releaseB = recording?.arrays.b?.release ?? release;
  return {
    seed: 1,
    clock: 'real',
    transitions: 'timed',
    faults: [],
    tls: false,
    fast: false,
    ...others,
    arrays: { a: arraySettings('a', release, arrays.a), b: arraySettings('b', releaseB, arrays.b) },
    sessions: typeof sessions === 'number' ? [...oneOfEachKind, ...furtherSessions(sessions)] : sessions,
  };
}

const password = 'Password123!';

const defaultUsers: readonly User[] = [
  { username: 'admin', password, role: 'administrator' },
  { username: 'storage', password, role: 'storage operator' },
  { username: 'monitor', password, role: 'operator' },
];

const arraySettings = (
  site: PairSite,
  releaseOfBoth: string,
  { release = releaseOfBoth, ...given }: SimulatorArrayOptions = {},
): ArraySettings => ({
  name: `array-${site}`,
  host: '127.0.0.1',
  port: 0,
  users: defaultUsers,
  idleTimeout: 3_600_000,
  ...given,
  release: releaseOf(release),
});

const objectives = ['Five_Minutes', 'Fifteen_Minutes', 'Thirty_Minutes', 'One_Hour'] as const;

const furtherSessions = (count: number): SessionSpec[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `volume-${String(index + 1).padStart(5, '0')}`,
    source: index % 2 === 0 ? 'a' : 'b',
    rpo: objectives[index % objectives.length] ?? 'Five_Minutes',
  }));
