// Differences as YAML to paste into the contract. A person decides, and adds descriptions.
import { isDeepStrictEqual } from 'node:util';
import { get } from '@sagold/json-pointer';
import { Document, isMap, type YAMLMap } from 'yaml';
import { sourceOf } from './source-location.js';

/** A value to write at a place of the contract. */
export interface Proposal {
  place: string;
  value: unknown;
  /** The reason, which becomes a comment above it. */
  why: string;
}

/** Proposals as one YAML document per file of the contract. */
export function renderProposals(proposals: readonly Proposal[]): string {
  const files = new Map<string, Document>();
  for (const { place, value, why } of proposals) {
    const { file, keys } = sourceOf(place);
    const document = files.get(file) ?? new Document({});
    files.set(file, document);
    add(document, keys, value, why);
  }
  return [...files]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([file, document]) => `# ${file}\n${document.toString({ lineWidth: 110 })}`)
    .join('---\n');
}

function add(document: Document, keys: readonly string[], value: unknown, why: string): void {
  const known = document.getIn(keys, true);
  if (isMap(known) && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [name, it] of Object.entries(value)) add(document, [...keys, name], it, why);
    return;
  }
  // Literals that were seen one by one become one list.
  const before = get(document.toJS(), [...keys]) as unknown;
  // Two proposals may need the same schema.
  if (isDeepStrictEqual(before, value)) return;
  const merged = Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value])] : value;
  document.setIn(keys, document.createNode(merged));
  const parent = document.getIn(keys.slice(0, -1), true) ?? document.contents;
  const pair = isMap(parent) ? (parent as YAMLMap).items.find(({ key }) => String(key) === keys.at(-1)) : undefined;
  if (pair) {
    const key = document.createNode(pair.key);
    key.commentBefore = ` ${why}`;
    pair.key = key;
  }
}
