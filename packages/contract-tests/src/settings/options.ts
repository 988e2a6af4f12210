// The options of the command line that are settings, and the environment variables that set the same.
import { nearest } from '@powerstore-api/input';
import { InputError } from '@powerstore-api/types';
import { Command, InvalidArgumentError, Option } from 'commander';
import ms from 'ms';
import * as v from 'valibot';
import { namesOf } from '../array/target/setting-names.js';
import { defaultLimits, type Site } from '../array/target/target.js';
import { reportKinds } from '../report/render/index.js';
import { seedOption } from '../run/seed.js';
import { readConfigurationFile } from './configuration-file.js';
import * as schema from './schema.js';
import { type ArraySettings, mergeSettings, type Settings } from './settings.js';

type ArraySettingName = Exclude<keyof ArraySettings, 'password' | 'passwordEnv'>;

/** The options of an array: argument, schema, and description, with another description for array b where it differs. */
const arrayOptions: Readonly<
  Record<ArraySettingName, [argument: string, schema: v.GenericSchema<unknown, unknown>, a: string, b?: string]>
> = {
  url: ['address', schema.text, 'such as https://array-a.example.com', 'such as https://array-b.example.com'],
  username: ['name', schema.text, 'user to log in as; a read-only role is enough for reading'],
  passwordFile: [
    'file',
    schema.text,
    'file that holds the password; or set POWERSTORE_PASSWORD to it',
    'file that holds the password; or set POWERSTORE_B_PASSWORD to it',
  ],
  ca: ['file', schema.text, 'certificate to trust (PEM)'],
  fingerprint: ['sha256', schema.text, 'SHA-256 fingerprint of the certificate to trust'],
  label: ['text', schema.text, 'name in reports (default: array a)', 'name in reports (default: array b)'],
  timeout: [
    'duration',
    schema.timeout,
    `time limit for an answer (default: ${ms(defaultLimits.timeoutMs)})`,
    'time limit for an answer (default: that of --timeout)',
  ],
};

const arraySettingNames = Object.keys(arrayOptions) as ArraySettingName[];

function arrayOption(name: ArraySettingName, site: Site): Option {
  const [argument, expected, a, b = a] = arrayOptions[name];
  const { flag, variable } = namesOf(name, site);
  return new Option(`${flag} <${argument}>`, site === 'a' ? a : b).env(variable).argParser(parserOf(expected));
}

export const addConfigOption = (command: Command): Command =>
  command.addOption(
    new Option(
      '--config <file>',
      'configuration file (default: powerstore-contract.yaml, where there is one)',
    ).helpGroup('Options:'),
  );

/** Adds the options that say which certificate to trust. */
export const addTrustOptions = (command: Command): Command =>
  addConfigOption(command).addOption(arrayOption('ca', 'a')).addOption(arrayOption('fingerprint', 'a'));

/** Adds the options that say which arrays to ask, and how fast. */
export function addArrayOptions(command: Command): Command {
  for (const [site, heading] of [
    ['a', 'The array:'],
    ['b', 'The array that it replicates to:'],
  ] as const) {
    command.optionsGroup(heading);
    for (const name of arraySettingNames) command.addOption(arrayOption(name, site));
  }
  return addConfigOption(command.optionsGroup('Load on the arrays:'))
    .addOption(
      new Option(
        '--requests-per-second <number>',
        `maximum request rate (default: ${defaultLimits.requestsPerSecond} per second)`,
      )
        .env('POWERSTORE_REQUESTS_PER_SECOND')
        .argParser(parserOf(schema.requestsPerSecond, Number)),
    )
    .addOption(
      new Option('--rows <number>', `maximum number of rows to read of a collection (default: ${defaultLimits.rows})`)
        .env('POWERSTORE_ROWS')
        .argParser(parserOf(schema.rows, Number)),
    );
}

/** Adds the options that permit changes to the arrays. */
export const addPermitOptions = (command: Command): Command =>
  command
    .optionsGroup('Permitted changes:')
    .addOption(
      new Option('--mode <mode>', 'read-only, non-disruptive or disruptive (default: read-only)')
        .env('POWERSTORE_MODE')
        .argParser(parserOf(schema.mode)),
    )
    .addOption(
      new Option('--sessions <ids>', 'ids of the replication sessions that it may change, separated by commas')
        .env('POWERSTORE_SESSIONS')
        .argParser(parserOf(schema.sessions, splitList)),
    );

export const addBaselineOption = (command: Command): Command =>
  command.addOption(new Option('--baseline <file>', 'file of accepted findings').env('POWERSTORE_BASELINE'));

