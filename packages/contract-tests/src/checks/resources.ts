// The first look at an array. It comes before all other checks, which skip what the array lacks.
import { isPage } from '../contract/conformance.js';
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
      // Where something else answers for several of them, no resource is to blame.
      const pages = lacks.filter(({ id, exchange }) => id === 'resource.unreadable' && isPage(exchange));
      for (const lack of lacks) {
        const { id, subject, exchange, predicate } = lack;
        if (pages.length > 1 && pages.includes(lack)) record(exchange);
        else
          find(id, exchange, `The array ${predicate}`, {
            subject,
            expected: 'an answer of an array that has it',
            actual: exchange.status,
          });
      }
    },
  },
];
