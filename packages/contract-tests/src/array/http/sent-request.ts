import type { SentRequest } from './exchange.js';
import type { GateRequest } from './gate.js';

/** Headers that hold credentials. */
const credentials: ReadonlySet<string> = new Set(['authorization', 'cookie', 'dell-emc-token']);

/** A request without the secrets in it, and the login that it carries. */
export function sentRequestOf(
  { method, url, headers, body }: GateRequest,
  login: Readonly<Record<string, string>>,
  username: string,
): SentRequest {
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method,
    url,
    headers: Object.fromEntries(given.filter(([name]) => !credentials.has(name))),
    // A header of the check takes the place of that of the login.
    login: 'authorization' in login ? { username } : login['cookie'] ? 'session' : 'anonymous',
    withToken: Boolean(login['dell-emc-token']),
    otherCredentials: Object.fromEntries(
      given.filter(([name]) => credentials.has(name)).map(([name, value]) => [name, { isEmpty: value === '' }]),
    ),
    ...(body !== undefined && { body }),
  };
}
