import { operations, isAtLeast } from '@powerstore-api/types';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { documentedAnswer, placeOf } from './contract.js';
import type { Item } from './items.js';
import type { Exchange } from '../array/exchange.js';
import type { Deviation } from '../findings/deviation.js';
import type { FindingId } from '../findings/finding-kinds.js';
import { kindOf, walkSchema } from './walk-schema.js';

export interface Judgement {
  deviations: Deviation[];
  /** What of the contract was seen in the answer, besides its status. */
  items: Item[];
}

const found = (id: FindingId, what: string): Deviation => ({ id, what });

/** Compares one answer with the contract as a release has it: its status, its headers, its media type and its body. */
export function judge({ operationId, status, headers, text, json }: Exchange, release: string): Judgement {
  const { statuses, added } = operations[operationId];
  const answer = documentedAnswer(operationId, status);
  if (!answer) {
    const what = `${status} is not among the documented ${statuses.join(', ')}`;
    const place = `${placeOf(operationId)}/responses`;
    return { deviations: [{ id: 'status.undocumented', what, place, sample: String(status) }], items: [] };
  }
  const deviations: Deviation[] = [];
  if (status < 300 && !isAtLeast(release, added)) {
    const what = `${operationId} is answered, which came with ${added}`;
    deviations.push({ id: 'version.too-new', what, place: placeOf(operationId) });
  }
  for (const { name, required, pattern } of answer.headers) {
    const value = headers.get(name);
    if (value === null && required) {
      deviations.push(found('header.missing', `${name} is missing`));
    } else if (value !== null && pattern && !pattern.test(value)) {
      deviations.push(found('header.format', `${name} is not of the form ${pattern.source}`));
    }
  }
  if (!answer.body) {
    if (text !== '') deviations.push(found('body.unexpected', 'there is a body where none is documented'));
    return { deviations, items: [] };
  }
  const mediaType = headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(mediaType)) {
    // A header may hold anything; a media type is told apart from that.
    const shown = /^[a-z]+\/[\w.+-]+/i.exec(mediaType)?.[0] ?? 'none';
    deviations.push(found('body.media-type', `the media type is ${shown}, not application/json`));
  }
  if (status >= 400 && !hasMessages(json)) {
    deviations.push(found('error.messages', 'the error has no messages'));
  }
  if (json === undefined) {
    deviations.push(found('body.json', 'the body is no JSON'));
    return { deviations, items: [] };
  }
  const { validate } = answer.body;
  const walked = walkSchema(json, answer.body, release);
  if (!validate(json)) deviations.push(...misfits(validate.errors ?? [], json, walked.places));
  return { deviations: [...deviations, ...walked.deviations], items: [...walked.items] };
}

/** The schema of the vendor requires nothing of an error; a client requires this much: that it says something. */
function hasMessages(json: unknown): boolean {
  const { messages } = (json ?? {}) as { messages?: unknown };
  return Array.isArray(messages) && messages.length > 0 && messages.every(saysSomething);
}

function saysSomething(message: unknown): boolean {
  const { code, message_l10n: text } = (message ?? {}) as { code?: unknown; message_l10n?: unknown };
  return [code, text].some((it) => typeof it === 'string' && it !== '');
}

/** Each broken place once, with all that was expected there; rows of a list are one place. */
function misfits(errors: readonly ErrorObject[], json: unknown, places: ReadonlyMap<string, string>): Deviation[] {
  const expected = new Map<string, { id: FindingId; path: string; kind: string; messages: Set<string> }>();
  for (const { instancePath, keyword, schemaPath, message = 'is not valid' } of errors) {
    // That it is none of several alternatives follows from what is wrong further inside.
    if (/\/anyOf(\/|$)/.test(schemaPath) && errors.some((it) => it.instancePath.startsWith(`${instancePath}/`)))
      continue;
    const value = valueAt(json, instancePath);
    const id = value === null ? 'body.null' : keyword === 'format' ? 'body.format' : 'body.schema';
    const path = instancePath.replaceAll(/\/\d+(?=\/|$)/g, '/*') || '/';
    const key = `${id} ${path}`;
    const misfit = expected.get(key) ?? { id, path, kind: kindOf(value), messages: new Set() };
    misfit.messages.add(message);
    expected.set(key, misfit);
  }
  return [...expected.values()].map(({ id, path, kind, messages }): Deviation => {
    const place = places.get(path);
    const what = id === 'body.null' ? `${path} is null` : `${path} ${[...messages].join(', or ')}`;
    return { id, what, sample: kind, ...(place !== undefined && { place }) };
  });
}

const valueAt = (json: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], json);
