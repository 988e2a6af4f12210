// The tests of what is mutated, as one file: a mutant pays for every file that is loaded. Those that find the most come
// first, and none that start processes, which run what was built and not what is mutated.
await import('./query.test.js');
await import('./query-oracle.test.js');
await import('./answers.test.js');
for (const name of [
  'nas',
  'transitions',
  'cycles',
  'alone',
  'link',
  'outages-metro',
  'outages-alone',
  'outages-under-way',
  'power',
  'protection',
  'protection-metro',
  'protection-refused',
  'jobs',
  'faults',
  'fault-matches',
  'queries',
  'refusals',
  'rows',
  'journal',
  'session-side',
  'lifecycle-effects',
  'lifecycle-nas',
  'lifecycle-courses',
  'lifecycle-possible',
]) {
  await import(`./simulator/${name}.test.ts`);
}
await import('./resources.test.js');
