/**
 * A mock of a Dell PowerStore array: the contract's examples behind Prism, over HTTP or HTTPS. And a simulator of two of
 * them that replicate to each other, with scenarios to be played on it.
 *
 * @module
 */
export type { Certificate } from './certificate.js';
export type { Exchange } from './listener.js';
export { createMockServer, type MockServer, type MockServerOptions } from './mock-server.js';
export type { Role, User } from './login-sessions.js';
export {
  runScenario,
  ScenarioError,
  type PlayedStep,
  type RunScenarioOptions,
  type ScenarioRun,
} from './scenario/run-scenario.js';
export type {
  ActionStep,
  AdvanceStep,
  ExpectStep,
  FaultStep,
  LinkStep,
  NoteStep,
  PowerStep,
  Scenario,
  ScenarioStep,
  SessionAction,
  SessionCondition,
  WaitStep,
} from './scenario/scenario.js';
export type { Clock, ClockMode } from './simulator/clock.js';
export {
  createSimulator,
  type SimulatedArray,
  type Simulator,
  type SimulatorArrayOptions,
  type SimulatorOptions,
} from './simulator/create-simulator.js';
export type { Fault, FaultEffect, FaultRecord, Faults } from './simulator/faults.js';
export { InputError } from './simulator/input.js';
export type { JournalEntry } from './simulator/journal.js';
export type { SessionSpec } from './simulator/population.js';
export type { WorldSnapshot } from './simulator/snapshot.js';
export type { Transitions } from './simulator/world.js';
export { formatTimeline, type TimelineOptions } from './timeline/format-timeline.js';
export type { TimelineEntry, TimelineNote } from './timeline/timeline-entry.js';
