import type { Safety } from '@powerstore-api/types';
import { type Command, InvalidArgumentError } from 'commander';
import * as v from 'valibot';
import { mergeSettings, type ArraySettings, listOf, type Settings, settingsFromEnvironment } from './settings.js';
import { readConfigurationFile } from './configuration-file.js';
import { duration, mode, requestsPerSecond, rows, seconds, sessions } from './schema.js';

/** Flags of the arrays and of how they are asked, as commander has them. */
export interface Flags {
  config?: string;
  url?: string;
  username?: string;
  passwordFile?: string;
  ca?: string;
  fingerprint?: string;
  label?: string;
  urlB?: string;
  usernameB?: string;
  passwordFileB?: string;
  caB?: string;
  fingerprintB?: string;
  labelB?: string;
  timeout?: number;
  requestsPerSecond?: number;
  rows?: number;
}

/** Flags of what a run may do. */
export interface RunFlags extends Flags {
  mode?: Safety;
  sessions?: string[];
  budget?: number;
  checks?: string[];
  baseline?: string;
}

/** The flags that say which arrays it is about, for whatever command asks them. */
export const addArrayFlags = (command: Command): Command =>
  command
    .option('--config <file>', 'configuration to read, powerstore-contract.yaml of this folder by default')
    .option('--url <address>', 'array, such as https://array-a.example.com (POWERSTORE_URL)')
    .option('--username <name>', 'user to log in as; a read-only one is enough for reading (POWERSTORE_USERNAME)')
    .option('--password-file <file>', 'file that holds the password (POWERSTORE_PASSWORD_FILE, or POWERSTORE_PASSWORD)')
    .option('--ca <file>', 'certificate to trust, PEM (POWERSTORE_CA)')
    .option('--fingerprint <sha256>', 'certificate to trust, by its SHA-256 fingerprint (POWERSTORE_FINGERPRINT)')
    .option('--label <text>', 'what reports call the array (POWERSTORE_LABEL)')
    .option('--url-b <address>', 'the array it replicates to (POWERSTORE_B_URL); --username-b and the like as above')
    .option('--username-b <name>', '(POWERSTORE_B_USERNAME)')
    .option('--password-file-b <file>', '(POWERSTORE_B_PASSWORD_FILE, or POWERSTORE_B_PASSWORD)')
    .option('--ca-b <file>', '(POWERSTORE_B_CA)')
    .option('--fingerprint-b <sha256>', '(POWERSTORE_B_FINGERPRINT)')
    .option('--label-b <text>', '(POWERSTORE_B_LABEL)')
    .option('--timeout <seconds>', 'how long an answer may take, 30 by default', of(seconds, Number))
    .option('--requests-per-second <number>', 'at most so many, 2 by default', of(requestsPerSecond, Number))
    .option('--rows <number>', 'at most so many rows of a collection, 2000 by default', of(rows, Number));

/** The flags that say what a run may do. */
export const addRunFlags = (command: Command): Command =>
  command
    .option('--mode <mode>', 'read-only, non-disruptive or disruptive (POWERSTORE_MODE)', of(mode, String))
    .option(
      '--sessions <ids>',
      'replication sessions that may be changed, with commas (POWERSTORE_SESSIONS)',
      of(sessions, listOf),
    )
    .option('--budget <duration>', 'how long checks are begun, such as 10m (POWERSTORE_BUDGET)', of(duration, String))
    .option('--checks <modules>', 'modules with checks of your own, with commas', listOf)
    .option('--baseline <file>', 'accepted findings (POWERSTORE_BASELINE)');

/** All that is set: by flags, by the environment, and in the configuration file. */
export const settingsFrom = (flags: RunFlags & Pick<Settings, 'reports'>, env: NodeJS.ProcessEnv): Settings =>
  mergeSettings(settingsFromFlags(flags), settingsFromEnvironment(env), readConfigurationFile(flags.config));

function settingsFromFlags(flags: RunFlags & Pick<Settings, 'reports'>): Settings {
  const { url, username, passwordFile, ca, fingerprint, label, timeout } = flags;
  const a: ArraySettings = { url, username, passwordFile, ca, fingerprint, label, timeout };
  const b: ArraySettings = {
    url: flags.urlB,
    username: flags.usernameB,
    passwordFile: flags.passwordFileB,
    ca: flags.caB,
    fingerprint: flags.fingerprintB,
    label: flags.labelB,
    timeout,
  };
  return {
    arrays: { a, b },
    mode: flags.mode,
    sessions: flags.sessions,
    requestsPerSecond: flags.requestsPerSecond,
    rows: flags.rows,
    budget: flags.budget,
    reports: flags.reports,
    checks: flags.checks,
    baseline: flags.baseline,
  };
}

/** A value that makes no sense is for commander to say, with the flag it was given for. */
function of<T>(schema: v.GenericSchema<unknown, T>, prepare: (text: string) => unknown): (text: string) => T {
  return (text) => {
    const result = v.safeParse(schema, prepare(text));
    if (!result.success) throw new InvalidArgumentError(`${result.issues[0].message}.`);
    return result.output;
  };
}
