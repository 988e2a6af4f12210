import { isUndecodable } from './body-text.js';
import type { Exchange } from './exchange.js';

/** The next step of the person whose address leads to something else than a PowerStore. */
export const strangerRemedy =
  'Either it is no PowerStore, or something in between answers for it, such as a proxy or a load balancer. Check the address and its port.';

/** The answer to a list that every PowerStore has, in words, where no PowerStore answers so; its status says the rest. */
export function strangeAnswer(exchange: Exchange): string | undefined {
  const { status, headers, text, json } = exchange;
  if (isUndecodable(exchange)) return undefined;
  if (json === undefined && text !== '') {
    const isHtml = headers.get('content-type')?.includes('html') === true || /^\s*<(?:!doctype|html)/i.test(text);
    return `${isHtml ? 'a page of HTML' : 'a body that is not JSON'} (${status})`;
  }
  if (status === 404) return '404, but every PowerStore has this resource';
  return status < 300 && !Array.isArray(json) ? `something else than a list (${status})` : undefined;
}
