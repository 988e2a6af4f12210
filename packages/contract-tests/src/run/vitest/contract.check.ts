import { connectTo, type Connections } from '../../array/connection.js';
import { targetsOf } from '../../array/target.js';
import { loadChecks } from '../own-checks.js';
import { takeOver } from './handover.js';
import { registerRun } from './register-run.js';

const { targets, logins, modules, ...facts } = takeOver();
const connections: Connections = {};
for (const target of targetsOf(targets)) connections[target.site] = connectTo(target, logins[target.site]);

registerRun({ targets, connections, ...facts }, await loadChecks(modules));
