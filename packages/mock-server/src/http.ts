/** A request as the mock works on it: body parsed, path below `/api/rest`. */
export interface MockRequest {
  method: string;
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
}

/** One value of a query parameter; the last one where it was given more than once. */
export function parameter(request: MockRequest, name: string): string | undefined {
  const value = request.query[name];
  return Array.isArray(value) ? value.at(-1) : value;
}
