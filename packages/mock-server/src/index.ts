/**
 * A mock of a Dell PowerStore array: the contract's examples behind Prism, over HTTP or HTTPS.
 *
 * @module
 */
export type { Certificate } from './certificate.js';
export type { Exchange } from './listener.js';
export { createMockServer, type MockServer, type MockServerOptions } from './mock-server.js';
