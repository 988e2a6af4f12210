/**
 * Typed client of the Dell PowerStore REST API. This entry needs only a `fetch` that shows `Set-Cookie`. To trust a
 * self-signed certificate, use `@powerstore-api/client/node`.
 *
 * @module
 */
export { type CanChange, canVolume, canVolumeGroup, type ChangePossibility } from './can/change.js';
export type { Impossible, Possibility, Possible, Undecided } from './can/possibility.js';
/**
 * Whether an action on a replication session is possible, by the state table of the API: one function for each action.
 * `array.replicationSessions.can` has the same functions.
 *
 * @example
 * ```ts
 * for await (const session of array.replicationSessions.list({ select: ['id', 'state', 'role', 'type'] })) {
 *   console.log(session.id, can.pause(session).possible);
 * }
 * ```
 */
export * as can from './can/can.js';

export { type ClientOptions, connect, type ConnectOptions, type Credentials, type PowerStore } from './connect.js';

export type {
  ActionId,
  ActionMethod,
  ActionOptions,
  ActionOutput,
  AsyncActionOptions,
  SessionActionOptions,
} from './resources/action-methods.js';
export type {
  Collection,
  ListedResource,
  ListOptions,
  PagedResource,
  PlainCollection,
  ReadOptions,
} from './resources/collection.js';
export type { Jobs } from './resources/jobs.js';
export type { Listing, Page } from './resources/pages.js';
export type { ReplicationSessions } from './resources/replication-sessions.js';
export type { VolumeGroups } from './resources/volume-groups.js';
export type { Volumes } from './resources/volumes.js';

export { connectPair, type Pair, type PairPlans, type PairSessionsOptions } from './pair/connect-pair.js';
export type { FailoverEvent, FailoverOperation, FailoverOptions, FailoverStep } from './pair/failover-event.js';
export { FailoverIncompleteError, isFailoverIncompleteError } from './pair/failover-incomplete-error.js';
export type { FailoverTest, FailoverTestOptions } from './pair/failover-test.js';
export type { PlannedFailoverOptions, UnplannedFailoverOptions } from './pair/failovers.js';
export { type FailoverPlan, isFailoverPlan, type PlannedStep } from './pair/plan.js';
export type { PairSession, SessionSide, Site } from './pair/pair-session.js';
export type { ArrayOfPair } from './pair/side.js';

export type { Log, LogEvent } from './layers/log.js';
export type { RetryOptions } from './layers/retry.js';
export type { ClientSafety, PlannedWrite, SafetyOptions } from './layers/safety.js';

export type { JobHandle, JobStatus, JobWaitOptions } from './waiting/job-handle.js';
export type { SessionTarget, WaitOptions } from './waiting/wait-until.js';
export type { WatchOptions } from './waiting/watch.js';

export type { Address } from './http/base-url.js';
export type { Fetch, FetchInit } from './http/fetch.js';
export type { RequestInput } from './http/operation-input.js';

export { ApiError } from './errors/api-error.js';
export { AuthenticationError } from './errors/authentication-error.js';
export { ContractError } from './errors/contract-error.js';
export {
  isApiError,
  isAuthenticationError,
  isContractError,
  isJobError,
  isJobNotFoundError,
  isNetworkError,
  isNotCarriedOutError,
  isNotFoundError,
  isOutcomeUnknownError,
  isPairError,
  isPermissionError,
  isPowerStoreError,
  isSafetyError,
  isUnsupportedError,
  isWaitError,
  isWaitStuckError,
  isWaitTimeoutError,
} from './errors/guards.js';
export { JobError } from './errors/job-error.js';
export { JobNotFoundError } from './errors/job-not-found-error.js';
export { NetworkError } from './errors/network-error.js';
export type { NetworkErrorKind } from './errors/network-problem.js';
export { NotCarriedOutError } from './errors/not-carried-out-error.js';
export { NotFoundError } from './errors/not-found-error.js';
export { OutcomeUnknownError } from './errors/outcome-unknown-error.js';
export { PairError } from './errors/pair-error.js';
export { PermissionError } from './errors/permission-error.js';
export { PowerStoreError } from './errors/powerstore-error.js';
export { SafetyError } from './errors/safety-error.js';
export { UnsupportedError } from './errors/unsupported-error.js';
export { WaitError } from './errors/wait-error.js';
export { WaitStuckError } from './errors/wait-stuck-error.js';
export { WaitTimeoutError } from './errors/wait-timeout-error.js';

export type { SessionChange, Watched, WatchedSession } from './session/session-change.js';
export type { JudgedAttribute, SessionToJudge } from './session/situation.js';

export type { Order } from './query/parameters.js';
export type { Attribute, Instance, RelatedSelect, Select, Selected } from './query/select.js';
export type { BooleanFilter, EnumFilter, ListFilter, RangeFilter, TextFilter, Where } from './query/where.js';

export { InputError, isInputError } from '@powerstore-api/types';
// Types that the signatures above use, for programs that install only this package.
export type {
  Cluster,
  ErrorMessage,
  HostVolumeMapping,
  Job,
  LoginSession,
  OperationId,
  Policy,
  RemoteSystem,
  ReplicationRule,
  ReplicationSession,
  ReplicationSessionFailoverRequest,
  ReplicationSessionModifyRequest,
  ReplicationSessionReprotectRequest,
  ReplicationSessionStartFailoverTestRequest,
  ReplicationSessionStopFailoverTestRequest,
  ReplicationSessionStopFailoverTestResponse,
  ReplicationState,
  RequestBody,
  Resource,
  Safety,
  SoftwareInstalled,
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
