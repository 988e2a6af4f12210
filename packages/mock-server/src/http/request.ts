import type { Answer } from './answer.js';

/** A request as the mock works on it: body parsed, path below `/api/rest`. */
export interface Request {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Why it cannot be understood; then there is no more of it than its method and what it was sent to. */
  readonly problem?: Answer;
}

/** One value of a query parameter; the last one where it was given more than once. */
export function parameter({ query }: Request, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value.at(-1) : value;
}

/** Whether a job is asked for. OpenStack's driver writes `True`. */
export const isAsync = (request: Request): boolean => parameter(request, 'is_async')?.toLowerCase() === 'true';

/** The id in the path `/<resource>/<id>[/<action>]`. */
export function idOf({ path }: Request): string {
  const [, , id = ''] = path.split('/');
  return id.includes('%') ? decodeURIComponent(id) : id;
}
