// JSON files that the commands write and read. People mistake one kind for another.
import { printableLines, readTextFile } from '@powerstore-api/settings';
import { InputError } from '@powerstore-api/types';
import { mapTexts } from '../array/secrecy/map-texts.js';

/** The kinds of files, each with the sentence that says how to get one. */
const remedies = {
  report: 'Write a report with --json.',
  recording: 'Write a recording with powerstore-contract record.',
} as const;

type Kind = keyof typeof remedies;

/**
 * The content of a JSON file, safe to print: anybody may have written it. Only another kind of file is refused; the caller checks whether the content is complete.
 *
 * @throws InputError where the file cannot be read, is not JSON, or is of another kind.
 */
export function readJsonFile(file: string, wanted: Kind): unknown {
  const remedy = remedies[wanted];
  const text = readTextFile(file, { what: wanted, remedy });
  let json: unknown;
  try {
    json = mapTexts<unknown>(JSON.parse(text), printableLines);
  } catch {
    throw new InputError(`${file} is not a ${wanted}: it is not JSON. ${remedy}`);
  }
  const kind = kindOf(json);
  if (kind === undefined || kind === wanted) return json;
  throw new InputError(`${file} is a ${kind}, not a ${wanted}. ${remedy}`);
}

/** The kind of a file, also of an older format; `undefined` for anything else. */
function kindOf(json: unknown): Kind | 'comparison of two reports' | undefined {
  const { arrays, checks, worse } = (json ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof worse === 'boolean') return 'comparison of two reports';
  if (Array.isArray(checks)) return 'report';
  return typeof arrays === 'object' && arrays !== null && 'a' in arrays ? 'recording' : undefined;
}
