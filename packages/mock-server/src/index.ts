/**
 * A mock of a Dell PowerStore array: the contract's examples behind Prism, over HTTP or HTTPS. And a simulator of two of
 * them that replicate to each other. Scenarios for it are played by `@powerstore-api/mock-server/scenario`.
 *
 * @module
 */
export type { Certificate } from './certificate.js';
export type { Exchange } from './listener.js';
export { createMockServer, type MockServer, type MockServerOptions } from './mock-server.js';
export type { Role, User } from './login-sessions.js';
export type { Clock, ClockMode } from './simulator/clock.js';
export { createSimulator } from './simulator/create-simulator.js';
export type { SimulatedArray, Simulator, SimulatorArrayOptions, SimulatorOptions } from './simulator/simulator.js';
export type { Fault, FaultEffect, FaultRecord, Faults } from './simulator/faults.js';
export { InputError } from './simulator/input.js';
export type { JournalEntry } from './simulator/journal.js';
export type { SessionSpec } from './simulator/population.js';
export type { RecordedArray, Recording } from './simulator/recording.js';
export type { WorldSnapshot } from './simulator/snapshot.js';
export type { Transitions } from './simulator/world.js';
