import { type Document, operationsOf } from '../contract/document.ts';
import { sourceEntry } from '../contract/source-entry.ts';
import { actionOf, codes, conditions, effects, table } from './docs.ts';
import { inWords } from './facts-in-words.ts';

/** How sure a statement is: by its best source, and by the part that no source confirms. */
interface Certainty {
  mark: string;
  sources: string;
  assumed: string;
}

const marks = { document: '●', capture: '●', sdk: '◐', assumed: '○' } as const;

/** The behaviour of the simulator on one page, with how sure each row of the state tables and each statement is. */
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
  const writes = Object.entries(document['x-conditions']).map(([name, condition]) => ({
    cells: [
      `\`${name}\``,
      codes(
        operationsOf(document).flatMap(({ operation }) =>
          operation['x-conditions']?.includes(name) ? [operation.operationId] : [],
        ),
      ),
      inWords(condition.when ?? {}),
      inWords(condition.needs),
      `${condition.status} \`${condition.error ?? 'unspecified'}\``,
    ],
    ...certainty(document, condition['x-source']),
  }));
  const all = [...rules, ...writes, ...statements];
  const count = (mark: string): number => all.filter((it) => it.mark === mark).length;
  const inPart = all.filter(({ mark, assumed }) => mark !== marks.assumed && assumed !== '').length;
  const columns = ['Sure', 'Sources', 'Assumed part'];
  return [
    '# How the simulator behaves, and how sure that is',
    '',
    'Generated from `spec/` by `npm run generate`. Do not edit this page; change the contract.',
    '',
    `Of ${all.length} statements, ● ${count('●')} follow documents or answers of real arrays, ◐ ${count('◐')} follow public SDKs, and ○ ${count('○')} are assumed.`,
    `A part of ${inPart} of the ● and ◐ statements is assumed; the last column names it. We have confirmed none of them on hardware.`,
    'If you have an array, tell us how it behaves, and which release it runs.',
    '',
    '## State tables',
    '',
    table(['Action', 'When', 'Ends in', ...columns], rules.map(row)),
    '',
    '## Conditions on writes',
    '',
    'An array carries out a change of a volume or a group if it meets all conditions of its operation. Where everything under “Where”',
    'holds, everything under “Needs” has to hold. A member of a group has the sessions of its group. [The codes of errors](errors.md)',
    'are on a page of their own.',
    '',
    table(['Condition', 'Operations', 'Where', 'Needs', 'Answer', ...columns], writes.map(row)),
    '',
    '## Further behaviour',
    '',
    table(['Topic', 'Behaviour', ...columns], statements.map(row)),
    '',
    '## Not simulated',
    '',
    '- Data: volumes have sizes and no content. The simulator does not show the data that an unplanned failover loses.',
    '- Hosts, networks, appliances and alerts. The third site of a three-site volume does not answer requests.',
    '- The states `Paused_For_NDU`, `Paused_For_Migration` and `Error`, which an array enters by itself.',
    "- The array's own texts of errors. The texts are ours; the codes are the array's where we know them.",
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
