import { get } from '@sagold/json-pointer';
import { operations, isAtLeast, type OperationId } from '@powerstore-api/types';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { type EncodingFault, isUndecodable } from '../array/http/body-text.js';
import { mediaTypeOf } from '../array/secrecy/media-type.js';
import { isContractName } from '../array/rows/contract-names.js';
import type { Exchange } from '../array/http/exchange.js';
import type { Deviation } from '../findings/deviation.js';
import type { FindingId } from '../findings/finding-kinds.js';
import type { Observation } from './assumed.js';
import { contradictionIn, observeErrors, observeHeaders, observeProperties, observeTexts } from './assumed-answers.js';
import { type DocumentedAnswer, documentedAnswer, placeOf } from './contract.js';
import type { Item } from './items.js';
import { valueKindOf, type Walked, walkSchema } from './walk-schema.js';
import { readWritten } from './written-json.js';

export interface AnswerComparison {
  deviations: Deviation[];
  /** The items of the contract that the answer shows, besides its status. */
  items: Item[];
  /** What the answer says about assumptions. A contradiction is in no deviation. */
  observations: Observation[];
}

/** Compares one answer with the contract as a release has it: its status, its headers, its media type and its body. */
export function compareAnswer(exchange: Exchange, release: string): AnswerComparison {
  const { operationId, status, text } = exchange;
  if (isPage(exchange))
    return {
      deviations: [misnamed(mediaTypeOf(exchange.headers.get('content-type')), exchange)],
      items: [],
      observations: [],
    };
  const answer = documentedAnswer(operationId, status);
  const encoding = exchange.encodingFaults.map((fault) => misencoded(fault, exchange));
  if (!answer) return { deviations: [undocumented(operationId, status), ...encoding], items: [], observations: [] };
  const ofHeaders = headerDeviations(answer, exchange);
  const observations = observeHeaders(answer, exchange, ofHeaders);
  const deviations = [...tooNew(exchange, release), ...withoutContradictions(ofHeaders, observations), ...encoding];
  if (answer.body) {
    const compared = compareBody(answer.body, exchange, release);
    return {
      deviations: [...deviations, ...compared.deviations],
      items: compared.items,
      observations: [...observations, ...compared.observations],
    };
  }
  if (text !== '')
    deviations.push({
      id: 'body.unexpected',
      message: 'The array sends a body where the contract has none.',
      expected: 'no body',
      actual: text,
    });
  return { deviations, items: [], observations };
}

/** Whether something else than the API answers, such as a proxy with a page of HTML. Nothing else can be said of the answer then. */
export const isPage = (exchange: Exchange): boolean =>
  exchange.text !== '' &&
  exchange.json === undefined &&
  !isUndecodable(exchange) &&
  exchange.encodingFaults.length === 0 &&
  mediaTypeOf(exchange.headers.get('content-type')) !== 'application/json';

const misnamed = (mediaType: string, { headers }: Exchange): Deviation => ({
  id: 'body.media-type',
  subject: mediaType,
  message: `The array sends ${mediaType === 'unknown' ? 'an unknown media type' : `the media type ${mediaType}`}, not application/json.`,
  expected: 'application/json',
  actual: headers.get('content-type'),
});
/** A header of a form that the contract only assumes. */
const withoutContradictions = (deviations: readonly Deviation[], observations: readonly Observation[]): Deviation[] =>
  deviations.filter(
    ({ id }) => id !== 'header.format' || !observations.some(({ verdict }) => verdict === 'contradicted'),
  );

function undocumented(operationId: OperationId, status: number): Deviation {
  const documented = operations[operationId].statuses.join(', ');
  return {
    id: 'status.undocumented',
    message: `The array answers with ${status}, which is not among the documented ${documented}.`,
    place: `${placeOf(operationId)}/responses`,
    sample: String(status),
    expected: operations[operationId].statuses,
    actual: status,
  };
}