/** Adds the options of a run beside its arrays. */
export const addRunOptions = (command: Command): Command =>
  addBaselineOption(addPermitOptions(command).optionsGroup('The run:'))
    .addOption(
      new Option('--budget <duration>', 'no check begins after this time, such as 10m')
        .env('POWERSTORE_BUDGET')
        .argParser(parserOf(schema.budget)),
    )
    .addOption(
      new Option('--seed <text>', 'asks the queries of another run again (default: the day, by UTC)')
        .env('POWERSTORE_SEED')
        .argParser(parserOf(seedOption)),
    )
    .addOption(
      new Option(
        '--try-wrong-password',
        'try one wrong password of the user as well; an array may lock the user after several of them',
      ),
    )
    .addOption(
      new Option('--check-modules <paths>', 'modules with checks of your own, separated by commas').argParser(
        parserOf(schema.checkModules, splitList),
      ),
    )
    .optionsGroup('Reports:')
    .option('--html <file>', 'write the report as one HTML file that needs no network')
    .option('--json <file>', 'write the report as JSON, for diff, drift and baseline')
    .option('--junit <file>', 'write the report as JUnit XML')
    .option('--markdown <file>', 'write the report as Markdown, for a pull request')
    .option('--details <file>', 'write what no report has (values of the array) to a file that only you can read');

/**
 * The settings of a command whose options have been parsed. Flags take precedence over environment variables, and those over
 * the configuration file.
 *
 * @throws InputError where the configuration file cannot be used, a flag is empty, or a variable is misspelt.
 */
export function settingsFrom(command: Command): Settings {
  refuseMisspeltVariables(process.env);
  const flags = valuesFrom(command, 'cli');
  return mergeSettings(
    toSettings(flags),
    { arrays: { a: passwordOf('a'), b: passwordOf('b') } },
    toSettings(valuesFrom(command, 'env')),
    readConfigurationFile(flags['config'] as string | undefined),
  );
}

/** The values of options by their names, all as the schemas have them. */
type OptionValues = Readonly<Record<string, unknown>>;

const isEmpty = ([, value]: [string, unknown]): boolean => value === '';

function valuesFrom(command: Command, source: 'cli' | 'env'): OptionValues {
  const values = Object.entries(command.opts()).filter(([name]) => command.getOptionValueSource(name) === source);
  // `--url "$ARRAY"`, with a variable that is not set, must not check the simulator.
  const empty = source === 'cli' ? values.find(isEmpty) : undefined;
  if (empty) {
    const flag = command.options.find((option) => option.attributeName() === empty[0])?.long;
    throw new InputError(`${flag} has no value. Give it one, or leave it out.`);
  }
  // An empty variable counts as none: CI leaves variables empty that are not set.
  return Object.fromEntries(values.filter((it) => !isEmpty(it)));
}

/** The variables of this tool, and those of powerstore-mock. */
const knownVariables = (): string[] => [
  ...addRunOptions(addArrayOptions(new Command())).options.flatMap(({ envVar }) => envVar ?? []),
  ...(['a', 'b'] as const).map((site) => namesOf('password', site).variable),
  'POWERSTORE_MOCK_USERNAME',
  'POWERSTORE_MOCK_PASSWORD',
];

const bare = (variable: string): string => variable.slice('POWERSTORE_'.length);

/**
 * Refuses a variable that most likely means one of this tool that is not set. Other tools have variables that begin alike.
 *
 * @throws InputError that names both.
 */
function refuseMisspeltVariables(env: NodeJS.ProcessEnv): void {
  const known = knownVariables();
  for (const name of Object.keys(env).filter((it) => it.startsWith('POWERSTORE_') && !known.includes(it))) {
    const meant = nearest(bare(name), known.map(bare));
    if (meant !== undefined && !env[`POWERSTORE_${meant}`])
      throw new InputError(`The environment variable ${name} is not known. Did you mean POWERSTORE_${meant}?`);
  }
}

/** No flag has a password: everyone on the machine can read the flags of a process. */
const passwordOf = (site: Site): ArraySettings => ({
  password: process.env[namesOf('password', site).variable] || undefined,
});

const runSettingNames = [
  'mode',
  'sessions',
  'tryWrongPassword',
  'requestsPerSecond',
  'rows',
  'seed',
  'budget',
  'details',
  'checkModules',
  'baseline',
] as const satisfies (keyof Settings)[];

function toSettings(values: OptionValues): Settings {
  const pick = (names: readonly string[], suffix = ''): object =>
    Object.fromEntries(names.map((name) => [name, values[`${name}${suffix}`]]));
  return {
    ...pick(runSettingNames),
    arrays: { a: pick(arraySettingNames), b: pick(arraySettingNames, 'B') },
    reports: pick(reportKinds),
  };
}

/** Reads the value of an option. Commander names the option where the value does not fit. */
function parserOf<T>(
  expected: v.GenericSchema<unknown, T>,
  read: (given: string) => unknown = String,
): (given: string) => T | undefined {
  return (given) => {
    // Commander stores an empty text then, which valuesFrom leaves out.
    if (given === '') return undefined;
    const result = v.safeParse(expected, read(given));
    if (!result.success) throw new InvalidArgumentError(asSentence(result.issues[0].message));
    return result.output;
  };
}

const asSentence = (message: string): string => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;

const splitList = (list: string): string[] =>
  list
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');
