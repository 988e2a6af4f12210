// A test file as a team has it, run by contract-suite.test.ts. The arrays are in the environment.
import { type ArrayTarget, defineCheck } from '@powerstore-api/contract-tests';
import { contractSuite } from '@powerstore-api/contract-tests/vitest';

contractSuite({
  arrays: JSON.parse(process.env['ARRAYS'] ?? '') as { a: ArrayTarget; b?: ArrayTarget },
  releases: { a: '1.0.0.0', b: '1.0.0.0' },
  pace: { requestsPerSecond: undefined },
  ...(process.env['DETAILS'] !== undefined && { details: process.env['DETAILS'] }),
  checks: [
    defineCheck({
      id: 'ours.empty',
      title: 'there is no volume',
      findings: {
        'ours.volume': { severity: 'error', title: 'a volume', cause: 'It is there.', remedy: 'Delete it.' },
      },
      async run({ ask, find }) {
        find('ours.volume', await ask('volume_collection_query'), 'there are volumes');
      },
    }),
  ],
});
