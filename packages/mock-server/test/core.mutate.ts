// The tests of the mutated code in one file, because each mutant pays for every file that is loaded. The tests that find most
// mutants come first. Tests that start processes are left out: those run the built code, not the mutated one.
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
