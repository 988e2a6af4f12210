import { type Document, operationsOf } from '../contract/document.ts';
import { sourceEntry } from '../contract/source-entry.ts';
import { actionOf, codes, conditions, effects, table } from './docs.ts';

/** How sure something is: the most that any of its sources says, and what of it none does. */
interface Certainty {
  mark: string;
  sources: string;
  assumed: string;
}

const marks = { document: '●', capture: '●', sdk: '◐', assumed: '○' } as const;

/** What the simulator does, on one page: how sure each row of the state tables and each further statement is. */
export function emitSimulated(document: Document): string {
  const rules = operationsOf(document).flatMap(({ path, method, operation }) =>
    (operation['x-lifecycle'] ?? []).map((rule) => ({
      cells: [
        actionOf({ path, method, operation }),
        [conditions(rule), ...[rule.from, rule.roles, rule.types, rule.resource_types].map((it) => codes(it))]
          .filter(Boolean)
          .join(', '),
        effects(rule),
      ],
      ...certainty(document, rule['x-source']),
    })),
  );
  const topics = Object.entries(document['x-simulated']);
  const statements = topics.flatMap(([topic, list]) =>
    list.map(({ what, 'x-source': sources }) => ({ cells: [topic, what], ...certainty(document, sources) })),
  );
  const all = [...rules, ...statements];
  const count = (mark: string): number => all.filter((it) => it.mark === mark).length;
  const inPart = all.filter(({ mark, assumed }) => mark !== marks.assumed && assumed !== '').length;
  const columns = ['', 'From', 'Assumed of it'];
  return [
    '# What is simulated, and how sure that is',
    '',
    'Generated from `spec/` by `npm run generate`. Do not edit: change the contract instead.',
    '',
    `Of ${all.length} statements ● ${count('●')} follow documents or answers of real arrays, ◐ ${count('◐')} what public SDKs rely on, and ○ ${count('○')} are`,
    `assumed. Of ${inPart} of the former a part is assumed, and the last column says which. None was confirmed on hardware by us: if you`,
    'have an array, tell us what it does, with its release.',
    '',
    '## State tables',
    '',
    table(['Action', 'When', 'Ends in', ...columns], rules.map(row)),
    '',
    '## Beyond them',
    '',
    table(['Topic', 'What', ...columns], statements.map(row)),
    '',
    '## Not simulated',
    '',
    '- Data: volumes have sizes and no content. What an unplanned failover loses is not shown.',
    '- Hosts, networks, appliances and alerts. The third site of a three-site volume answers no requests.',
    '- `Paused_For_NDU`, `Paused_For_Migration` and `Error`, which an array enters by itself.',
    "- Errors in the array's own words: texts are ours, codes are the array's where one is known.",
    '',
  ].join('\n');
}

const row = ({ cells, mark, sources, assumed }: Certainty & { cells: string[] }): string[] => [
  ...cells,
  mark,
  sources,
  assumed,
];

function certainty(document: Document, sources: readonly string[]): Certainty {
  const entries = sources.map(sourceEntry);
  const named = entries.filter(({ isAssumed }) => !isAssumed);
  const kinds = new Set(named.map(({ key }) => document['x-sources'][key]?.kind));
  const kind = (['capture', 'document', 'sdk'] as const).find((it) => kinds.has(it)) ?? 'assumed';
  const assumed = entries.filter(({ isAssumed }) => isAssumed);
  return {
    mark: marks[kind],
    sources: named.map(({ key }) => key).join(', '),
    assumed: assumed.map(({ locator }) => locator || (named.length === 0 ? 'all of it' : 'the rest')).join(', '),
  };
}
