import { inject } from 'vitest';
import { registerSuite } from './suite.js';

registerSuite(inject('suite'));
