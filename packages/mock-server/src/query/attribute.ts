import { nearest } from '@powerstore-api/input';
import {
  type AttributeInfo,
  errorCodes,
  internalAttributes,
  isRelatedResource,
  isResource,
} from '@powerstore-api/types';
import { HttpError } from '../http/errors.js';
import { badQuery } from './bad-query.js';
import type { Row } from './row.js';
import type { Store } from './store.js';

/** An attribute to filter or sort by, or a JSON path into one (`remote_system->>name`). */
export interface Term {
  /** As the client wrote it. */
  name: string;
  /** The type by which its values are compared. */
  type: AttributeInfo['type'];
  list: boolean;
  ignoreCase: boolean;
  /** For an enum, its literals. */
  literals?: readonly string[];
  valueOf: (row: Row) => unknown;
  /** Whether it is an attribute of the row itself, not of a related resource. */
  own: boolean;
}

/**
 * Reads the name of an attribute to filter or sort by.
 *
 * @throws HttpError with 400 if the resource has no such attribute, or cannot be filtered by it.
 */
export function termOf(store: Store, resource: string, name: string): Term {
  const [attribute = '', ...path] = name.split(/->>?/);
  const info = attributeOf(store, resource, attribute);
  if (!info) throw badQuery(withoutAttribute(store, resource, attribute));
  if (path.length > 0) {
    const start = (row: Row): unknown =>
      info.related === undefined ? row[attribute] : store.related(resource, attribute, row);
    // The types inside an object are not known, and `->>` gives text anyway.
    return {
      name,
      type: 'string',
      list: false,
      ignoreCase: false,
      valueOf: (row) => textAt(start(row), path),
      own: false,
    };
  }
  if (!info.filterable) throw badQuery(`${resource} cannot be filtered or sorted by ${attribute}.`);
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

/** An attribute that arrays have and no public document mentions. The Python SDK selects one when it logs in. */
const internal: AttributeInfo = { type: 'string', added: '1.0.0.0', nullable: true, filterable: false };

/** The attribute of a resource, or of one that is only selected through another, if the release shows it to the request. */
export function attributeOf(
  { release, showsInternal }: Store,
  resource: string,
  name: string,
): AttributeInfo | undefined {
  const known = release.attributesOf(resource);
  if (Object.hasOwn(known, name)) return known[name];
  if (!isResource(resource) && !isRelatedResource(resource)) return undefined;
  const { since, names } = internalAttributes[resource] ?? {};
  const isShown = since !== undefined && (showsInternal || !release.has(since));
  return isShown && names?.includes(name) ? internal : undefined;
}

function textAt(value: unknown, path: readonly string[]): string | null {
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Row)[key] : null),
    value,
  );
  if (found === null || found === undefined) return null;
  return typeof found === 'object' ? JSON.stringify(found) : String(found);
}

/** The error for a selected name that is no attribute. */
export const unknownAttribute = (store: Store, resource: string, name: string): HttpError =>
  new HttpError(400, withoutAttribute(store, resource, name), errorCodes.unknown_attribute.code, [
    `${resource}.${name}`,
  ]);

/** Says that a name is no attribute, and which one the client may have meant. */
function withoutAttribute({ release }: Store, resource: string, name: string): string {
  if (name === '') return `The query lacks the name of an attribute of ${resource}.`;
  const meant = nearest(name, Object.keys(release.attributesOf(resource)));
  return `${resource} has no attribute ${name}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}
