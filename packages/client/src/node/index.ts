/**
 * The client for Node: everything of `@powerstore-api/client`, with a `connect` that can trust self-signed certificates.
 *
 * @module
 */
export * from '../index.js';
// Replaces the `connect` of the core.
export { connect, type NodeConnectOptions } from './connect.js';
export { nodeFetch, type NodeFetch } from './node-fetch.js';
export type { ConnectionOptions } from './connections.js';
export type { RequestMessage } from './diagnostics.js';
export type { TlsOptions } from './tls.js';
