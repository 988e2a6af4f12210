import { attributeOf, unknownAttribute } from './attribute.js';
import { badQuery, checkDepth } from './bad-query.js';
import type { Row } from './row.js';
import type { Store } from './store.js';

/** Reduces a row to the selected attributes. */
export type Projection = (row: Row) => Row;

/** The same, and counts the attributes that it writes. */
type Counting = (row: Row, written: { count: number }) => Row;

/** The names in a `select`, each with the selection in its parentheses. */
type Selection = Map<string, Selection>;

const onlyId: Selection = new Map([['id', new Map<string, Selection>()]]);

/** The last projections of each store. A client that polls asks for the same one again and again. */
const known = new WeakMap<Store, Map<string, Counting>>();
const maxProjections = 500;

/**
 * How many attributes an answer can have. Related resources can lead back to where they began, and each level multiplies them:
 * without a limit, one short query could take all memory.
 */
const maxWritten = 1_000_000;

/**
 * Reads `select`. The default is `id`, and `*` is every attribute. A related resource comes with its `id`, or with the
 * attributes in its parentheses. The result is for the rows of one answer.
 *
 * @throws HttpError with 400 if an attribute does not exist, or the text cannot be read or is too deep. The result throws it
 * if the answer becomes too large.
 */
export function readSelect(store: Store, resource: string, text = 'id'): Projection {
  let projections = known.get(store);
  if (!projections) known.set(store, (projections = new Map<string, Counting>()));
  const key = `${resource} ${text}`;
  let found = projections.get(key);
  if (!found) {
    found = projection(store, resource, parse(text));
    if (projections.size >= maxProjections) projections.clear();
    projections.set(key, found);
  }
  const counting = found;
  const written = { count: 0 };
  return (row) => counting(row, written);
}

function projection(store: Store, resource: string, selection: Selection): Counting {
  const steps = [...selection].flatMap(([name, inner]) =>
    name === '*'
      ? Object.keys(store.release.attributesOf(resource)).map((attribute) => step(store, resource, attribute, onlyId))
      : [step(store, resource, name, inner)],
  );
  return (row, written) => {
    written.count += steps.length;
    if (written.count > maxWritten)
      throw badQuery(
        `The answer would have more than ${maxWritten} attributes. Select fewer related resources, or set a smaller limit.`,
      );
    const chosen: Record<string, unknown> = {};
    for (const { name, valueOf } of steps) chosen[name] = valueOf(row, written);
    return chosen;
  };
}

interface Step {
  name: string;
  valueOf: (row: Row, written: { count: number }) => unknown;
}

function step(store: Store, resource: string, name: string, inner: Selection): Step {
  const info = attributeOf(store, resource, name);
  if (!info) throw unknownAttribute(store, resource, name);
  // An embedded object that is not a resource is always whole.
  if (info.related === undefined) return { name, valueOf: (row) => row[name] ?? null };
  const related = projection(store, info.related, inner.size > 0 ? inner : onlyId);
  const valueOf: Step['valueOf'] = (row, written) => {
    const found = store.related(resource, name, row);
    if (found === null) return null;
    return isList(found) ? found.map((it) => related(it, written)) : related(found, written);
  };
  return { name, valueOf };
}

const isList = (found: Row | readonly Row[]): found is readonly Row[] => Array.isArray(found);

/** Reads `a,b(c,d(e))`. */
function parse(text: string): Selection {
  const unreadable = () => badQuery(`select=${text} cannot be read. Write it as id,name,remote_system(name).`);
  const tokens = text.match(/[(),]|[^(),]+/g) ?? [];
  let position = 0;
  const list = (depth: number): Selection => {
    checkDepth('select', depth);
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
