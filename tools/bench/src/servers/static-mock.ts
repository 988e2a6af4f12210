import { createMockServer } from '@powerstore-api/mock-server';
import { announce } from './announce.js';

const { url } = await createMockServer();
announce(`${url}/api/rest`);
