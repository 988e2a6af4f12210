// Media types that tell nothing about an array. A header may hold anything, also where it has the form of a media type.
import { parse } from 'content-type';

const known = new Set([
  'application/hal+json',
  'application/javascript',
  'application/json',
  'application/json-seq',
  'application/x-ndjson',
  'application/octet-stream',
  'application/problem+json',
  'application/vnd.api+json',
  'application/x-www-form-urlencoded',
  'application/xhtml+xml',
  'application/xml',
  'application/yaml',
  'text/css',
  'text/csv',
  'text/html',
  'text/javascript',
  'text/json',
  'text/plain',
  'text/xml',
]);

const charset = /^(?:utf-?(?:8|16(?:le|be)?|32)|us-ascii|ascii|iso-8859-\d{1,2}|windows-12\d\d)$/i;

/** The media type of a header as a report may show it: `none` where it has none, and `unknown` where it is not a common one. */
export function mediaTypeOf(header: string | null): string {
  const { type } = parse(header ?? '');
  if (known.has(type)) return type;
  return /^[a-z]+\/[\w.+-]+$/.test(type) ? 'unknown' : 'none';
}

/** Whether a report may show the header as it is. */
export function isHarmlessContentType(header: string): boolean {
  const { type, parameters } = parse(header);
  return (
    known.has(type) &&
    header.length <= 80 &&
    Object.entries(parameters).every(([name, value]) => name === 'charset' && charset.test(value))
  );
}
