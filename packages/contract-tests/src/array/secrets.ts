import type { Exchange } from './exchange.js';
import type { ArraySession } from './array-session.js';
import type { Target } from './target.js';

/** Headers that secrets are handed out in. */
const carriers = new Set(['set-cookie', 'dell-emc-token']);

/** Shorter ones are words that an answer may have for other reasons. */
const shortest = 8;

/** Which secrets of the run an answer repeats where it should not, by what they are. */
export function echoes(
  { headers, text }: Exchange,
  { password }: Pick<Target, 'password'>,
  { cookie, token }: ArraySession['held'],
): string[] {
  const secrets = { password, cookie: cookie.slice(cookie.indexOf('=') + 1), token };
  const said = [text, ...[...headers].filter(([name]) => !carriers.has(name)).map(([, value]) => value)];
  return Object.entries(secrets)
    .filter(([, secret]) => secret.length >= shortest)
    .filter(([, secret]) => forms(secret).some((form) => said.some((it) => it.includes(form))))
    .map(([name]) => name);
}

/** A secret as it is, and as JSON and a URL have it. */
const forms = (secret: string): string[] => [
  ...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]),
];
