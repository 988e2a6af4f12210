// Prism by itself: its own HTTP server over the bundled contract, as one embeds it.
import { createRequire } from 'node:module';
import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import { announce } from './announce.js';

const contract = createRequire(import.meta.url)('@powerstore-api/types/contract.json') as object;
const server = createServer(await getHttpOperationsFromSpec(contract), {
  components: { logger: createLogger('prism', { level: 'silent' }) },
  config: {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  },
  cors: false,
});
announce(await server.listen(0, '127.0.0.1'));
