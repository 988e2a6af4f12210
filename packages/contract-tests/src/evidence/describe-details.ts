// The file of the details: YAML, so that a person can read it, copy the commands, and a program can read it as well.
import { printableLines } from '@powerstore-api/settings';
import { Document, isScalar, visit } from 'yaml';
import { mapTexts } from '../array/secrecy/map-texts.js';
import { secretHider, withoutSecrets } from '../array/secrecy/secrets.js';
import type { Target } from '../array/target/target.js';
import { curlOf, loginCommands } from './curl.js';
import type { Detail } from './details.js';

/** The arrays of the run, and the secrets that it has used so far. */
export interface DetailsFacts {
  started: Date;
  arrays: readonly Pick<Target, 'site' | 'label' | 'url'>[];
  secrets: Iterable<string>;
}

const comment = `# The details of a run of powerstore-contract. They hold values of the array: keep this file to yourself, and delete it
# when you do not need it any more. It has no password, no cookie and no token.
#
# curl sends the request of a finding again. Log in first, with the commands below "login".
`;

/** The content of the file. No secret is in it, in whatever form the array repeats it. */
export function describeDetails(details: readonly Detail[], { started, arrays, secrets }: DetailsFacts): string {
  // Also a short secret, which an answer may have for another reason.
  const hide = secretHider(secrets, 1);
  const shown = (text: string): string => printableLines(beginning(text, hide));
  const data = {
    started: started.toISOString(),
    arrays: arrays.map(({ site, label, url }) => ({ array: site, label, url, login: loginCommands(site, url) })),
    findings: details.map(describeDetail),
  };
  const document = new Document(mapTexts(data, shown), { aliasDuplicateObjects: false });
  visit(document, {
    // Whoever copies a command has to get it as it is, without the escapes of a quoted text.
    Pair(_index, { key, value }) {
      if (isScalar(key) && key.value === 'curl' && isScalar(value)) value.type = 'BLOCK_LITERAL';
    },
  });
  return comment + document.toString({ lineWidth: 0 });
}

function describeDetail({ finding, site, exchange, expected, actual, rows }: Detail) {
  const { id, severity, message, place, subject } = finding;
  const { sentRequest, status, headers, text } = exchange;
  return {
    finding: id,
    severity,
    message,
    ...(place !== undefined && { place }),
    ...(subject !== undefined && { subject }),
    array: site,
    expected: expected ?? null,
    actual: actual ?? null,
    ...(rows && { rows }),
    ...(sentRequest.method !== 'GET' && { note: 'The run sent this write. Sent again, it changes the array again.' }),
    curl: curlOf(exchange, site),
    request: {
      method: sentRequest.method,
      url: sentRequest.url,
      headers: sentRequest.headers,
      ...(sentRequest.body !== undefined && { body: sentRequest.body }),
    },
    answer: { status, headers: Object.fromEntries(withoutSecrets(headers)), body: text },
  };
}

/** No answer about one row is longer. */
const maxCharacters = 20_000;

/** A text, or its beginning, without secrets. They go first: what is left of one at the end would not be known as one. */
function beginning(text: string, hide: (text: string) => string): string {
  if (text.length <= maxCharacters) return hide(text);
  const begun = hide(text.slice(0, 2 * maxCharacters)).slice(0, maxCharacters);
  return `${begun}… and ${text.length - maxCharacters} more characters`;
}
