// The ids that a check may report. `npm run typecheck` compiles this file.
import { type Check, defineCheck, type FindingKind, runContract } from '../src/index.js';

const kind: FindingKind = { severity: 'error', title: 'a title', cause: 'a cause', remedy: 'a remedy' };

export const own = defineCheck({
  id: 'ours.own',
  title: 'it has kinds of its own',
  findings: { 'ours.no-rule': kind, 'ours.no-policy': kind },
  async run({ ask, find }) {
    const exchange = await ask('cluster_collection_query');
    find('ours.no-rule', exchange, 'one of its own');
    find('ours.no-policy', exchange, 'another one of its own');
    find('collection.empty', exchange, 'a built-in one', { expected: 'an instance', actual: [] });
    // @ts-expect-error a built-in one needs the values that were compared
    find('collection.empty', exchange, 'a built-in one', { expected: 'an instance' });
    // @ts-expect-error it has no such kind
    find('ours.no-rul', exchange, 'a misspelt one');
    // @ts-expect-error there is no such kind
    find('collection.emty', exchange, 'a misspelt built-in one');
  },
});

export const none = defineCheck({
  id: 'ours.none',
  title: 'it has no kinds of its own',
  async run({ ask, find }) {
    const exchange = await ask('cluster_collection_query');
    find('collection.empty', exchange, 'a built-in one', { expected: 'an instance', actual: [] });
    // @ts-expect-error it has no kinds of its own
    find('ours.no-rule', exchange, 'one of another check');
  },
});

// Checks with different kinds go together into a run.
const checks: readonly Check[] = [own, none];
export const report = (): ReturnType<typeof runContract> => runContract({ checks });
