import { parseCookie } from 'cookie';
import type { Exchange } from './exchange.js';
import type { Target } from './target.js';

/** The secrets in the requests of a login session: the `Cookie` header and the DELL-EMC-TOKEN. */
export interface Credentials {
  cookie: string;
  token: string;
}

/** The headers in which an array hands out secrets. */
const carriers = new Set(['set-cookie', 'dell-emc-token']);

/** The headers of an answer without the secrets that it hands out. */
export const withoutSecrets = (headers: Headers): Headers =>
  new Headers([...headers].filter(([name]) => !carriers.has(name)));

/** An answer may have shorter texts for other reasons. */
const minSecretCharacters = 8;

/** The value in a `Cookie` header. */
export const cookieValueOf = (cookie: string): string =>
  Object.values(parseCookie(cookie, { decode: (it) => it }))[0] ?? '';

type Secret = 'password' | 'cookie' | 'token';

/** The secrets of the run that an answer repeats where it should not. */
export function echoes(
  { headers, text }: Exchange,
  { password }: Pick<Target, 'password'>,
  { cookie, token }: Credentials,
): Secret[] {
  const value = cookieValueOf(cookie);
  const secrets: Record<Secret, string> = { password, cookie: value, token };
  const texts = [text, ...[...headers].filter(([name]) => !carriers.has(name)).map(([, it]) => it)];
  return (Object.entries(secrets) as [Secret, string][])
    .filter(([, secret]) => secret.length >= minSecretCharacters)
    .filter(([, secret]) => forms(secret).some((form) => texts.some((it) => it.includes(form))))
    .map(([name]) => name);
}

/** A text without the secrets of a run: an array may send one as the name of an attribute or as a literal. */
export const hideSecrets = (text: string, secrets: Iterable<string>): string =>
  [...secrets]
    .filter((secret) => secret.length >= minSecretCharacters)
    .flatMap(forms)
    .reduce((shown, form) => shown.replaceAll(form, '⟨secret⟩'), text);

/** A secret as it is, in JSON, and in a URL. */
const forms = (secret: string): string[] => [
  ...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]),
];
