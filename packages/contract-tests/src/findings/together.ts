// What findings at many places have in common is one finding with places.
import { type Finding, findingKey } from './finding.js';
import { type FindingId, findingKinds } from './finding-kinds.js';
import { lackIds } from './lacks.js';

/** Kinds whose subject says what is wrong, such as a header. The subject of the others only says where it is wrong. */
const subjectIsFault: ReadonlySet<string> = new Set<FindingId>([
  'action.job',
  'assumption.contradicted',
  'attribute.unknown',
  'auth.cookie-attributes',
  'auth.echo',
  'auth.open',
  'body.encoding',
  'body.media-type',
  'header.format',
  'header.missing',
  'release.deprecated',
  ...lackIds,
]);

/** What a finding has in common with others of its kind. It is one fault where it is equal, whatever the place. */
export function commonOf({ id, common, status, place, subject = '' }: Omit<Finding, 'remedy' | 'severity'>): string {
  if (common !== undefined) return common;
  const [action = ''] = subject.split(/[@(]/);
  switch (id) {
    case 'status.unexpected':
      return `${status} ${action}`.trim();
    case 'status.undocumented':
      return String(status);
    case 'operation.fails':
    case 'literal.unknown':
      return `${place ?? ''} ${subject}`.trim();
    case 'body.schema':
      return place ?? subject;
    default:
      if (subjectIsFault.has(id) || !Object.hasOwn(findingKinds, id)) return subject;
      return id.startsWith('action.') ? action : '';
  }
}

/** Findings with one cause, in the order in which the first of each was found. */
export function together<T extends Finding>(findings: readonly T[]): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.id, commonOf(finding)]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/** The sentence for findings with one cause: theirs where it is the same, and otherwise that of their kind. */
export function commonMessage([first, ...others]: readonly [Finding, ...Finding[]]): string {
  if (others.every(({ message }) => message === first.message)) return first.message;
  if (!Object.hasOwn(findingKinds, first.id)) return first.message;
  const { title } = findingKinds[first.id as FindingId];
  const common = commonOf(first);
  return `${title}${common === '' ? '' : ` (${common})`}.`;
}

/** An answer in which something was found, and the names that tell what is wrong with it, where they differ. */
export interface Spot {
  where: string;
  subjects: string[];
}

/** The places of a finding by operation and status: an attribute of a hundred is no line of its own. */
export function spotsOf(places: readonly Pick<Finding, 'operation' | 'request' | 'status' | 'subject'>[]): Spot[] {
  const differ = new Set(places.map(({ subject }) => subject)).size > 1;
  const spots = new Map<string, Spot>();
  for (const { operation, request, status, subject } of places) {
    const key = `${operation} ${status}`;
    // The query of one of several requests says little.
    const asked = places.length > 1 ? request.replace(/\?.*/s, '') : request;
    const spot = spots.get(key) ?? { where: `${asked} → ${status} (${operation})`, subjects: [] };
    if (differ && subject !== undefined && !spot.subjects.includes(subject)) spot.subjects.push(subject);
    spots.set(key, spot);
  }
  return [...spots.values()];
}

/** The places of findings with one cause, each once, as it was found first. */
export function distinct<T extends Finding>(findings: readonly T[]): T[] {
  const first = new Map<string, T>();
  for (const finding of findings) if (!first.has(findingKey(finding))) first.set(findingKey(finding), finding);
  return [...first.values()];
}
