/**
 * Whether requests to a base URL leave this machine without TLS: anyone on the way can read the password.
 *
 * @example
 * ```ts
 * isInTheClear('http://array-a.example.com'); // true
 * isInTheClear('http://127.0.0.1:8080'); // false
 * ```
 */
export function isInTheClear(base: string): boolean {
  const { protocol, hostname } = new URL(base);
  // Loopback: RFC 6761, section 6.3; RFC 6890. `URL` writes every IPv4 address with four numbers.
  return protocol === 'http:' && !/^((.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
