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
    .filter(([, all]) =>
      patternsOf(all, 'u').some(({ length, pattern }) => texts.some((it) => it.length >= length && pattern.test(it))),
    )
    .map(([name]) => name);
}

/**
 * Takes the secrets of a run out of texts: an array may send one as the name of an attribute or as a literal, in any form and in
 * small letters.
 */
export function secretHider(secrets: Iterable<string>, minCharacters = minSecretCharacters): (text: string) => string {
  const patterns = patternsOf(secrets, 'giu', minCharacters);
  return (text) =>
    patterns.reduce(
      (shown, { length, pattern }) => (shown.length < length ? shown : shown.replace(pattern, '⟨secret⟩')),
      text,
    );
}

/** A secret in all its forms. */
interface Pattern {
  /** No form has fewer characters. */
  length: number;
  pattern: RegExp;
}

/** Secrets as they are, in base64 without padding, and in hex; the longest first, as one may be in another. */
function patternsOf(secrets: Iterable<string>, flags: string, minCharacters = minSecretCharacters): Pattern[] {
  const encoded = [...secrets]
    .filter((secret) => secret.length >= minCharacters)
    .flatMap((secret) => {
      const bytes = Buffer.from(secret);
      return [secret, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url'), bytes.toString('hex')];
    });
  return [...new Set(encoded)]
    .toSorted((one, other) => other.length - one.length)
    .map((secret) => ({ length: secret.length, pattern: patternOf(secret, flags) }));
}

/** Each answer is searched for the same secrets, and a pattern takes its time to compile. The oldest go: each is some 20 kB. */
const compiled = new Map<string, RegExp>();
const mostCompiled = 300;

function patternOf(secret: string, flags: string): RegExp {
  const key = `${flags} ${secret}`;
  const known = compiled.get(key);
  if (known) return known;
  const pattern = new RegExp([...secret].map(writtenAs).join(''), flags);
  compiled.set(key, pattern);
  const [oldest] = compiled.keys();
  if (compiled.size > mostCompiled && oldest !== undefined) compiled.delete(oldest);
  return pattern;
}

/** The ways to write a character in JSON, HTML, a URL and a form, also of one within another. */
function writtenAs(character: string): string {
  const percent = [...Buffer.from(character)].map(
    (byte) => `%(?:25){0,2}${anyCase(byte.toString(16).padStart(2, '0'))}`,
  );
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index).toString(16));
  const point = character.codePointAt(0) ?? 0;
  const forms = [
    character.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`),
    units.map((unit) => String.raw`\\{1,4}u` + anyCase(unit.padStart(4, '0'))).join(''),
    percent.join(''),
    `&(?:amp;)?#0{0,6}(?:${point}|[xX]0{0,6}${anyCase(point.toString(16))});`,
    ...(entities[character] ?? []),
    ...(character === ' ' ? [String.raw`\+`] : []),
  ];
  return String.raw`\\{0,4}(?:${forms.join('|')})`;
}

const entities: Readonly<Record<string, readonly string[]>> = {
  '&': ['&amp;(?:amp;)?'],
  '<': ['&(?:amp;)?lt;'],
  '>': ['&(?:amp;)?gt;'],
  '"': ['&(?:amp;)?quot;'],
  "'": ['&(?:amp;)?apos;'],
};

const anyCase = (hex: string): string => hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
