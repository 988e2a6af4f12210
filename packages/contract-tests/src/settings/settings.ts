// What a run is to be like: flags go before the environment, and that before the configuration file.
import type { Safety } from '@powerstore-api/types';
import * as v from 'valibot';
import type { ReportKind } from '../report/render/index.js';
import { CannotRunError, type Site } from '../array/target.js';
import { duration, mode, requestsPerSecond, rows, seconds, sessions } from './schema.js';

/** Where an array is and how to get in. */
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
  /** Seconds an answer may take, 30 where nothing is said. */
  timeout?: number | undefined;
  /** What reports call it. */
  label?: string | undefined;
}

/** Whatever can be set; nothing has to be. */
export interface Settings {
  arrays?: Partial<Record<Site, ArraySettings>> | undefined;
  mode?: Safety | undefined;
  /** Ids of the replication sessions that may be changed. */
  sessions?: readonly string[] | undefined;
  requestsPerSecond?: number | undefined;
  /** At most so many rows are read of a collection. */
  rows?: number | undefined;
  /** Milliseconds after which no further check is begun. */
  budget?: number | undefined;
  /** Files to write reports to. */
  reports?: Partial<Record<ReportKind, string>> | undefined;
  /** Modules with checks of your own. */
  checks?: readonly string[] | undefined;
  /** File of accepted findings. */
  baseline?: string | undefined;
}

/** How the environment variables of an array begin. */
export const prefixes: Readonly<Record<Site, string>> = { a: 'POWERSTORE_', b: 'POWERSTORE_B_' };

/**
 * Settings of the environment: `POWERSTORE_URL` and the like, with `POWERSTORE_B_` for the second array.
 *
 * @throws CannotRunError that names the variable that makes no sense.
 */
export function settingsFromEnvironment(env: NodeJS.ProcessEnv): Settings {
  const text = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const read = <T>(name: string, schema: v.GenericSchema<unknown, T>, prepare: (text: string) => unknown) => {
    const given = text(name);
    if (given === undefined) return undefined;
    const result = v.safeParse(schema, prepare(given));
    if (result.success) return result.output;
    throw new CannotRunError(`${name}: ${result.issues[0].message}.`);
  };
  const array = (prefix: string): ArraySettings => ({
    url: text(`${prefix}URL`),
    username: text(`${prefix}USERNAME`),
    password: text(`${prefix}PASSWORD`),
    passwordFile: text(`${prefix}PASSWORD_FILE`),
    ca: text(`${prefix}CA`),
    fingerprint: text(`${prefix}FINGERPRINT`),
    timeout: read(`${prefix}TIMEOUT`, seconds, Number),
    label: text(`${prefix}LABEL`),
  });
  return {
    arrays: { a: array(prefixes.a), b: array(prefixes.b) },
    mode: read('POWERSTORE_MODE', mode, String),
    sessions: read('POWERSTORE_SESSIONS', sessions, listOf),
    requestsPerSecond: read('POWERSTORE_REQUESTS_PER_SECOND', requestsPerSecond, Number),
    rows: read('POWERSTORE_ROWS', rows, Number),
    budget: read('POWERSTORE_BUDGET', duration, String),
    baseline: text('POWERSTORE_BASELINE'),
  };
}

export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** What belongs together is taken from one place: a password set here goes before a password file named there. */
const together = [
  ['password', 'passwordFile', 'passwordEnv'],
  ['ca', 'fingerprint'],
] as const;

/** The settings of several places, those that go first at the beginning. */
export function mergeSettings(...places: readonly Settings[]): Settings {
  const { reports, arrays, ...first } = Object.assign({}, ...places.toReversed().map(defined)) as Settings;
  const array = (site: Site): ArraySettings => {
    const settings: ArraySettings = {};
    for (const place of places.toReversed()) {
      const above = defined(place.arrays?.[site] ?? {});
      for (const names of together) {
        if (names.some((name) => above[name] !== undefined)) for (const name of names) delete settings[name];
      }
      Object.assign(settings, above);
    }
    return settings;
  };
  return {
    ...first,
    ...(arrays && { arrays: { a: array('a'), b: array('b') } }),
    ...(reports && { reports: Object.assign({}, ...places.toReversed().map((it) => defined(it.reports ?? {}))) }),
  };
}

const defined = <T extends object>(settings: T): T =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as T;
