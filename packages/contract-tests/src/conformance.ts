import { operations } from '@powerstore-api/types';
import { documentedAnswer } from './contract.js';
import type { Exchange } from './exchange.js';
import type { Item } from './coverage.js';
import type { FindingId } from './finding-kinds.js';

/** What is wrong with an answer, by kind. */
export interface Deviation {
  id: FindingId;
  what: string;
  place?: string;
  sample?: string;
}

export interface Judgement {
  deviations: Deviation[];
  /** What of the contract was seen in the answer, besides its status. */
  items: Item[];
}

/** Compares one answer with the contract as a release has it: its status, its headers, its media type and its body. */
export const judge = (exchange: Exchange, _release: string): Judgement => ({
  deviations: deviationsOf(exchange),
  items: [],
});

const found = (id: FindingId, what: string): Deviation => ({ id, what });

function deviationsOf({ operationId, status, headers, text, json }: Exchange): Deviation[] {
  const answer = documentedAnswer(operationId, status);
  if (!answer) {
    const documented = operations[operationId].statuses.join(', ');
    return [found('status.undocumented', `${status} is not among the documented ${documented}`)];
  }
  const findings: Deviation[] = [];
  for (const { name, required, pattern } of answer.headers) {
    const value = headers.get(name);
    if (value === null && required) {
      findings.push(found('header.missing', `${name} is missing`));
    } else if (value !== null && pattern && !pattern.test(value)) {
      findings.push(found('header.format', `${name} is not of the form ${pattern.source}`));
    }
  }
  if (!answer.validate) {
    if (text !== '') findings.push(found('body.unexpected', 'there is a body where none is documented'));
    return findings;
  }
  const mediaType = headers.get('content-type') ?? 'none';
  if (!/^application\/json\s*(;|$)/i.test(mediaType)) {
    findings.push(found('body.media-type', `the media type is ${mediaType}, not application/json`));
  }
  if (status >= 400 && !hasMessages(json)) {
    findings.push(found('error.messages', 'the error has no messages'));
  }
  if (json === undefined) {
    findings.push(found('body.json', 'the body is no JSON'));
  } else if (!answer.validate(json)) {
    for (const place of places(answer.validate.errors ?? [])) {
      findings.push(found('body.schema', place));
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
