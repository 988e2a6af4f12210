// Violations of the contract, in plain sentences: Prism reports them in the words of JSON Schema.
import { nearest } from '@powerstore-api/input';

/** A violation as Prism reports it: its place, and the keyword of JSON Schema that forbids the value. */
export interface Violation {
  readonly path?: readonly (string | number)[] | undefined;
  readonly code?: string | number | undefined;
  readonly message: string;
}

/** As much of a schema as the sentences need. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly items?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly unknown[];
}

/** A request or an answer: its values and their schemas. Both have the parts `body`, `query`, `header` and `path`. */
export interface Checked {
  readonly bodyName: 'body' | 'answer';
  readonly values: Readonly<Record<string, unknown>>;
  readonly schema: Schema;
}

/** A place in a request or an answer. */
interface Place {
  /** `is_planned`; for the whole body, `The body`. */
  name: string;
  /** The value with its name, as the client wrote it: `limit=abc`, `Range: x`, `is_planned: "yes"`. */
  given: string;
  isBody: boolean;
  value: unknown;
  schema: Schema;
  message: string;
}

/** Each violation in one sentence that names the field, and a second one with the remedy if there is one. */
export const describeViolations = (violations: readonly Violation[], checked: Checked): string =>
  violations
    .map((violation) => describe(violation, checked))
    .filter((it) => it !== '')
    .join(' ');

function describe({ code = '', message, path }: Violation, checked: Checked): string {
  if (path === undefined) return sentencesOfRequest[code] ?? `The request breaks the rule ${code} of the contract.`;
  const place = placeOf(path.map(String), message, checked);
  return sentences[code]?.(place) ?? `${place.given} breaks the rule ${code} of the contract.`;
}

/** Keyword → the sentence about a request as a whole. */
const sentencesOfRequest: Readonly<Record<string, string>> = {
  required: 'The request has no body. It needs one: a JSON object.',
  415: 'This operation takes no body. Send the request without one.',
};

/** Keyword → the sentence about a place. */
const sentences: Readonly<Record<string, (place: Place) => string>> = {
  additionalProperties({ name, message, schema }) {
    const field = quoted(message);
    const fields = Object.keys(schema.properties ?? {});
    const meant = nearest(field, fields);
    const remedy = meant === undefined ? `Fields are ${fields.join(', ')}.` : `Did you mean ${meant}?`;
    return `${name} has ${field}, which is not a field. ${remedy}`;
  },
  required: ({ name, message }) => `${name} lacks ${quoted(message)}.`,
  type({ name, given, isBody, value, schema: { type = [] } }) {
    if (!isBody && Array.isArray(value)) return `The request has ${name} more than once. Send it once.`;
    return `${given} is not ${[type].flat().map(kindOf).join(' or ')}.`;
  },
  enum({ given, value, schema }) {
    const literals = (schema.enum ?? []).map(String);
    const meant = typeof value === 'string' ? nearest(value, literals) : undefined;
    return `${given} is not one of ${literals.join(', ')}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
  },
  minimum: ({ given, schema }) => `${given} is less than ${schema.minimum}.`,
  maximum: ({ given, schema }) => `${given} is more than ${schema.maximum}.`,
  minLength: ({ name, schema: { minLength = 1 } }) =>
    minLength === 1 ? `${name} is empty.` : `${name} has less than ${minLength} characters.`,
  maxLength: ({ name, schema }) => `${name} has more than ${schema.maxLength} characters.`,
  pattern: ({ given, schema: { pattern, examples: [example] = [] } }) =>
    example === undefined ? `${given} does not match ${pattern}.` : `${given} is not written like ${String(example)}.`,
  format({ given, schema: { format } }) {
    if (format === 'date-time') return `${given} is not a date and time, such as 2026-01-31T12:00:00Z.`;
    // The type and the limits of a number say the same as its format.
    return format === 'int32' || format === 'int64' ? '' : `${given} is not of the format ${format}.`;
  },
};

const kinds: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  string: 'a text',
  object: 'a JSON object',
  array: 'a list',
};

const kindOf = (type: string): string => kinds[type] ?? type;

/** The name that a message of Prism has in quotes. */
const quoted = (message: string): string => /'(.*)'/.exec(message)?.[1] ?? '';

function placeOf([part = '', ...path]: string[], message: string, { bodyName, values, schema }: Checked): Place {
  const steps = [part, ...path];
  const value = steps.reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], values);
  const isBody = part === 'body';
  const whole = `The ${isBody ? bodyName : 'request'}`;
  const name = path.length === 0 ? whole : path.join('.');
  return {
    name,
    given: path.length === 0 ? whole : givenAs(part, name, value),
    isBody,
    value,
    schema: steps.reduce(schemaAt, schema),
    message,
  };
}

function givenAs(part: string, name: string, value: unknown): string {
  if (part === 'query') return `${name}=${String(value)}`;
  if (part === 'header') return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${String(value)}`;
  return `${name}: ${JSON.stringify(value)}`;
}

const schemaAt = ({ properties = {}, items }: Schema, key: string): Schema =>
  (properties[key] ?? items ?? {}) as Schema;
