// The command that sends a request again. It has no secret in it: curl reads the cookie and the token from files, which the login
// commands write.
import { type SentExchange, type SentRequest, shownValue } from '../array/http/exchange.js';
import type { Redactor } from '../array/secrecy/redact.js';
import { namesOf } from '../array/target/setting-names.js';
import { operationOf } from '../array/target/permit.js';
import type { Site } from '../array/target/target.js';
import { unknownId } from '../contract/resources.js';
import { shellWord } from './shell-word.js';

const cookiesOf = (site: Site): string => `powerstore-${site}.cookies`;
const tokenOf = (site: Site): string => `powerstore-${site}.token`;
const variableOf = (name: 'url' | 'username', site: Site): string => `"$${namesOf(name, site).variable}"`;

/**
 * The commands that log in to an array, for the ones that {@link curlOf} and {@link redactedCurl} return. curl asks for the
 * password. `POWERSTORE_URL` has to be set, unless an address is given.
 */
export const loginCommands = (site: Site, url?: string): string =>
  [
    ...(url === undefined ? [] : [`export ${namesOf('url', site).variable}=${shellWord(url)}`]),
    'umask 077',
    `curl -sS -u ${variableOf('username', site)} -c ${cookiesOf(site)} -D - -o /dev/null ${variableOf('url', site)}/api/rest/login_session | tr -d '\\r' | grep -i '^dell-emc-token:' > ${tokenOf(site)}`,
  ].join('\n');

/** The command with the address and the values of the array. */
export const curlOf = ({ sentRequest, headers }: SentExchange, site: Site): string => {
  const { login } = sentRequest;
  const words = { ...sentRequest, user: typeof login === 'object' ? shellWord(login.username) : '' };
  return write(words, shellWord(sentRequest.url), site, headers);
};

/** The command as a report may show it: with variables and references in place of what tells whose array it is. */
export function redactedCurl(redactor: Redactor, { sentRequest, headers }: SentExchange, site: Site): string {
  const { method, url, body, headers: sent } = sentRequest;
  const { pathname, searchParams } = new URL(url);
  const operation = operationOf({ method, path: pathname.replace(/^\/api\/rest/, '') });
  const query = [...searchParams].map(([name, value]) => `${name}=${shownValue(name, value, Infinity)}`).join('&');
  const path = operation ? operation.path.replace('{id}', () => shownId(redactor, operation.id)) : '/…';
  return write(
    {
      ...sentRequest,
      headers: Object.fromEntries(
        Object.entries(sent).map(([name, value]) => [name, harmless.test(value) ? value : redactor.reference(value)]),
      ),
      user: variableOf('username', site),
      ...(body !== undefined && { body: JSON.stringify(redactor.value(JSON.parse(body))) }),
    },
    `${variableOf('url', site)}${shellWord(`/api/rest${path}${query === '' ? '' : `?${query}`}`)}`,
    site,
    headers,
  );
}

/** Values of headers that hold nothing of the array: media types, languages and ranges. */
const harmless = /^([a-z*]+\/[a-z.+*-]{1,40}|[a-z]{2}(-[A-Z]{2})?|(items=)?\d{1,12}-\d{0,12})$/;

function shownId(redactor: Redactor, id: string): string {
  if (id === unknownId) return id;
  return id.startsWith('name:') ? `name:${redactor.reference(id.slice('name:'.length))}` : redactor.reference(id);
}

const header = (text: string): string => ` -H ${shellWord(text)}`;

function write(
  { method, login, withToken, otherCredentials, headers, body, user }: Omit<SentRequest, 'url'> & { user: string },
  address: string,
  site: Site,
  answered: Headers,
): string {
  return [
    'curl -i',
    // Braces and brackets have a meaning for curl.
    /[[\]{}]/.test(address) ? ' -g' : '',
    answered.has('content-encoding') ? ' --compressed' : '',
    method === 'GET' ? '' : ` -X ${method}`,
    login === 'session' && !('cookie' in otherCredentials) ? ` -b ${cookiesOf(site)}` : '',
    typeof login === 'object' && !('authorization' in otherCredentials) ? ` -u ${user}` : '',
    withToken && !('dell-emc-token' in otherCredentials) ? ` -H @${tokenOf(site)}` : '',
    ...Object.entries(otherCredentials).map(([name, { isEmpty }]) =>
      isEmpty ? header(`${name};`) : ` -H "${name}: $OTHER_${name.replaceAll('-', '_').toUpperCase()}"`,
    ),
    ...Object.entries(headers).map(([name, value]) => header(`${name}: ${value}`)),
    body === undefined ? '' : ` --data-raw ${shellWord(body)}`,
    ` ${address}`,
  ].join('');
}
