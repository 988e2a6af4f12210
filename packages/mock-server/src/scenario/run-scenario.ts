import { createSimulator } from '../simulator/server/create-simulator.js';
import type { Simulator } from '../simulator/server/simulator.js';
import type { SimulatorOptions } from '../simulator/start/options.js';
import { wireTime } from '../simulator/world/time.js';
import { followJournal } from '../timeline/follow-journal.js';
import type { TimelineEntry } from '../timeline/timeline-entry.js';
import type { LoadedScenario } from './load.js';
import { describeStep, type Scenario, type ScenarioStep } from './scenario.js';

/** How a scenario is played. */
export interface RunScenarioOptions {
  /**
   * Options of the simulator beside those of the scenario, which they go before. The clock is `manual` if nothing else is
   * said: nobody waits, and the same scenario has the same timeline each time.
   */
  simulator?: SimulatorOptions;
  /** Called after each step that went well. */
  onStep?: (step: PlayedStep) => void;
  /** Ends it before its time: the promise is rejected with the reason. */
  signal?: AbortSignal;
}

/** A step that went well. */
export interface PlayedStep {
  /** Counts steps, from 1. */
  number: number;
  step: ScenarioStep;
  /** The step in a few words. */
  text: string;
}

/** A scenario that went well. */
export interface ScenarioRun {
  name: string;
  /** Names of the sessions its steps are about. */
  sessions: readonly string[];
  /** What happened, oldest first: the journal, and the notes of the scenario. */
  timeline: readonly TimelineEntry[];
}

/** A step did not go as it should have. The message says which, where it is written, what was expected and what was there. */
export class ScenarioError extends Error {
  override name = 'ScenarioError' as const;
  /** Number of the step, from 1. */
  readonly step: number;
  /** What happened until then. */
  readonly run: ScenarioRun;

  constructor(message: string, step: number, run: ScenarioRun) {
    super(message);
    this.step = step;
    this.run = run;
  }
}

/**
 * Plays a scenario, from a YAML file or written down here, on two arrays of its own: the same requests over HTTP as any
 * tool sends.
 *
 * @throws InputError where the scenario cannot be read, with file, line and path.
 * @throws ScenarioError at the first step that does not go as it should.
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
  const { loadScenario } = await import('./load.js');
  const loaded = loadScenario(scenario);
  await using sim = await createSimulator({ clock: 'manual', ...loaded.scenario.simulator, ...options.simulator });
  return await playScenario(sim, loaded, options);
}

/** Plays a scenario on a simulator that is there. */
export async function playScenario(
  sim: Simulator,
  { scenario, placeOf }: LoadedScenario,
  { onStep, signal }: Pick<RunScenarioOptions, 'onStep' | 'signal'> = {},
): Promise<ScenarioRun> {
  // What calls arrays and reads files takes its time to load, which a simulator without a scenario need not wait for.
  const [{ createCalls }, { playStep, Unmet }] = await Promise.all([import('./calls.js'), import('./play.js')]);
  const timeline: TimelineEntry[] = [];
  const news = followJournal(sim);
  const catchUp = (): void => {
    for (const entry of news()) timeline.push(entry);
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
        if (!(error instanceof Unmet)) throw error;
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
