import { type AttributeInfo, internalAttributes, isRelatedResource, isResource } from '@powerstore-api/types';
import { badQuery } from './bad-query.js';
import type { Row } from './row.js';
import type { Store } from './store.js';

/** Something to filter or sort by: an attribute, or a JSON path into one (`remote_system->>name`). */
export interface Term {
  /** As it was written. */
  name: string;
  /** How its values are compared. */
  type: AttributeInfo['type'];
  list: boolean;
  ignoreCase: boolean;
  /** Literals a value may be, for an enum. */
  literals?: readonly string[];
  valueOf: (row: Row) => unknown;
  /** Whether that is an attribute of the row itself, and not of something it leads to. */
  own: boolean;
}

/**
 * Reads the name of something to filter or sort by.
 *
 * @throws HttpError with 400 where the resource has no such attribute, or it cannot be filtered by.
 */
export function termOf(store: Store, resource: string, name: string): Term {
  const [attribute = '', ...path] = name.split(/->>?/);
  const info = attributeOf(store, resource, attribute);
  if (!info) throw badQuery(`${resource} has no attribute ${attribute}.`);
  if (path.length > 0) {
    const start = (row: Row): unknown =>
      info.related === undefined ? row[attribute] : store.related(resource, attribute, row);
    // The type inside of an object is not known; `->>` gives text anyway.
    return {
      name,
      type: 'string',
      list: false,
      ignoreCase: false,
      valueOf: (row) => textAt(start(row), path),
      own: false,
    };
  }
  if (!info.filterable) throw badQuery(`${attribute} of ${resource} cannot be filtered or sorted by.`);
  return {
    name,
    type: info.type,
    list: info.list === true,
    ignoreCase: info.ignoreCase === true,
    ...(info.enum !== undefined && { literals: store.release.literalsOf(info.enum) }),
    valueOf: (row) => row[attribute],
    own: true,
  };
}

/** Arrays have it, no public document does; it can be selected, as the Python SDK does on logging in. */
const internal: AttributeInfo = { type: 'string', added: '1.0.0.0', nullable: true, filterable: false };

/** What is known of an attribute of a resource, or of one that is only selected through another. */
export function attributeOf({ release }: Store, resource: string, name: string): AttributeInfo | undefined {
  const known = release.attributesOf(resource);
  if (Object.hasOwn(known, name)) return known[name];
  const isInternal =
    (isResource(resource) || isRelatedResource(resource)) && internalAttributes[resource]?.includes(name);
  return isInternal === true ? internal : undefined;
}

function textAt(value: unknown, path: readonly string[]): string | null {
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Row)[key] : null),
    value,
  );
  if (found === null || found === undefined) return null;
  return typeof found === 'object' ? JSON.stringify(found) : String(found);
}
