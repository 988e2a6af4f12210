import { groups, lastGroup } from '../checks/index.js';

/** The ids of all checks of the suite. */
export const checkIds: ReadonlySet<string> = new Set(
  [...groups, lastGroup].flatMap(({ checks }) => checks.map(({ id }) => id)),
);
