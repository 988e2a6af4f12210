import { inject } from 'vitest';
import { loadChecks } from './own-checks.js';
import { registerSuite } from './suite.js';

const suite = inject('suite');

registerSuite(suite, await loadChecks(suite.checks ?? []));
