// The assumptions that an answer decides by itself: which attributes may be null, the texts of literals, the arguments of errors.
import { errorCodes, type ErrorCodeInfo } from '@powerstore-api/types';
import type { Exchange } from '../array/http/exchange.js';
import type { Deviation } from '../findings/deviation.js';
import { answerAssumption, type Assumption, type Observation } from './assumed.js';
import type { DocumentedAnswer, Schema } from './contract.js';
import { lastKeyOf, placeAt } from './place.js';

/** What the answers had at a property of a schema. */
export interface SeenProperty {
  schema: Schema;
  /** The schema that has the property. */
  owner: Schema;
  kinds: Set<'null' | 'empty' | 'value'>;
}

/** An instance without these is none, whatever the contract assumes about the others. */
const neverNull: ReadonlySet<string> = new Set(['id', 'name']);

/** The assumption that says whether the attribute at this place may be null. */
function nullAssumption(place: string): Assumption | undefined {
  if (neverNull.has(lastKeyOf(place))) return undefined;
  return answerAssumption(place) ?? answerAssumption(ownerOf(place));
}

/** The assumption about the texts of an enum, if it is about the text of this literal. A part may name some literals. */
function textAssumption(enumPlace: string, literal: string): Assumption | undefined {
  const assumption = answerAssumption(enumPlace);
  const named = (assumption?.part.match(/\b[A-Z]\w+/g) ?? []) as string[];
  return named.length === 0 || named.includes(literal) ? assumption : undefined;
}

const confirmed = ({ name }: Assumption, evidence: string): Observation => ({
  assumption: name,
  verdict: 'confirmed',
  evidence,
});

const contradicted = ({ name }: Assumption, evidence: string): Observation => ({
  assumption: name,
  verdict: 'contradicted',
  evidence,
});

/** Confirmations by the properties of the schemas, and empty lists where the contract assumes null. */
export const observeProperties = (seen: ReadonlyMap<string, SeenProperty>): Observation[] =>
  [...seen].flatMap(([place, property]) => {
    const assumption = nullAssumption(place);
    return assumption ? observeProperty(assumption, place, property) : [];
  });

function observeProperty(assumption: Assumption, place: string, { schema, owner, kinds }: SeenProperty): Observation[] {
  const attribute = `${lastKeyOf(ownerOf(place))}.${lastKeyOf(place)}`;
  const isAboutIt = assumption.place === place;
  if (!isNullable(schema)) {
    // A schema of which nothing may be null has no better confirmation.
    const mayHaveNull = !isAboutIt && Object.values(owner.properties ?? {}).some(isNullable);
    return kinds.has('value') && !mayHaveNull ? [confirmed(assumption, `${attribute} is not null`)] : [];
  }
  return [
    ...(kinds.has('null') ? [confirmed(assumption, `${attribute} is null`)] : []),
    ...(isAboutIt && kinds.has('empty') ? [contradicted(assumption, `${attribute} is an empty list`)] : []),
  ];
}

/** The place of the schema that has a property. */
const ownerOf = (place: string): string => place.replace(/\/properties\/[^/]+$/, '');

const isNullable = ({ type, anyOf = [] }: Schema): boolean =>
  [type].flat().includes('null') || anyOf.some((it) => isNullable(it));

/** A finding that says no more than that an assumption does not hold. */
export function contradictionIn({ id, place = '', subject = '', sample }: Deviation): Observation | undefined {
  if (id === 'body.null') {
    const assumption = nullAssumption(place);
    return (
      assumption && {
        ...contradicted(assumption, `${lastKeyOf(ownerOf(place))}.${lastKeyOf(place)} is null`),
        place,
        ...(sample !== undefined && { sample }),
      }
    );
  }
  if (id !== 'text.companion') return undefined;
  const [companion = '', literal = ''] = subject.split(' ');
  const assumption = textAssumption(place.replace(/\/x-display_enum_text$/, ''), literal);
  return assumption && contradicted(assumption, `${companion} of ${literal} is another text`);
}

/** The texts of literals that are as the contract has them. */
export const observeTexts = (texts: ReadonlyMap<string, ReadonlySet<string>>): Observation[] =>
  [...texts].flatMap(([place, literals]) =>
    [...literals].flatMap((literal) => {
      const assumption = textAssumption(place, literal);
      return assumption ? [confirmed(assumption, `${literal} has this text`)] : [];
    }),
  );

const errors = Object.entries<ErrorCodeInfo>(errorCodes).flatMap(([name, info]) => {
  const assumption = answerAssumption(placeAt('x-errors', name));
  return assumption ? [{ ...info, assumption }] : [];
});

/** The codes of the messages of an error. Without one, the answer says nothing about codes. */
export function codesOf({ json }: Exchange): string[] {
  const { messages } = (json ?? {}) as { messages?: unknown };
  return (Array.isArray(messages) ? messages : []).flatMap((message: unknown) => {
    const { code } = (message ?? {}) as { code?: unknown };
    return typeof code === 'string' ? [code] : [];
  });
}

/** Whether the messages of an error have arguments where the contract assumes them. */
export function observeErrors({ status, json }: Exchange): Observation[] {
  const { messages } = ((status >= 400 ? json : undefined) as { messages?: unknown } | undefined) ?? {};
  return (Array.isArray(messages) ? messages : []).flatMap((message: unknown) => {
    const { code, arguments: values } = (message ?? {}) as { code?: unknown; arguments?: unknown };
    const known = errors.find((it) => it.code === code);
    if (!known) return [];
    const { assumption, arguments: expected } = known;
    const has = Array.isArray(values) && values.length > 0;
    const evidence = `${assumption.where.replaceAll('`', '')} comes ${has ? 'with' : 'without'} arguments`;
    const isExpected = expected !== undefined && expected !== 'nothing';
    return [has === isExpected ? confirmed(assumption, evidence) : contradicted(assumption, evidence)];
  });
}

/** A header that the contract assumes, as in `Content-Range` of a complete list. */
export function observeHeaders(
  { headers: documented }: DocumentedAnswer,
  { headers }: Exchange,
  deviations: readonly Deviation[],
): Observation[] {
  return documented.flatMap(({ name, place }) => {
    const assumption = place === undefined ? undefined : answerAssumption(place);
    if (!assumption || headers.get(name) === null) return [];
    const isWrong = deviations.some(({ id, subject }) => id === 'header.format' && subject === name);
    return isWrong
      ? [contradicted(assumption, `${name} has another form`)]
      : [confirmed(assumption, `${name} has this form`)];
  });
}
