import { parseCookie } from 'cookie';
import { layersOf } from './decoded.js';
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
  const texts = [text, ...[...headers].filter(([name]) => !carriers.has(name)).map(([, it]) => it)].flatMap((it) =>
    layersOf(it).map((layer) => layer.text),
  );
  return (Object.entries(secrets) as [Secret, string[]][])
    .filter(([, all]) => formsOf(all).some((form) => texts.some((it) => it.includes(form))))
    .map(([name]) => name);
}

/**
 * Takes the secrets of a run out of texts: an array may send one as the name of an attribute or as a literal, in any form and in
 * small letters.
 */
export function secretHider(secrets: Iterable<string>, minCharacters = minSecretCharacters): (text: string) => string {
  const forms = formsOf(secrets, minCharacters).map(inSmallLetters);
  return (text) => {
    const found = layersOf(text).flatMap((layer) => {
      const searched = inSmallLetters(layer.text);
      return forms.flatMap((form) =>
        placesOf(form, searched).map((at) => ({ start: layer.place(at), end: layer.place(at + form.length) })),
      );
    });
    const shown: string[] = [];
    let last = 0;
    for (const { start, end } of found.toSorted((one, other) => one.start - other.start)) {
      if (start >= last) shown.push(text.slice(last, start), '⟨secret⟩');
      last = Math.max(last, end);
    }
    return found.length === 0 ? text : shown.join('') + text.slice(last);
  };
}

/** With as many characters as before, so that places stay the same. */
const inSmallLetters = (text: string): string =>
  text.replaceAll(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );

function placesOf(part: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** Secrets as they are, in base64 without padding, in hex, and each of them without a layer of what looks like an escape. */
function formsOf(secrets: Iterable<string>, minCharacters = minSecretCharacters): string[] {
  const encoded = [...secrets]
    .filter((secret) => secret.length >= minCharacters)
    .flatMap((secret) => {
      const bytes = Buffer.from(secret);
      const base64 = bytes.toString('base64').replace(/=+$/, '');
      return [secret, secret.replaceAll(' ', '+'), base64, bytes.toString('base64url'), bytes.toString('hex')];
    });
  return [...new Set(encoded.flatMap((secret) => layersOf(secret).map(({ text }) => text)))].filter(
    (it) => it.length >= minCharacters,
  );
}
