/** A request as the mock works on it: body parsed, path below `/api/rest`. */
export interface MockRequest {
  method: string;
  /** Path and query as they were sent. */
  target: string;
  path: string;
  query: Record<string, string | string[]>;
  /** Names in lower case. */
  headers: Record<string, string>;
  body?: unknown;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Sent as JSON; nothing is sent for `undefined`. */
  body?: unknown;
  /** Something that goes wrong with the sending of it. */
  trouble?: Trouble;
}

/** What a network does to an answer. */
export interface Trouble {
  /**
   * `reset`: the connection is reset before anything arrives; `stall`: nothing ever arrives; `cut`: the connection ends
   * half way through the body; `slow`: it arrives late.
   */
  kind: 'reset' | 'stall' | 'cut' | 'slow';
  /** Milliseconds by which a slow answer is late. */
  delay?: number;
}

/** One value of a query parameter; the last one where it was given more than once. */
export function parameter(request: MockRequest, name: string): string | undefined {
  const value = request.query[name];
  return Array.isArray(value) ? value.at(-1) : value;
}

/** Whether the answer is to be a job. OpenStack's driver writes `True`. */
export const isAsync = (request: MockRequest): boolean => parameter(request, 'is_async')?.toLowerCase() === 'true';

/** The id in the path `/<resource>/<id>[/<action>]`. */
export function idOf({ path }: MockRequest): string {
  const [, , id = ''] = path.split('/');
  return id.includes('%') ? decodeURIComponent(id) : id;
}
