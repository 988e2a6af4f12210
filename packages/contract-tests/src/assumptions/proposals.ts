// Confirmed assumptions as changes of the contract: the array takes the place of `assumed` among the sources.
import { assumptionInfo, type AssumptionResult, ofState } from '../report/assumption-result.js';

/** The new sources of a fact, and its place in the contract. */
export interface SourceProposal {
  place: string;
  value: string[];
  why: string;
}

export function proposeSources(results: readonly AssumptionResult[], release: string): SourceProposal[] {
  const proposals = new Map<string, SourceProposal>();
  for (const { assumption, evidence = [] } of ofState(results, 'confirmed')) {
    const info = assumptionInfo(assumption);
    if (!info) continue;
    const place = `${info.place}/x-source`;
    const { value, why } = proposals.get(place) ?? { value: [...info.sources], why: '' };
    proposals.set(place, {
      place,
      value: value.map((source) => (isOf(source, info.decision) ? captured(info.part, release) : source)),
      why: [why, `${assumption} is confirmed: ${evidence[0] ?? ''}.`].filter((it) => it !== '').join(' '),
    });
  }
  return [...proposals.values()];
}

const isOf = (source: string, decision: string): boolean => source.split(' ')[0] === `assumed/${decision}`;

const captured = (part: string, release: string): string =>
  `capture '${part === 'all of it' ? '' : `${part} on `}release ${release}'`;