const encodingMessages: Readonly<Record<EncodingFault, string>> = {
  'content-encoding': 'The array names a Content-Encoding that its body does not have, or that nobody asked for.',
  charset: 'The array names another charset than UTF-8, which JSON always has.',
  'byte-order-mark': 'The array begins its body with a byte order mark.',
  'not-utf-8': 'The array sends a body that is not UTF-8.',
};

const misencoded = (fault: EncodingFault, { headers, text }: Exchange): Deviation => ({
  id: 'body.encoding',
  subject: fault,
  message: encodingMessages[fault],
  expected: 'JSON in UTF-8 without a byte order mark, as its headers say',
  actual: { 'content-type': headers.get('content-type'), 'content-encoding': headers.get('content-encoding'), text },
});

function tooNew({ operationId, status }: Exchange, release: string): Deviation[] {
  const { added } = operations[operationId];
  if (status >= 300 || isAtLeast(release, added)) return [];
  const message = `The array answers ${operationId}, which came with ${added}.`;
  return [
    {
      id: 'release.too-new',
      message,
      place: placeOf(operationId),
      expected: 'an error: no such operation',
      actual: status,
    },
  ];
}

const headerDeviations = (answer: DocumentedAnswer, { headers }: Exchange): Deviation[] =>
  answer.headers.flatMap(({ name, required, pattern }): Deviation[] => {
    const value = headers.get(name);
    if (value === null)
      return required
        ? [
            {
              id: 'header.missing',
              subject: name,
              message: `The array leaves out ${name}.`,
              expected: `the header ${name}`,
              actual: undefined,
            },
          ]
        : [];
    if (!pattern || pattern.test(value)) return [];
    const message = `The array sends a ${name} that is not of the form ${pattern.source}.`;
    return [{ id: 'header.format', subject: name, message, expected: pattern.source, actual: value }];
  });

function compareBody(
  body: NonNullable<DocumentedAnswer['body']>,
  exchange: Exchange,
  release: string,
): AnswerComparison {
  const { status, headers, text, json } = exchange;
  const deviations: Deviation[] = [];
  const mediaType = mediaTypeOf(headers.get('content-type'));
  if (mediaType !== 'application/json') deviations.push(misnamed(mediaType, exchange));
  // The finding about the encoding says it all.
  if (isUndecodable(exchange)) return { deviations, items: [], observations: [] };
  if (status >= 400 && !hasMessages(json))
    deviations.push({
      id: 'error.messages',
      message: 'The array answers with an error that has no messages.',
      expected: 'messages, each with a code or a text',
      actual: json ?? text,
    });
  if (json === undefined) {
    deviations.push({
      id: 'body.json',
      message: 'The array sends a body that is not JSON.',
      expected: 'JSON',
      actual: text,
    });
    return { deviations, items: [], observations: [] };
  }
  const walked = walkSchema(json, body, release);
  if (!body.validate(json)) deviations.push(...misfits(body.validate.errors ?? [], json, walked.places));
  deviations.push(...walked.deviations, ...writtenOtherwise(text, walked));
  const contradictions = deviations.map((it) => contradictionIn(it));
  return {
    deviations: deviations.filter((_, index) => contradictions[index] === undefined),
    items: [...walked.items],
    observations: [
      ...observeProperties(walked.properties),
      ...observeTexts(walked.texts),
      ...observeErrors(exchange),
      ...contradictions.filter((it) => it !== undefined),
    ],
  };
}

/** The deviations that a body has as a text only. Its keys may be data where the contract does not have them. */
function writtenOtherwise(text: string, { places, integers }: Walked): Deviation[] {
  const { repeated, notIntegers } = readWritten(text);
  const twice = [...repeated].flatMap(([path, names]) =>
    [...names].map(([name, at]): Deviation => {
      const place = places.get(path);
      const isKnown = place !== undefined && isContractName(name);
      const subject = isKnown ? `${path === '/' ? '' : path}/${name}` : 'unknown';
      const what = isKnown ? subject : 'a key that the contract does not know';
      const message = `The array sends ${what} more than once in one object.`;
      const expected = `${name} once`;
      return { id: 'body.repeated-key', subject, message, expected, at, ...(place !== undefined && { place }) };
    }),
  );
  const numbers = [...notIntegers]
    .filter(([path]) => integers.has(path))
    .map(([path, { at, written }]): Deviation => {
      const message = `The array writes the integer at ${path} with a fraction or an exponent.`;
      const place = places.get(path);
      const about = { id: 'body.number', subject: path, message, ...(place !== undefined && { place }) } as const;
      return { ...about, expected: 'an integer without fraction and exponent', actual: `${written} at ${at}` };
    });
  return [...twice, ...numbers];
}

