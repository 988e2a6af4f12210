import { readFile } from 'node:fs/promises';
import type { Report } from './report.js';
import { CannotRunError } from './target.js';

/**
 * A report that a run wrote with `--json`.
 *
 * @throws CannotRunError when the file cannot be read, is no report, or one of another format.
 */
export async function readReport(file: string): Promise<Report> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new CannotRunError(
      `${file} is no report of powerstore-contract (${(error as Error).message}). Write one with --json.`,
    );
  }
  if ((json as Partial<Report> | null)?.format === 1) return json as Report;
  throw new CannotRunError(`${file} is no report of format 1. Write one with --json.`);
}
