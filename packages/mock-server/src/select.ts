import { attributes, relatedAttributes } from '@powerstore-api/types';
import { errorAnswer, Refusal } from './errors.js';

export type Row = Record<string, unknown>;

/** What a `select` asks for: attribute names, each with the selection inside its parentheses. */
type Selection = Map<string, Selection>;

/**
 * Reduces a row to what `select` asks for: `id` without one, everything for `*`, and of a related resource its `id`
 * or what stands in its parentheses.
 */
export function select(resource: string, text: string | undefined, row: Row): Row {
  const known = Object.keys(attributes[resource] ?? {});
  return project(row, parse(text ?? 'id'), known, resource);
}

function project(row: Row, selection: Selection, known: string[], resource: string): Row {
  const chosen: Row = {};
  for (const [name, inner] of selection) {
    if (name === '*') {
      for (const attribute of known) if (attribute in row) chosen[attribute] = row[attribute];
      continue;
    }
    const info = (attributes[resource] ?? relatedAttributes[resource])?.[name];
    if (!info) throw new Refusal(errorAnswer(400, `${resource} has no attribute ${name}.`, '0xE04040010005'));
    // Examples from older releases lack attributes of newer ones; null stands in where the contract allows it.
    const value = row[name] ?? (info.nullable ? null : row[name]);
    if (value === undefined) continue;
    const { related } = info;
    chosen[name] = related === undefined ? value : nested(value, inner.size > 0 ? inner : parse('id'), related);
  }
  return chosen;
}

function nested(value: unknown, selection: Selection, resource: string): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((it) => nested(it, selection, resource));
  return project(value as Row, selection, Object.keys(relatedAttributes[resource] ?? {}), resource);
}

/** Reads `a,b(c,d(e))`. */
function parse(text: string): Selection {
  const malformed = () => new Refusal(errorAnswer(400, `select=${text} cannot be read.`, '0xE04040010005'));
  const tokens = text.match(/[(),]|[^(),]+/g) ?? [];
  let position = 0;
  const list = (depth: number): Selection => {
    const selection: Selection = new Map();
    for (;;) {
      const name = tokens[position++]?.trim();
      if (name === undefined || !/^[\w*]+$/.test(name)) throw malformed();
      const inner = tokens[position] === '(' ? (position++, list(depth + 1)) : new Map<string, Selection>();
      selection.set(name, inner);
      const next = tokens[position++];
      if (next === ',') continue;
      if (next === (depth === 0 ? undefined : ')')) return selection;
      throw malformed();
    }
  };
  return list(0);
}
