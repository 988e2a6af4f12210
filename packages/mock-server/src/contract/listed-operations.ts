// Every operation of the API, those included that the contract does not describe.
import { contractDocument } from './document.js';

interface ListedOperation {
  method: string;
  /** The path below the resource, in parts; a part in braces stands for any text. */
  parts: readonly string[];
  /** The release that added it. */
  since: string;
}

let byResource: ReadonlyMap<string, readonly ListedOperation[]> | undefined;

/** Read on first use: nearly every request is for an operation that the contract describes. */
function operationsOf(resource: string): readonly ListedOperation[] {
  byResource ??= new Map(
    Object.entries(contractDocument()['x-operations']).map(([name, releases]) => [name, parse(releases)]),
  );
  return byResource.get(resource) ?? [];
}

/** Reads `GET, PATCH {id}, POST {id}/snapshot` of each release. */
const parse = (releases: Readonly<Record<string, string>>): ListedOperation[] =>
  Object.entries(releases).flatMap(([since, operations]) =>
    operations.split(', ').map((operation) => {
      const [method = '', rest] = operation.split(' ');
      return { method, parts: rest?.split('/') ?? [], since };
    }),
  );

/** The operations on a path, each by its method and with the release that added it. */
export function operationsAt(path: string): readonly ListedOperation[] {
  const [, resource = '', ...parts] = path.split('/');
  const found = operationsOf(resource).filter((it) => fits(it.parts, parts));
  // `validate_create` is an operation of its own, not an id.
  const exact = found.filter((it) => it.parts.every((part) => !part.startsWith('{')));
  return exact.length > 0 ? exact : found;
}

const fits = (pattern: readonly string[], parts: readonly string[]): boolean =>
  pattern.length === parts.length &&
  pattern.every((part, at) => (part.startsWith('{') ? parts[at] !== '' : part === parts[at]));
