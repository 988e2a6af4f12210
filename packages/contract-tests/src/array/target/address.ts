/** The problem with the address of an array, without the address: it may hold a password. `undefined` where there is none. */
export function problemOfAddress(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return 'is not a URL';
  if (parsed.username !== '' || parsed.password !== '') return 'holds credentials, which have settings of their own';
  if (!/^\/(api\/rest\/?)?$/.test(parsed.pathname) || parsed.search !== '') return 'has a path';
  return undefined;
}

/** How to write an address that has a problem. */
export const addressRemedy = 'Write it as https://array-a.example.com';
