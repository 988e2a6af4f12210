/**
 * Typed client of the Dell PowerStore REST API. This entry needs nothing but a `fetch` that shows `Set-Cookie`; for the
 * array's own certificate see `@powerstore-api/client/node`.
 *
 * @module
 */
export type { Address } from './base-url.js';
export type { Collection, ListOptions, PlainCollection, ReadOptions } from './collection.js';
export { connect, type ConnectOptions, type Credentials, type PowerStore } from './connect.js';
export { ApiError } from './errors/api-error.js';
export { AuthenticationError } from './errors/authentication-error.js';
export { ContractError } from './errors/contract-error.js';
export {
  isApiError,
  isAuthenticationError,
  isContractError,
  isNetworkError,
  isNotFoundError,
  isPermissionError,
  isPowerStoreError,
} from './errors/guards.js';
export { NetworkError } from './errors/network-error.js';
export type { NetworkErrorKind } from './errors/network-problem.js';
export { NotFoundError } from './errors/not-found-error.js';
export { PermissionError } from './errors/permission-error.js';
export { PowerStoreError } from './errors/powerstore-error.js';
export type { Fetch } from './middleware.js';
export type { RequestBody, RequestInput } from './operation-input.js';
export type { Listing, Page } from './pages.js';
export type { Order } from './query.js';
export type { BooleanFilter, EnumFilter, ListFilter, RangeFilter, TextFilter, Where } from './query/where.js';
export type { ReplicationSessions } from './replication-sessions.js';
export type { Attribute, Instance, RelatedSelect, Resource, Select, Selected } from './select.js';
export type { VolumeGroups } from './volume-groups.js';
export type { Volumes } from './volumes.js';
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
