import { isSecretHeader } from './secret-headers.js';
import type { WireAnswer, WireRequest } from './wire.js';

const mostCharacters = 200;

/**
 * The beginning of an answer that is not in the shape of the contract, such as the page of a gateway: its printable
 * characters, without the secrets of the request.
 */
export function excerptOf({ headers }: Pick<WireRequest, 'headers'>, { text }: Pick<WireAnswer, 'text'>): string {
  // A page that shows the request repeats them.
  const secrets = Object.entries(headers).flatMap(([name, value]) =>
    isSecretHeader(name) ? value.split(/^Basic |=/).filter(Boolean) : [],
  );
  const shown = secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  return printable(shown, mostCharacters);
}

/** The beginning of a text that is not ours, without control characters and those that turn the direction of a text. */
export function printable(text: string, most: number): string {
  const all = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  return all.length > most ? `${all.slice(0, most)}…` : all;
}