/** The schema of the vendor requires nothing of an error. A client requires that the error says something. */
function hasMessages(json: unknown): boolean {
  const { messages } = (json ?? {}) as { messages?: unknown };
  return Array.isArray(messages) && messages.length > 0 && messages.every(saysSomething);
}

function saysSomething(message: unknown): boolean {
  const { code, message_l10n: text } = (message ?? {}) as { code?: unknown; message_l10n?: unknown };
  return [code, text].some((it) => typeof it === 'string' && it !== '');
}

interface Misfit {
  id: FindingId;
  /** The path in the body, with `*` for the rows of a list. */
  path: string;
  /** The keyword of the schema that the value does not satisfy. */
  rule: string;
  kind: string;
  /** The expectation that values at other places break as well: a format, or a type. */
  common: string | undefined;
  expected: Set<string>;
  /** The first place in the body where it is. */
  at: string;
}

/** Each rule of the schema that is broken somewhere, once for all rows of a list, with all that the schema expects there. */
function misfits(errors: readonly ErrorObject[], json: unknown, places: ReadonlyMap<string, string>): Deviation[] {
  const found = new Map<string, Misfit>();
  for (const error of errors) {
    const { instancePath, keyword, schemaPath, message = 'is not valid' } = error;
    // A value is none of several alternatives because of an error further inside, which has a message of its own.
    if (/\/anyOf(\/|$)/.test(schemaPath) && errors.some((it) => it.instancePath.startsWith(`${instancePath}/`)))
      continue;
    const value = instancePath === '' ? json : get(json, instancePath);
    const id = value === null ? 'body.null' : keyword === 'format' ? 'body.format' : 'body.schema';
    const path = instancePath.replaceAll(/\/\d+(?=\/|$)/g, '/*') || '/';
    const rule = id === 'body.schema' ? ruleOf(error, errors) : '';
    const key = JSON.stringify([id, path, rule]);
    const misfit = found.get(key) ?? {
      id,
      path,
      rule,
      kind: valueKindOf(value),
      common: commonOf(error, id, rule),
      expected: new Set(),
      at: instancePath,
    };
    misfit.expected.add(message);
    found.set(key, misfit);
  }
  return [...found.values()].map(({ id, path, rule, kind, common, expected, at }): Deviation => {
    const place = places.get(path);
    return {
      id,
      subject: [path, rule].filter(Boolean).join(' '),
      message:
        id === 'body.null'
          ? `The array sends null at ${path}.`
          : `The value at ${path} ${[...expected].join(', or ')}.`,
      sample: kind,
      ...(common !== undefined && { common }),
      expected: [...expected].join(', or '),
      at,
      ...(place !== undefined && { place }),
    };
  });
}

/** An array that breaks a format or a type at one place may break it at all. Any other rule belongs to its place. */
function commonOf({ keyword, params }: ErrorObject, id: FindingId, rule: string): string | undefined {
  if (keyword === 'format' && id === 'body.format') return String(params['format']);
  if (rule !== 'type') return undefined;
  const types = [params['type']].flat().filter((it) => it !== 'null');
  return `type ${types.join(' or ')}`;
}

/** Alternatives are one rule, whatever is wrong with each of them. */
function ruleOf({ instancePath, keyword, params }: ErrorObject, errors: readonly ErrorObject[]): string {
  if (keyword === 'required') return `required ${String(params['missingProperty'])}`;
  return errors.some((it) => it.instancePath === instancePath && it.keyword === 'anyOf') ? 'anyOf' : keyword;
}
