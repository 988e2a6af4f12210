import type { SentExchange } from '../array/http/exchange.js';
import { redactExchange, type Redactor } from '../array/secrecy/redact.js';
import type { Site } from '../array/target/target.js';
import type { ShownEvidence } from '../findings/evidence.js';
import { redactedCurl } from './curl.js';

/** The request of a finding and its answer as a report may show them. Of a list, it has the rows concerned where they are in it. */
export function shownEvidence(
  redactor: Redactor,
  exchange: SentExchange,
  { site, rows = [] }: { site: Site; rows?: readonly unknown[] | undefined },
): ShownEvidence {
  const {
    operation: _operation,
    request: _request,
    status: _status,
    ...shown
  } = redactExchange(redactor, exchange, rows);
  const isWrite = exchange.sentRequest.method !== 'GET';
  return { curl: redactedCurl(redactor, exchange, site), ...(isWrite && { isWrite }), ...shown };
}
