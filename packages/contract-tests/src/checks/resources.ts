// The first look at an array. It comes before all other checks, which skip what the array lacks.
import type { SuiteCheck } from './define-check.js';

/** The check that takes the look. */
export const lookId = 'resources.present';

export const resourceChecks: SuiteCheck[] = [
  {
    id: lookId,
    title: 'The array must have each resource of its release, and show it to the user',
    async run({ find }, { survey, record }) {
      const { answers, lacks } = await survey();
      for (const exchange of answers) record(exchange);
      for (const { id, subject, exchange, predicate } of lacks)
        find(id, exchange, `The array ${predicate}`, {
          subject,
          expected: 'an answer of an array that has it',
          actual: exchange.status,
        });
    },
  },
];
