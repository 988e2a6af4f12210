import type { WireAnswer, WireRequest } from './wire.js';

const mostCharacters = 200;

/** The headers of a request that are secret. A page that shows the request repeats them. */
const secretHeaders = ['authorization', 'cookie', 'dell-emc-token'];

/**
 * The beginning of an answer that is not in the shape of the contract, such as the page of a gateway: its printable
 * characters, without the secrets of the request.
 */
export function excerptOf({ headers }: Pick<WireRequest, 'headers'>, { text }: Pick<WireAnswer, 'text'>): string {
  const secrets = secretHeaders.flatMap((name) => headers[name]?.split(/^Basic |=/).filter(Boolean) ?? []);
  const shown = secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  // Control characters, and those that turn the direction of a text.
  const printable = shown.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  return printable.length > mostCharacters ? `${printable.slice(0, mostCharacters)}…` : printable;
}
