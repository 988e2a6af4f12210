// The tests of what is mutated, as one file: a mutant pays for every file that is loaded. Those that find the most come
// first, and none that start processes, which run what was built and not what is mutated.
import './query.test.js';
import './query-oracle.test.js';
import './simulator/nas.test.js';
import './simulator/on-the-way.test.js';
import './simulator/cycles.test.js';
import './simulator/alone.test.js';
import './simulator/link-and-power.test.js';
import './simulator/protection.test.js';
import './simulator/jobs.test.js';
import './simulator/faults.test.js';
import './resources.test.js';
import './simulator/queries.test.js';
import './simulator/lifecycle.test.js';
