/**
 * Scenarios: drills that are written in YAML, played on the simulator, and shown as a timeline of both arrays. They have their
 * own entry because they are slow to load.
 *
 * @module
 */
export {
  runScenario,
  ScenarioError,
  type PlayedStep,
  type RunScenarioOptions,
  type ScenarioRun,
} from './run-scenario.js';
export type {
  ActionStep,
  AdvanceStep,
  ExpectStep,
  FaultStep,
  LinkStep,
  NoteStep,
  PowerStep,
  Scenario,
  ScenarioFault,
  ScenarioStep,
  SessionAction,
  SessionCondition,
  WaitStep,
} from './scenario.js';
export { formatTimeline, type TimelineOptions } from '../timeline/format-timeline.js';
export type { TimelineEntry, TimelineNote } from '../timeline/timeline-entry.js';
