import { attributeOf, attributesOf, badQuery } from './attribute.js';
import type { Row } from './row.js';

/** Reduces a row to what was selected. */
export type Projection = (row: Row) => Row;

/** What a `select` asks for: attribute names, each with the selection inside its parentheses. */
type Selection = Map<string, Selection>;

/**
 * Reads `select`: `id` without one, everything for `*`, and of a related resource its `id` or what stands in its
 * parentheses.
 *
 * @throws Refusal with 400 where an attribute does not exist, or the text cannot be read.
 */
export function readSelect(resource: string, text = 'id'): Projection {
  return projection(resource, parse(text));
}

function projection(resource: string, selection: Selection): Projection {
  const steps = [...selection].flatMap(([name, inner]) =>
    name === '*'
      ? Object.keys(attributesOf(resource)).map((attribute) => step(resource, attribute, undefined))
      : [step(resource, name, inner)],
  );
  return (row) => {
    const chosen: Row = {};
    for (const { name, valueOf } of steps) {
      const value = row[name];
      if (value !== undefined) chosen[name] = valueOf(value);
    }
    return chosen;
  };
}

interface Step {
  name: string;
  valueOf: (value: unknown) => unknown;
}

/** `inner` is what stands in parentheses, and `undefined` for an attribute that `*` stands for. */
function step(resource: string, name: string, inner: Selection | undefined): Step {
  const info = attributeOf(resource, name);
  if (!info) throw badQuery(`${resource} has no attribute ${name}.`);
  if (info.related === undefined) return { name, valueOf: (value) => value };
  const related = projection(info.related, inner !== undefined && inner.size > 0 ? inner : parse('id'));
  const valueOf = (value: unknown): unknown =>
    value === null ? null : Array.isArray(value) ? value.map((it) => related(it as Row)) : related(value as Row);
  return { name, valueOf };
}

/** Reads `a,b(c,d(e))`. */
function parse(text: string): Selection {
  const unreadable = () => badQuery(`select=${text} cannot be read.`);
  const tokens = text.match(/[(),]|[^(),]+/g) ?? [];
  let position = 0;
  const list = (depth: number): Selection => {
    const selection: Selection = new Map();
    for (;;) {
      const name = tokens[position++]?.trim();
      if (name === undefined || !/^[\w*]+$/.test(name)) throw unreadable();
      const inner = tokens[position] === '(' ? (position++, list(depth + 1)) : new Map<string, Selection>();
      selection.set(name, inner);
      const next = tokens[position++];
      if (next === ',') continue;
      if (next === (depth === 0 ? undefined : ')')) return selection;
      throw unreadable();
    }
  };
  return list(0);
}
