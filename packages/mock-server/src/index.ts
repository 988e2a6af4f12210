/**
 * A Dell PowerStore array for development and tests, without hardware. {@link createSimulator} starts two arrays that
 * replicate to each other. {@link createMockServer} starts one array that answers with the examples of the API contract.
 * `@powerstore-api/mock-server/scenario` plays scenarios on the simulator.
 *
 * @module
 */
export type { Certificate } from './http/certificate.js';
export type { RequestLogEntry } from './http/request-log-entry.js';
export { createMockServer, type MockServer, type MockServerOptions } from './static/mock-server.js';
export type { Role, User } from './layers/login-sessions.js';
export type { Clock, ClockMode } from './simulator/world/clock.js';
export { createSimulator } from './simulator/server/create-simulator.js';
export type { Link, SimulatedArray, Simulator } from './simulator/server/simulator.js';
export type { SimulatorArrayOptions, SimulatorOptions } from './simulator/start/options.js';
export type { Fault, FaultEffect } from './simulator/faults/fault.js';
export type { FaultRecord, Faults } from './simulator/faults/fault-plan.js';
export { InputError, isInputError } from '@powerstore-api/types';
export type { JournalEntry } from './simulator/world/journal.js';
export type { SessionSpec } from './simulator/start/session-spec.js';
export { exampleRecording } from './simulator/start/example-recording.js';
export type { RecordedArray, Recording } from './simulator/start/recording.js';
export type { SavedState } from './simulator/start/saved-state.js';
export type { PairSite } from './simulator/world/site.js';
export type { TransitionMode } from './simulator/world/world.js';
