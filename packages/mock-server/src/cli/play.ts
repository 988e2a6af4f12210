// Plays a scenario for the command line.
import { printableLines } from '@powerstore-api/settings';
import pc from 'picocolors';
import type { LoadedScenario } from '../scenario/load.js';
import { playScenario, ScenarioError, type ScenarioRun } from '../scenario/run-scenario.js';
import type { Simulator } from '../simulator/server/simulator.js';
import { formatTimeline } from '../timeline/format-timeline.js';

/** Plays a scenario, prints its steps and its timeline, and returns whether it passed. */
export async function play(
  sim: Simulator,
  loaded: LoadedScenario,
  { signal, quiet }: { signal: AbortSignal; quiet: boolean },
): Promise<boolean> {
  const { scenario } = loaded;
  console.log(
    `${pc.bold(printableLines(scenario.name))}${scenario.description ? `: ${printableLines(scenario.description.trim())}` : ''}`,
  );
  try {
    const run = await playScenario(sim, loaded, {
      signal,
      onStep({ number, text, step }) {
        if (!quiet && !('note' in step)) console.log(`${pc.green('✓')} ${number} ${printableLines(text)}`);
      },
    });
    print(run);
    return true;
  } catch (error) {
    // The user stopped it. That is not a failure of the scenario.
    if (signal.aborted) return true;
    if (!(error instanceof ScenarioError)) throw error;
    print(error.run);
    console.error(`${pc.red('✗')} ${printableLines(error.message)}`);
    return false;
  }
}

function print({ timeline, sessions }: ScenarioRun): void {
  const { columns: width = 100 } = process.stdout;
  const shown = sessions.length > 0 ? { sessions } : {};
  console.log(`\n${formatTimeline(timeline, { color: pc.isColorSupported, width, ...shown })}\n`);
}
