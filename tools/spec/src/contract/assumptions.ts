import { join } from '@sagold/json-pointer';
import type { Document, LifecycleRule, Operation } from './document.ts';
import { sourceEntry } from './source-entry.ts';

/** A fact of the contract whose source is `assumed`, in whole or in part. */
export interface Assumption {
  /** It stays the same while the fact is the same: reports and issues name the assumption by it. */
  name: string;
  /** Keys from the top of the bundled document. */
  path: string[];
  /** The assumed part. */
  part: string;
  /** A key of `x-decisions`. */
  decision: string;
  /** All sources of the fact. */
  sources: string[];
  /** The operation that it is about, and its row of the state table. */
  operation?: string;
  row?: number;
}

/** Every assumption of the contract, in its order. */
export function* assumptionsOf(document: Document): Generator<Assumption> {
  for (const { path, sources } of sourcesIn(document, [])) {
    for (const { isAssumed, locator, decision } of sources.map(sourceEntry)) {
      if (!isAssumed) continue;
      const { place, ...about } = placeOf(document, path);
      yield { name: `${place}#${decision}`, path, part: locator || 'all of it', decision, sources, ...about };
    }
  }
}

function* sourcesIn(node: unknown, path: string[]): Generator<{ path: string[]; sources: string[] }> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'x-source') yield* sourcesIn(value, [...path, key]);
    else if (Array.isArray(value)) yield { path, sources: value.map(String) };
  }
}

/** The place of a fact, as its name begins. */
function placeOf(document: Document, path: string[]): { place: string; operation?: string; row?: number } {
  const [root = '', first = '', second = '', third, ...rest] = path;
  switch (root) {
    case 'paths': {
      const paths = document.paths as Record<string, Record<string, Operation>>;
      const { operationId: operation = '', 'x-lifecycle': rules = [] } = paths[first]?.[second] ?? {};
      const row = Number(rest[0]);
      const rule = third === 'x-lifecycle' ? rules[row] : undefined;
      return rule ? { place: `${operation}${rowName(rule)}`, operation, row } : { place: operation, operation };
    }
    case 'components':
      return { place: [`${first}/${second}`, ...rest.filter((key) => key !== 'properties')].join('.') };
    case 'x-errors':
      return { place: `errors/${first}` };
    case 'x-conditions':
      return { place: `conditions/${first}` };
    case 'x-simulated':
      return { place: `simulated/${document['x-simulated'][first]?.[Number(second)]?.name ?? join([first, second])}` };
    default:
      return { place: path.join('/') };
  }
}

/** The conditions of a row that tell it from the others of its table: `(is_planned=true)@Source/Asynchronous`. */
function rowName({
  when = {},
  paused_in: pausedIn,
  roles = [],
  types = [],
  resource_types: kinds = [],
}: LifecycleRule): string {
  const fields = [
    ...Object.entries(when).map(([name, value]) => `${name}=${String(value)}`),
    ...(pausedIn ? [`paused_in=${pausedIn.join('|')}`] : []),
  ];
  const where = [roles, types, kinds].map((some) => some.join('|')).filter((some) => some !== '');
  return [fields.length > 0 ? `(${fields.join(',')})` : '', where.length > 0 ? `@${where.join('/')}` : ''].join('');
}
