import { operations } from '@powerstore-api/types';
import { documentedAnswer } from './contract.js';
import type { Exchange } from './exchange.js';
import type { Finding } from './finding.js';

/** Compares one answer with the contract: its status, its headers, its media type and its body. */
export function judge(exchange: Exchange): Finding[] {
  const { operationId, request, status, headers, text, json } = exchange;
  const found = (id: string, what: string, remedy: string): Finding => ({
    id,
    operationId,
    request,
    status,
    what,
    remedy,
  });
  const answer = documentedAnswer(operationId, status);
  if (!answer) {
    const documented = operations[operationId].statuses.join(', ');
    return [
      found(
        'status.undocumented',
        `${status} is not among the documented ${documented}`,
        'Document the status, or make the array answer with one that is.',
      ),
    ];
  }
  const findings: Finding[] = [];
  for (const { name, required, pattern } of answer.headers) {
    const value = headers.get(name);
    if (value === null && required) {
      findings.push(
        found(
          'header.missing',
          `${name} is missing`,
          'A client cannot page without it: see the header in the contract.',
        ),
      );
    } else if (value !== null && pattern && !pattern.test(value)) {
      findings.push(
        found('header.format', `${name} is not of the form ${pattern.source}`, 'See the header in the contract.'),
      );
    }
  }
  if (!answer.validate) {
    if (text !== '')
      findings.push(found('body.unexpected', 'there is a body where none is documented', 'Document it, or drop it.'));
    return findings;
  }
  const mediaType = headers.get('content-type') ?? 'none';
  if (!/^application\/json\s*(;|$)/i.test(mediaType)) {
    findings.push(
      found('body.media-type', `the media type is ${mediaType}, not application/json`, 'Answer with application/json.'),
    );
  }
  if (status >= 400 && !hasMessages(json)) {
    findings.push(
      found(
        'error.messages',
        'the error has no messages',
        'A client cannot tell what went wrong: report it to the vendor.',
      ),
    );
  }
  if (json === undefined) {
    findings.push(found('body.json', 'the body is no JSON', 'Answer with a JSON document.'));
  } else if (!answer.validate(json)) {
    for (const place of places(answer.validate.errors ?? [])) {
      findings.push(
        found('body.schema', place, 'Correct the schema in spec/ if the array is right; else report it to the vendor.'),
      );
    }
  }
  return findings;
}

/** The schema of the vendor requires nothing of an error; a client requires this much. */
function hasMessages(json: unknown): boolean {
  const { messages } = (json ?? {}) as { messages?: unknown };
  return Array.isArray(messages) && messages.length > 0;
}

/** Each broken place once, with all that was expected there; rows of a list are one place. */
function places(errors: { instancePath: string; message?: string }[]): string[] {
  const expected = new Map<string, Set<string>>();
  for (const { instancePath, message = 'is not valid' } of errors) {
    const place = instancePath.replaceAll(/\/\d+/g, '/*') || '/';
    expected.set(place, (expected.get(place) ?? new Set()).add(message));
  }
  return [...expected].map(([place, messages]) => `${place} ${[...messages].join(', or ')}`);
}
