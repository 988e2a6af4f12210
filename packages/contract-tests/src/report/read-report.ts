import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { InputError } from '@powerstore-api/types';
import type { Report } from './report.js';

let compiled: ValidateFunction<Report> | undefined;

/** Only who reads a report waits for it to be compiled. */
function validator(): ValidateFunction<Report> {
  if (compiled) return compiled;
  const ajv = new Ajv2020();
  addFormats.default(ajv);
  const schema = createRequire(import.meta.url)('../../docs/report.schema.json') as object;
  return (compiled = ajv.compile<Report>(schema));
}

/**
 * A report that a run wrote with `--json`.
 *
 * @throws InputError when the file cannot be read, is no report, or one of another format.
 */
export async function readReport(file: string): Promise<Report> {
  const json = parse(file, await readText(file));
  const { format } = (json ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format !== 1)
    throw new InputError(
      `${file} is a report of format ${format}, and this version reads format 1. Compare it with the version that wrote it.`,
    );
  const isReport = validator();
  if (isReport(json)) return json;
  const [{ instancePath = '', message = '' } = {}] = isReport.errors ?? [];
  throw new InputError(
    `${file} is no report of powerstore-contract: ${instancePath || 'what it holds'} ${message}. Write one with --json.`,
  );
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new InputError(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Name a report that a run wrote with --json.`,
    );
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${file} is no report of powerstore-contract: it is no JSON. Write one with --json.`);
  }
}
