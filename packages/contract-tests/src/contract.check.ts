// The test file of the command line: the suite, against the target the command line provides.
import { inject } from 'vitest';
import { contractSuite } from './suite.js';

contractSuite({ target: inject('target'), release: inject('release') });
