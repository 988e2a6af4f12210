import { parseCookie } from 'cookie';
import type { Exchange } from '../http/exchange.js';
import type { Target } from '../target/target.js';

/** The secrets in the requests of a login session: the `Cookie` header and the DELL-EMC-TOKEN. */
export interface Credentials {
  cookie: string;
  token: string;
}

/** Sent in place of a cookie, a token or a password. It is hidden like them, for nobody can tell it from them. */
export const madeUpSecret = 'cG93ZXJzdG9yZS1jb250cmFjdC1ub2JvZHk';

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

/** The `Authorization` of a user without its padding: an array may repeat that, too. */
const basicOf = ({ username, password }: Pick<Target, 'username' | 'password'>): string =>
  Buffer.from(`${username}:${password}`).toString('base64').replace(/=+$/, '');

/** The password in both forms in which it is sent. */
export const passwordsOf = (target: Pick<Target, 'username' | 'password'>): string[] => [
  target.password,
  basicOf(target),
];

type Secret = 'password' | 'cookie' | 'token';

/** The secrets of the run that an answer repeats where it should not. */
export function echoes(
  { headers, text }: Exchange,
  target: Pick<Target, 'username' | 'password'>,
  { cookie, token }: Credentials,
): Secret[] {
  const secrets: Record<Secret, string[]> = {
    password: passwordsOf(target),
    cookie: [cookieValueOf(cookie)],
    token: [token],
  };
  const texts = [text, ...[...headers].filter(([name]) => !carriers.has(name)).map(([, it]) => it)];
  return (Object.entries(secrets) as [Secret, string[]][])
    .filter(([, all]) => formsOf(all).some((form) => texts.some((it) => it.includes(form))))
    .map(([name]) => name);
}

/** A text without the secrets of a run: an array may send one as the name of an attribute or as a literal. */
export const hideSecrets = (text: string, secrets: Iterable<string>, minCharacters = minSecretCharacters): string =>
  formsOf([...secrets], minCharacters).reduce((shown, form) => shown.replaceAll(form, '⟨secret⟩'), text);

/** Secrets as they are, in JSON, in a URL, and in a form. */
const formsOf = (secrets: readonly string[], minCharacters = minSecretCharacters): string[] => [
  ...new Set(
    secrets
      .filter((secret) => secret.length >= minCharacters)
      .flatMap((secret) => {
        const encoded = encodeURIComponent(secret);
        return [secret, JSON.stringify(secret).slice(1, -1), encoded, encoded.replaceAll('%20', '+')];
      }),
  ),
];
