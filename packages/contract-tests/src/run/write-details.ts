import { resolve } from 'node:path';
import { printable } from '@powerstore-api/settings';
import type { Connections } from '../array/http/connection.js';
import { describeDetails } from '../evidence/describe-details.js';
import type { Details } from '../evidence/details.js';
import type { FindingId } from '../findings/finding-kinds.js';
import { writePrivate } from '../report/private-file.js';
import type { Report } from '../report/report.js';
import { placesOf } from '../report/reported-finding.js';

/**
 * Writes the details of a run to a file that only its owner can read, and returns the line that says so.
 *
 * @throws InputError where the file cannot be written.
 */
export async function writeDetails(
  file: string,
  details: Details,
  { started, connections, report }: { started: Date; connections: Connections; report?: Report },
): Promise<string> {
  const all = Object.values(connections);
  const secrets = all.flatMap(({ arraySession }) => [...arraySession.secrets]);
  const arrays = all.map(({ target }) => target);
  const failing = placesOf(report?.findings ?? []).filter(({ id }) => id === ('operation.fails' satisfies FindingId));
  await writePrivate(file, describeDetails(details.all(failing), { started, arrays, secrets }));
  return printable(
    `The details are in ${resolve(file)}. They hold values of the array, and no password: only you can read the file, and it is not for others.`,
  );
}
