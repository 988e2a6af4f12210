import { checkOptions } from '@powerstore-api/input';
import * as v from 'valibot';
import { createSimulator } from '../simulator/server/create-simulator.js';
import type { Simulator } from '../simulator/server/simulator.js';
import type { SimulatorOptions } from '../simulator/start/options.js';
import { wireTime } from '../simulator/world/time.js';
import { followJournal } from '../timeline/follow-journal.js';
import type { TimelineEntry } from '../timeline/timeline-entry.js';
import type { LoadedScenario } from './load.js';
import { describeStep, type Scenario, type ScenarioStep } from './scenario.js';

/**
 * Options of {@link runScenario}.
 *
 * @example
 * ```ts
 * const options: RunScenarioOptions = { simulator: { release: '3.6' }, signal: AbortSignal.timeout(60_000) };
 * ```
 */
export interface RunScenarioOptions {
  /**
   * Options of the simulator. They override those of the scenario. The clock is `manual` by default, so that the scenario takes
   * no time and always has the same timeline.
   */
  simulator?: SimulatorOptions;
  /** Called after each step that passed. */
  onStep?: (step: PlayedStep) => void;
  /** Stops the scenario early: the promise rejects with the reason. */
  signal?: AbortSignal;
}

// `createSimulator` checks its own options.
const optionsSchema = v.strictObject({
  simulator: v.optional(v.looseObject({})),
  onStep: v.optional(v.function()),
  signal: v.optional(v.instance(AbortSignal)),
} satisfies Record<keyof RunScenarioOptions, v.GenericSchema>);

/** A step that passed. */
export interface PlayedStep {
  /** Number of the step, from 1. */
  number: number;
  step: ScenarioStep;
  /** The step in a few words. */
  text: string;
}

/** A scenario that passed, or its part before the step that failed. */
export interface ScenarioRun {
  name: string;
  /** Names of the sessions in its steps. */
  sessions: readonly string[];
  /** The journal and the notes of the scenario, oldest first. */
  timeline: readonly TimelineEntry[];
}

/** A step of a scenario failed. The message names the step, its file and line, and the expected and the actual result. */
export class ScenarioError extends Error {
  override name = 'ScenarioError' as const;
  /** Number of the step, from 1. */
  readonly step: number;
  /** The scenario up to this step. */
  readonly run: ScenarioRun;

  constructor(message: string, step: number, run: ScenarioRun) {
    super(message);
    this.step = step;
    this.run = run;
  }
}

/**
 * Plays a scenario from a YAML file or an object on two new arrays. It sends the same requests over HTTP as any tool.
 *
 * @throws InputError if the scenario cannot be read; the message names file, line and path.
 * @throws ScenarioError at the first step that fails.
 * @example
 * ```ts
 * import { formatTimeline, runScenario } from '@powerstore-api/mock-server/scenario';
 *
 * const { timeline } = await runScenario({
 *   name: 'Failover without force',
 *   simulator: { release: '3.6', sessions: [{ name: 'erp-data' }] },
 *   steps: [
 *     { link: 'cut' },
 *     { action: 'failover', on: 'b', session: 'erp-data', body: { is_planned: false } },
 *     { wait: { session: 'erp-data', on: 'b', state: 'Failed_Over', role: 'Source', within: '1m' } },
 *   ],
 * });
 * console.log(formatTimeline(timeline));
 * ```
 */
export async function runScenario(
  scenario: Scenario | string | URL,
  options: RunScenarioOptions = {},
): Promise<ScenarioRun> {
  checkOptions('runScenario', optionsSchema, options);
  const { loadScenario } = await import('./load.js');
  const loaded = loadScenario(scenario);
  await using sim = await createSimulator({ clock: 'manual', ...loaded.scenario.simulator, ...options.simulator });
  return await playScenario(sim, loaded, options);
}

/** Plays a scenario on a running simulator. */
export async function playScenario(
  sim: Simulator,
  { scenario, placeOf }: LoadedScenario,
  { onStep, signal }: Pick<RunScenarioOptions, 'onStep' | 'signal'> = {},
): Promise<ScenarioRun> {
  // Slow to load, and a simulator without a scenario does not need it.
  const [{ createCalls }, { playStep, UnmetExpectationError }] = await Promise.all([
    import('./calls.js'),
    import('./play.js'),
  ]);
  const timeline: TimelineEntry[] = [];
  const newEntries = followJournal(sim);
  const catchUp = (): void => {
    for (const entry of newEntries()) timeline.push(entry);
  };
  const note = (text: string): void => {
    catchUp();
    timeline.push({ time: wireTime(sim.clock.now), kind: 'note', text });
  };
  const run = { name: scenario.name, sessions: sessionsOf(scenario), timeline };
  const calls = await createCalls(signal);
  try {
    for (const [index, step] of scenario.steps.entries()) {
      signal?.throwIfAborted();
      const [number, text] = [index + 1, describeStep(step)];
      try {
        await playStep({ sim, calls, signal, note }, step);
      } catch (error) {
        if (!(error instanceof UnmetExpectationError)) throw error;
        catchUp();
        throw new ScenarioError(`${placeOf(index)}: step ${number}, ${text}: ${error.message}.`, number, run);
      }
      catchUp();
      onStep?.({ number, step, text });
    }
    return run;
  } finally {
    await calls.close();
  }
}

function sessionsOf({ steps }: Scenario): string[] {
  const names = steps.flatMap((step) => {
    if ('action' in step) return step.session;
    if ('wait' in step) return step.wait.session;
    return 'expect' in step ? step.expect.session : [];
  });
  return [...new Set(names)];
}
