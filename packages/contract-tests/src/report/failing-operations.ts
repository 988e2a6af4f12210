// An operation that the array never carries out: all that a run finds there has one cause.
import type { Finding } from '../findings/finding.js';
import { findingKinds } from '../findings/finding-kinds.js';
import { distinct } from '../findings/together.js';
import type { CheckRecord } from './check-record.js';

/** The records with one finding for each operation that the array never carried out, in place of all that follows from it. */
export function withFailingOperations(records: readonly CheckRecord[]): CheckRecord[] {
  const failing = failingIn(records);
  if (failing.size === 0) return [...records];
  const caused = (finding: Finding): Finding =>
    failing.get(finding.operation) === finding.status ? failureOf(finding) : finding;
  return records.map(({ findings, accepted, ...record }) => ({
    ...record,
    findings: distinct(findings.map(caused)),
    ...(accepted && {
      accepted: distinct(accepted.map((it) => ({ ...caused(it), reason: it.reason, expires: it.expires }))),
    }),
  }));
}

function failureOf({ operation, request: asked, status, evidence }: Finding): Finding {
  const { severity, remedy } = findingKinds['operation.fails'];
  const request = asked.replace(/\?.*/s, '');
  const message = `The array does not carry out ${request}: it answers with ${status}.`;
  const failure = { id: 'operation.fails', severity, operation, request, status, message, remedy };
  return { ...failure, ...(evidence && { evidence }) };
}

/** The status of each operation that never had a success, although a plain request should have one. */
function failingIn(records: readonly CheckRecord[]): Map<string, number> {
  const succeeding = new Set(
    records
      .flatMap(({ covered }) => covered)
      .map((item) => item.split(' '))
      .filter(([dimension, , status]) => dimension === 'status' && Number(status) < 400)
      .map(([, operation]) => operation),
  );
  return new Map(
    records
      .flatMap(({ findings, accepted = [] }) => [...findings, ...accepted])
      .filter(
        ({ id, subject, operation, status }) =>
          id === 'status.unexpected' && subject === undefined && status >= 400 && !succeeding.has(operation),
      )
      .map(({ operation, status }) => [operation, status]),
  );
}
