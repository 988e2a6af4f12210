import { createRequire } from 'node:module';
import { get } from '@sagold/json-pointer';
import type { Report } from '../report/report.js';
import type { Placed } from '../report/reported-finding.js';
import type { ApiDocument } from './openapi.js';
import { observedDrift } from './observed.js';
import type { Proposal } from './proposals.js';
import { proposeAnswer } from './proposed-schema.js';

const contract = createRequire(import.meta.url)('@powerstore-api/types/contract.json') as ApiDocument;

/** The part of the contract at a place. */
const contractAt = (place: string): unknown => get(contract, `/${place}`);

/**
 * Proposals for the drift that the findings show. Where a person has to decide, there is none.
 * An array does not say which release added a part: it may have had the part for long.
 */
export const proposalsOf = ({ findings, arrays }: Pick<Report, 'findings' | 'arrays'>): Proposal[] =>
  observedDrift(findings).flatMap((drift) =>
    drift.findings.flatMap((finding) => proposalOf(finding, releaseOf(finding, arrays)) ?? []),
  );

const releaseOf = ({ sites }: Placed, arrays: Report['arrays']): string =>
  arrays.find(({ site }) => sites.includes(site))?.release ?? 'unknown';

function proposalOf({ id, place = '', message, sample = '' }: Placed, release: string): Proposal | undefined {
  const why = `${id}: ${message} Seen on ${release}.`;
  const source = `capture 'release ${release}'`;
  switch (id) {
    case 'attribute.unknown':
      return {
        place,
        why,
        value: { description: 'To be described.', ...typeOf(sample), 'x-source': [source] },
      };
    case 'literal.unknown':
      // A value that does not look like a literal is hidden in the report, so it cannot be proposed.
      return /^[A-Z]\w*$/.test(sample)
        ? {
            place,
            why,
            value: {
              enum: [sample],
              'x-display_enum_text': { [sample]: sample.replaceAll('_', ' ') },
              'x-source': [source],
            },
          }
        : undefined;
    case 'status.undocumented':
      return proposeAnswer(contract, place, sample, source).map((proposal) => ({ ...proposal, why }))[0];
    // It has a place where it is about null.
    case 'assumption.contradicted':
    case 'body.null': {
      const schema = (contractAt(place) ?? {}) as { type?: unknown; anyOf?: unknown[] };
      return schema.anyOf
        ? { place: `${place}/anyOf`, why, value: [{ type: 'null' }] }
        : { place: `${place}/type`, why, value: [...[schema.type].flat(), 'null'] };
    }
    default:
      return undefined;
  }
}

/** A schema for the kind of value that was seen. A value that was always `null` may be of any type. */
function typeOf(kind: string): object {
  const [, items] = /^list(?: of (.*))?$/.exec(kind) ?? [];
  if (kind.startsWith('list')) return { type: 'array', items: items === undefined ? {} : typeOf(items) };
  if (kind === 'time') return { type: 'string', format: 'date-time' };
  return kind === 'null' ? {} : { type: kind };
}
