import type { Location, Oas3Rule, UserContext } from '@redocly/openapi-core';
import { type Assumption, assumptionsOf } from '../contract/assumptions.ts';
import type { Decision, Document } from '../contract/document.ts';
import { sourceEntry } from '../contract/source-entry.ts';

/** An assumption says how a run of the contract suite decides it, or that none can, and has a name of its own. */
export const assumption =
  (document: Document): Oas3Rule =>
  () => {
    const decisions = Object.keys(document['x-decisions'] ?? {});
    const all = [...assumptionsOf(document)];
    return {
      any: {
        enter(node: unknown, { report, location }: UserContext) {
          const entries = (node as { 'x-source'?: unknown } | null)?.['x-source'];
          for (const { index, problem } of mistakesIn(entries, decisions)) {
            report({
              message: `This assumption ${problem}. Write assumed/ and a key of x-decisions: ${decisions.join(', ')}.`,
              location: location.child(['x-source', index]),
            });
          }
        },
      },
      Root(node, { report, location }) {
        const { 'x-decisions': table = {}, 'x-simulated': topics = {} } = node as unknown as Partial<Document>;
        for (const [name, decision] of Object.entries(table)) {
          const at = location.child(['x-decisions', name]);
          checkDecision(decision, (message) => report({ message, location: at.key() }));
        }
        for (const [topic, statements] of Object.entries(topics)) {
          for (const [index, { name, 'x-source': entries = [] }] of statements.entries()) {
            if (name !== undefined || !entries.some((it) => sourceEntry(it).isAssumed)) continue;
            report({
              message: 'A statement with an assumed part needs a name: reports name the assumption by it.',
              location: location.child(['x-simulated', topic, index]),
            });
          }
        }
        reportTwins(all, location, report);
      },
    };
  };

/** The entries of an `x-source` that say nothing about a check, or the same as another one. */
const mistakesIn = (entries: unknown, decisions: readonly string[]): { index: number; problem: string }[] => {
  const seen = new Set<string>();
  return (Array.isArray(entries) ? entries : []).flatMap((entry, index) => {
    const { isAssumed, decision } = sourceEntry(String(entry));
    if (!isAssumed) return [];
    const problem =
      decision === ''
        ? 'says nothing about a check'
        : !decisions.includes(decision)
          ? `names no decision "${decision}"`
          : seen.has(decision)
            ? 'is decided like another one in this list'
            : undefined;
    seen.add(decision);
    return problem === undefined ? [] : [{ index, problem }];
  });
};

function checkDecision({ checks, how, because }: Decision, complain: (message: string) => void): void {
  const isDecided = checks !== undefined && checks.length > 0 && how !== undefined;
  if (isDecided === (because !== undefined))
    complain('A decision has checks and how, or it says with because why no check can decide.');
}

/** Nobody could tell facts of one name apart in a report. Only rows and statements can have one name. */
function reportTwins(all: readonly Assumption[], location: Location, report: UserContext['report']): void {
  const seen = new Map<string, string>();
  for (const { name, path } of all) {
    const [fact = ''] = name.split('#');
    const place = JSON.stringify(path);
    if ((seen.get(fact) ?? place) !== place)
      report({
        message: `Another fact with an assumed part has the name ${fact}. Give one of them another name, or other conditions.`,
        location: location.child(path),
      });
    seen.set(fact, place);
  }
}
