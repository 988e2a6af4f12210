// The test file of the command line: the suite, against the target the command line provides.
import { inject } from 'vitest';
import { registerSuite } from './suite.js';

registerSuite(inject('target'), inject('release'));
