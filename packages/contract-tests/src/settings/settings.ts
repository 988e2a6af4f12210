import type { Safety } from '@powerstore-api/types';
import type { Site } from '../array/target/target.js';
import type { ReportKind } from '../report/render/index.js';

/** The address of an array, and the settings for its login. */
export interface ArraySettings {
  url?: string | undefined;
  username?: string | undefined;
  password?: string | undefined;
  /** File that holds the password. */
  passwordFile?: string | undefined;
  /** Environment variable that holds the password. */
  passwordEnv?: string | undefined;
  /** File of the certificate to trust, PEM. */
  ca?: string | undefined;
  /** SHA-256 fingerprint of the certificate to trust. */
  fingerprint?: string | undefined;
  /** Time limit for an answer, in milliseconds. */
  timeout?: number | undefined;
  /** Name of the array in reports. */
  label?: string | undefined;
}

/** Everything that can be set, in one place or in all places together. */
export interface Settings {
  arrays?: Partial<Record<Site, ArraySettings>> | undefined;
  mode?: Safety | undefined;
  /** Ids of the replication sessions that may be changed. */
  sessions?: readonly string[] | undefined;
  /** Whether one wrong password of the user is tried, after which an array may lock the user. */
  tryWrongPassword?: boolean | undefined;
  requestsPerSecond?: number | undefined;
  /** At most this many rows of a collection are read. */
  rows?: number | undefined;
  /** Decides which queries are asked. */
  seed?: string | undefined;
  /** Milliseconds after which no further check begins. */
  budget?: number | undefined;
  /** Files to write reports to. */
  reports?: Partial<Record<ReportKind, string>> | undefined;
  /** File for the values of the array that findings are about. */
  details?: string | undefined;
  /** Paths of modules that export checks of your own. */
  checkModules?: readonly string[] | undefined;
  /** File of accepted findings. */
  baseline?: string | undefined;
}

/** Alternatives to each other. A place that sets one of them overrides all of them in the places below it. */
const alternatives = [
  ['password', 'passwordFile', 'passwordEnv'],
  ['ca', 'fingerprint'],
] as const;

/** The settings of several places together. The first place takes precedence. */
export function mergeSettings(...places: readonly Settings[]): Settings {
  const fromLast = places.toReversed().map(defined);
  const { arrays, reports, ...others } = Object.assign({}, ...fromLast) as Settings;
  const array = (site: Site): ArraySettings =>
    fromLast.reduce<ArraySettings>((below, place) => override(below, place.arrays?.[site] ?? {}), {});
  return {
    ...others,
    ...(arrays && { arrays: { a: array('a'), b: array('b') } }),
    ...(reports && { reports: Object.assign({}, ...fromLast.map((place) => defined(place.reports ?? {}))) }),
  };
}

function override(below: ArraySettings, place: ArraySettings): ArraySettings {
  const above = defined(place);
  const merged = { ...below };
  for (const names of alternatives)
    if (names.some((name) => above[name] !== undefined)) for (const name of names) delete merged[name];
  return { ...merged, ...above };
}

const defined = <T extends object>(settings: T): T =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as T;
