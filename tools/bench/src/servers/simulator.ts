import { createSimulator, type SimulatorOptions } from '@powerstore-api/mock-server';
import { announce, given } from './announce.js';

const { a } = await createSimulator(given<SimulatorOptions>());
announce(`${a.url}/api/rest`);
