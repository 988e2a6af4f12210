import { readTextFile, printable } from '@powerstore-api/settings';
import { type Command, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { firstRelease, releaseOf } from '../contract/release.js';
import type { LoadedScenario } from '../scenario/load.js';
import { contractRelease, InputError, isAtLeast, operations } from '@powerstore-api/types';
import type { Recording } from '../simulator/start/recording.js';
import type { SimulatedArray, Simulator } from '../simulator/server/simulator.js';
import type { SimulatorOptions } from '../simulator/start/options.js';
import { fastestSpeed } from '../simulator/world/clock.js';
import type { TransitionMode } from '../simulator/world/world.js';
import { logRequest, logJournal } from './log.js';
import { addTlsOptions, couldNotStart, incompleteTls, portNumber, tlsOf, type TlsOptions } from './options.js';
import { onSignal } from './signals.js';

export interface SimulateOptions extends TlsOptions {
  port?: number;
  portA?: number;
  portB?: number;
  host: string;
  release?: string;
  releaseB?: string;
  sessions?: number;
  seed?: number;
  speed?: number;
  manual?: true;
  transitions?: TransitionMode;
  fast?: true;
  scenario?: string;
  recording?: string;
  examples?: true;
  quiet?: true;
}

/** `powerstore-mock simulate`: a pair of arrays, and scenarios played on it. */
export function addSimulateCommand(program: Command): Command {
  const [first, newest] = [firstRelease, contractRelease].map((it) => it.replace(/\.0\.0$/, ''));
  const command = program
    .command('simulate')
    .description('two arrays that replicate to each other; actions, failures and time change them')
    .option(
      '-p, --port <number>',
      'port of array A; 0 takes a free one; array B takes the next port (default: 8443)',
      portNumber,
    )
    .option('--port-a <number>', 'port of array A', portNumber)
    .option('--port-b <number>', 'port of array B', portNumber)
    .option('--host <address>', 'address to listen on', '127.0.0.1');
  addTlsOptions(command)
    .option('--release <release>', `release of both arrays, ${first} to ${newest} (default: ${newest})`, releaseNumber)
    .option('--release-b <release>', 'release of array B, if it differs from that of array A', releaseNumber)
    .option('--sessions <number>', 'asynchronous sessions of volumes to add to the one of every kind', wholeNumber)
    .option('--seed <number>', 'the same seed gives the same ids and durations (default: 1)', wholeNumber)
    .option('--speed <number>', 'simulated seconds per second (default: 1)', speed)
    .addOption(
      new Option(
        '--manual',
        'stop the clock; only POST /__sim/clock {"advance": milliseconds} and scenarios advance it',
      ).conflicts('speed'),
    )
    .option(
      '--transitions <how>',
      'when a transitional state ends: timed, immediate, or reads:2 (default: timed)',
      transitions,
    )
    .option('--fast', 'do not check requests and answers against the contract')
    .option('--scenario <file>', 'play a scenario: a YAML file, or the name of a built-in one, such as site-loss')
    .option('--recording <file>', 'start with the state of your arrays, as powerstore-contract record wrote it')
    .addOption(
      new Option('--examples', 'start with the instances of the examples in openapi.json').conflicts([
        'recording',
        'scenario',
      ]),
    )
    .option('-q, --quiet', 'do not print requests and changes')
    .addHelpText(
      'after',
      `
By default a scenario takes no time: it runs on free ports, prints its timeline and ends. With --speed it takes its
time, scaled; with --manual it takes none; with either, the arrays stay up afterwards. Options given here override those
in the scenario.

Exit codes: 0 stopped by a signal, or the scenario passed; 1 a step of the scenario failed; 2 could not start.

Examples:
  powerstore-mock simulate --speed 60 --sessions 1000
  powerstore-mock simulate --scenario site-loss`,
    )
    .action(async (options: SimulateOptions) => {
      const mistake = incompleteTls(options) ?? wrongPort(options);
      if (mistake !== undefined) command.error(mistake);
      await simulate(options).catch((error: unknown) => {
        const { portA = options.port ?? 8443 } = options;
        couldNotStart(command, error, { ...options, port: portA });
      });
    });
  return command;
}

async function simulate(options: SimulateOptions): Promise<void> {
  const loaded = options.scenario === undefined ? undefined : await load(options.scenario);
  const staysUp = loaded === undefined || options.speed !== undefined || options.manual === true;
  // Prism takes a second to load, and --help does not need it.
  const [{ createSimulator }, { exampleRecording }] = await Promise.all([
    import('../simulator/server/create-simulator.js'),
    import('../simulator/start/example-recording.js'),
  ]);
  let journal: ReturnType<typeof logJournal> | undefined;
  const recording = options.recording === undefined ? undefined : readRecording(options.recording);
  const sim = await createSimulator({
    ...loaded?.scenario.simulator,
    ...simulatorOptions(options, loaded, staysUp),
    ...(recording && { recording }),
    ...(options.examples && { recording: exampleRecording() }),
    ...(staysUp &&
      !options.quiet && {
        onRequest(entry) {
          // First the changes that the request made, then its own line.
          journal?.flush();
          logRequest(entry, entry.array);
        },
      }),
  });
  const stopping = new AbortController();
  const stop = async (): Promise<void> => {
    stopping.abort();
    journal?.end();
    await sim.close();
  };
  onSignal(() => void stop());

  if (staysUp) announce(sim, recording);
  if (staysUp && !options.quiet) journal = logJournal(sim);
  if (!loaded) return;
  const { play } = await import('./play.js');
  const passed = await play(sim, loaded, { signal: stopping.signal, quiet: options.quiet === true });
  if (!passed) process.exitCode = 1;
  if (!staysUp || !passed) await stop();
  else if (!stopping.signal.aborted) console.log(pc.dim('The arrays stay up. Ctrl-C stops them.'));
}

async function load(name: string): Promise<LoadedScenario> {
  const [{ loadScenario }, { findScenario, remedy }] = await Promise.all([
    import('../scenario/load.js'),
    import('../scenario/shipped.js'),
  ]);
  return loadScenario(findScenario(name), { remedy: remedy() });
}

function readRecording(file: string): Recording {
  const text = readTextFile(file, { what: 'recording', remedy: 'Write one with powerstore-contract record.' });
  try {
    // The simulator checks the parts of it.
    return JSON.parse(text) as Recording;
  } catch {
    throw new InputError(`The recording ${file} is not JSON. Write one with powerstore-contract record.`);
  }
}

function simulatorOptions(
  options: SimulateOptions,
  loaded: LoadedScenario | undefined,
  staysUp: boolean,
): SimulatorOptions {
  const { host, release, releaseB = release, sessions, seed, speed: rate, manual, transitions: how, fast } = options;
  const [portA, portB] = portsOf(options, staysUp);
  const { a, b } = loaded?.scenario.simulator?.arrays ?? {};
  return {
    // Arrays that close right after the scenario have no other clients.
    tls: staysUp ? tlsOf(options) : false,
    clock: manual || !staysUp ? 'manual' : rate === undefined ? 'real' : { speed: rate },
    arrays: {
      a: { ...a, host, port: portA, ...(release !== undefined && { release }) },
      b: { ...b, host, port: portB, ...(releaseB !== undefined && { release: releaseB }) },
    },
    ...(sessions !== undefined && { sessions }),
    ...(seed !== undefined && { seed }),
    ...(how !== undefined && { transitions: how }),
    ...(fast && { fast }),
  };
}

function portsOf({ port, portA = port, portB }: SimulateOptions, staysUp: boolean): [number, number] {
  const a = portA ?? (staysUp ? 8443 : 0);
  return [a, portB ?? (a === 0 ? 0 : a + 1)];
}

function wrongPort(options: SimulateOptions): string | undefined {
  const [a, b] = portsOf(options, true);
  if (b > 65_535) return `array B would use port ${b}, which is out of range. Give another one with --port-b.`;
  return a === b && a !== 0 ? `the arrays cannot both use port ${a}. Give two ports, or 0 for free ones.` : undefined;
}

/** The resources that an array of a release can show. The login sessions are in no recording. */
const recordable = (release: string): string[] =>
  Object.entries(operations).flatMap(([id, { resource, added }]) =>
    id.endsWith('_collection_query') && resource !== 'login_session' && isAtLeast(release, added) ? [resource] : [],
  );

function announce({ a, b, clock }: Simulator, recording: Recording | undefined): void {
  const pace = clock.speed === 0 ? 'manual' : clock.speed === 1 ? 'real time' : `${clock.speed} times real time`;
  console.log(`${pc.bold('PowerStore mock')} ${pc.dim('simulate: two arrays that replicate to each other')}`);
  for (const [site, array] of Object.entries({ A: a, B: b })) announceArray(site, array);
  for (const [index, { username, password, role }] of a.users.entries()) {
    console.log(
      `  ${(index === 0 ? 'Credentials' : '').padEnd(11)}  ${printable(username)} / ${printable(password)} ${pc.dim(role)}`,
    );
  }
  console.log(`  Control      ${pc.cyan(`${a.url}/__sim`)} ${pc.dim('link, power, clock, faults, journal')}`);
  console.log(`  Clock        ${pace}`);
  for (const [site, { release, resources }] of Object.entries(recording?.arrays ?? {})) {
    const lacking = recordable(release).filter((it) => !(it in resources));
    if (lacking.length > 0)
      console.log(`  Recording    array ${site.toUpperCase()} did not show ${lacking.join(', ')} when it was recorded`);
  }
  const { username, password } = a;
  console.log(
    `  Try          curl -k -u '${printable(`${username}:${password}`)}' '${a.url}/api/rest/replication_session?select=id,state,role'`,
  );
  console.log(`               curl -k '${a.url}/__sim/link' -H 'content-type: application/json' -d '{"state":"down"}'`);
  console.log(pc.dim('  Ctrl-C stops it.'));
}

function announceArray(site: string, { url, name, release, fingerprint }: SimulatedArray): void {
  console.log(`  Array ${site}      ${pc.cyan(`${url}/api/rest`)} ${pc.dim(`${printable(name)}, ${release}`)}`);
  if (fingerprint !== undefined) console.log(`               ${pc.dim(`SHA-256 ${fingerprint}`)}`);
}

function releaseNumber(text: string): string {
  try {
    return releaseOf(text).number;
  } catch (error) {
    throw new InvalidArgumentError((error as InputError).message);
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, such as 1000.');
  return Number(text);
}

function speed(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= fastestSpeed))
    throw new InvalidArgumentError(
      `Give a number above 0 and up to ${fastestSpeed}, such as 60. To stop the clock, use --manual.`,
    );
  return value;
}

function transitions(text: string): TransitionMode {
  if (text === 'timed' || text === 'immediate') return text;
  const [, reads] = /^reads:(\d{1,6})$/.exec(text) ?? [];
  if (reads === undefined) throw new InvalidArgumentError('Give timed, immediate, or reads:2.');
  return { reads: Number(reads) };
}
