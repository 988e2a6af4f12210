/** What is wrong with a base URL by which a password goes over a network as it is; `undefined` if nothing is. */
export function plainHttpWarning(base: string): string | undefined {
  const { protocol, hostname, host } = new URL(base);
  // Loopback: RFC 6761, section 6.3; RFC 6890. `URL` writes every IPv4 address with four numbers.
  if (protocol !== 'http:' || /^((.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) return undefined;
  return `http://${host} is plain HTTP: anyone between you and the array can read the password. Use https://.`;
}
