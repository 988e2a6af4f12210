import type { Part } from '../part.js';
import { measure, quick, thorough } from './measure.js';
import { simulatorTable } from './table.js';
import { judge } from './targets.js';

/** The simulator, beside servers to compare it with. */
export const simulator: Part = async (isQuick, progress) => {
  const report = await measure(isQuick ? quick : thorough, progress);
  return { report, table: (colored) => simulatorTable(report, colored), verdicts: judge(report) };
};
