/**
 * Typed client of the Dell PowerStore REST API. This entry needs nothing but a `fetch` that shows `Set-Cookie`; for the
 * array's own certificate see `@powerstore-api/client/node`.
 *
 * @module
 */
export type { Address } from './base-url.js';
export type { Impossible, Possibility, Possible, Undecided } from './can/answer.js';
export * as can from './can/can.js';
export type { JudgedAttribute, SessionToJudge } from './can/situation.js';
export type { Collection, ListOptions, PlainCollection, ReadOptions } from './collection.js';
export { connect, type ConnectOptions, type Credentials, type PowerStore } from './connect.js';
export { ApiError } from './errors/api-error.js';
export { AuthenticationError } from './errors/authentication-error.js';
export { ContractError } from './errors/contract-error.js';
export { FailoverIncompleteError } from './errors/failover-incomplete-error.js';
export {
  isApiError,
  isAuthenticationError,
  isContractError,
  isFailoverIncompleteError,
  isNetworkError,
  isNotFoundError,
  isPairError,
  isPermissionError,
  isPowerStoreError,
  isWaitError,
  isWaitStuckError,
  isWaitTimeoutError,
} from './errors/guards.js';
export { NetworkError } from './errors/network-error.js';
export type { NetworkErrorKind } from './errors/network-problem.js';
export { NotFoundError } from './errors/not-found-error.js';
export { PairError } from './errors/pair-error.js';
export { PermissionError } from './errors/permission-error.js';
export { PowerStoreError } from './errors/powerstore-error.js';
export { WaitError } from './errors/wait-error.js';
export { WaitStuckError } from './errors/wait-stuck-error.js';
export { WaitTimeoutError } from './errors/wait-timeout-error.js';
export type { Fetch } from './middleware.js';
export type { RequestBody, RequestInput } from './operation-input.js';
export type { Listing, Page } from './pages.js';
export { connectPair, type Pair, type PairSessionsOptions } from './pair/connect-pair.js';
export type { FailoverEvent, FailoverOperation, FailoverOptions, FailoverStep } from './pair/failover-event.js';
export type { FailoverTest, FailoverTestOptions } from './pair/failover-test.js';
export type { PlannedFailoverOptions, UnplannedFailoverOptions } from './pair/failovers.js';
export type { PairSession, SessionSide, Site } from './pair/pair-session.js';
export type { ArrayOfPair } from './pair/side.js';
export type { Filter, Order } from './query.js';
export type { ReplicationSessions } from './replication-sessions.js';
export type { Attribute, Select, Selected } from './select.js';
export type { VolumeGroups } from './volume-groups.js';
export type { Volumes } from './volumes.js';
export type { SessionChange, Watched, WatchedSession } from './waiting/session-change.js';
export type { SessionState, SessionTarget, WaitOptions } from './waiting/wait-until.js';
export type { WatchOptions } from './waiting/watch.js';
// What the signatures above speak of, for whoever has only this package installed.
export type {
  Cluster,
  ErrorMessage,
  FailoverRequest,
  HostVolumeMapping,
  Job,
  LoginSession,
  ModifyRequest,
  OperationId,
  Policy,
  RemoteSystem,
  ReplicationRule,
  ReplicationSession,
  ReplicationState,
  ReprotectRequest,
  SoftwareInstalled,
  StartFailoverTestRequest,
  StopFailoverTestRequest,
  StopFailoverTestResponse,
  Volume,
  VolumeConfigureMetroRequest,
  VolumeConfigureMetroResponse,
  VolumeEndMetroRequest,
  VolumeGroup,
  VolumeGroupConfigureMetroRequest,
  VolumeGroupConfigureMetroResponse,
  VolumeGroupEndMetroRequest,
  VolumeGroupModifyRequest,
  VolumeModifyRequest,
} from '@powerstore-api/types';
