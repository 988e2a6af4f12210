import { createRequire } from 'node:module';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { InputError } from '@powerstore-api/types';
import { readJsonFile } from './json-file.js';
import { type Report, reportFormat } from './report.js';

let compiled: ValidateFunction<Report> | undefined;

/** Compiled when the first report is read. */
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
 * @throws InputError when the file cannot be read, is not a report, or has another format.
 */
export function readReport(file: string): Report {
  const json = readJsonFile(file, 'report');
  const { format } = (json ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format !== reportFormat) {
    const remedy =
      format < reportFormat
        ? 'Run again with --json to write a new one, or use the version that wrote it.'
        : 'Use the version that wrote it, or a newer one.';
    throw new InputError(
      `${file} is a report of format ${format}, and this version reads format ${reportFormat}. ${remedy}`,
    );
  }
  const isReport = validator();
  if (isReport(json)) return json;
  const [{ instancePath = '', message = '' } = {}] = isReport.errors ?? [];
  throw new InputError(
    `${file} is not a report of powerstore-contract: ${instancePath || 'its content'} ${message}. Write a report with --json.`,
  );
}
