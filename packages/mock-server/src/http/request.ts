import type { Answer } from './answer.js';

/** A request, with its path below `/api/rest` and its body parsed. */
export interface Request {
  readonly method: string;
  /** Path and query, as the client sent them. */
  readonly target: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The answer to a request that cannot be understood. Only method, target and headers are known of such a request. */
  readonly problem?: Answer;
}

/** The value of a query parameter; the last one if the request repeats it. */
export function parameter({ query }: Request, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value.at(-1) : value;
}

/** Whether the client asks for a job. OpenStack's driver writes `True`. */
export const isAsync = (request: Request): boolean => parameter(request, 'is_async')?.toLowerCase() === 'true';

/** The id in the path `/<resource>/<id>[/<action>]`. */
export function idOf({ path }: Request): string {
  const [, , id = ''] = path.split('/');
  return id.includes('%') ? decodeURIComponent(id) : id;
}

/** Whether a request asks for internal attributes, as public clients do: `internal`, `Internal`, or `Partner`. */
export const hasInternalVisibility = ({ headers }: Request): boolean =>
  /^(internal|partner)$/i.test(headers['dell-visibility'] ?? '');
