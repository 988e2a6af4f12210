import { placeAt } from '../contract/place.js';
import { compareAdded, compareSchemas } from './compare-schemas.js';
import type { ComparisonContext } from './differences.js';
import {
  type ApiDocument,
  type BodyObject,
  type Located,
  type OperationObject,
  type ParameterObject,
  resolveRef,
  type SchemaObject,
} from './openapi.js';

/** An operation that both documents have. */
export interface OperationPair {
  ours: Located<OperationObject>;
  theirs: Located<OperationObject>;
  /** Method and path, such as `GET /volume`. */
  name: string;
}

export function compareOperations(context: ComparisonContext, pair: OperationPair): void {
  const { ours, theirs, name } = pair;
  compareAdded(context, ours.value, theirs.value, { ours: ours.place, theirs: theirs.place }, name);
  compareParameters(context, pair);
  compareBodies(context, pair);
  compareAnswers(context, pair);
}

function compareParameters(context: ComparisonContext, { ours, theirs, name }: OperationPair): void {
  const { differences, source } = context;
  const [a, b] = [parametersOf(context.ours, ours), parametersOf(context.theirs, theirs)];
  for (const [key, parameter] of a) {
    // A parameter that many operations share is named once.
    const parameterName = parameter.place.startsWith('components/') ? key : `${key} of ${name}`;
    const counterpart = b.get(key);
    if (counterpart) compareParameter(context, parameter, counterpart, `parameter ${parameterName}`);
    else
      differences.add({
        message: `parameter ${parameterName} is not in the document`,
        ours: parameter.place,
        theirs: `${theirs.place}/parameters`,
      });
  }
  for (const [key, { value, place }] of b) {
    if (a.has(key)) continue;
    const list = `${ours.place}/parameters`;
    const schema = { type: value.schema?.type };
    differences.add({
      message: `${name} does not have parameter ${key}`,
      ours: list,
      theirs: place,
      proposal: { place: list, value: [{ name: value.name, in: value.in, schema, 'x-source': [source] }] },
    });
  }
}

const word = (isRequired: boolean): string => (isRequired ? 'required' : 'optional');

function compareParameter(
  context: ComparisonContext,
  ours: Located<ParameterObject>,
  theirs: Located<ParameterObject>,
  name: string,
): void {
  const [isRequired, isRequiredThere] = [ours.value.required === true, theirs.value.required === true];
  if (isRequired !== isRequiredThere)
    context.differences.add({
      message: `${name} is ${word(isRequired)}; the document says ${word(isRequiredThere)}`,
      ours: ours.place,
      theirs: theirs.place,
      proposal: { place: `${ours.place}/required`, value: isRequiredThere },
    });
  if (ours.value.schema && theirs.value.schema)
    compareSchemas(context, {
      ours: { value: ours.value.schema, place: `${ours.place}/schema` },
      theirs: { value: theirs.value.schema, place: `${theirs.place}/schema` },
      name,
      isAnswer: false,
    });
}

function compareBodies(context: ComparisonContext, { ours, theirs, name }: OperationPair): void {
  const { differences } = context;
  const [body, bodyThere] = [bodyOf(context.ours, ours), bodyOf(context.theirs, theirs)];
  if (body && bodyThere) compareContents(context, body, bodyThere, `body of ${name}`, false);
  else if (body)
    differences.add({ message: `${name} takes a body; the document has none`, ours: body.place, theirs: theirs.place });
  else if (bodyThere)
    differences.add({
      message: `${name} takes no body; the document has one`,
      ours: ours.place,
      theirs: bodyThere.place,
    });
}

function compareAnswers(context: ComparisonContext, { ours, theirs, name }: OperationPair): void {
  const { differences, source } = context;
  const [a, b] = [ours.value.responses ?? {}, theirs.value.responses ?? {}];
  const [list, listThere] = [`${ours.place}/responses`, `${theirs.place}/responses`];
  for (const [status, value] of Object.entries(a)) {
    const answer = { value, place: `${list}/${status}` };
    const valueThere = b[status];
    if (!valueThere) {
      const message = `${name} answers with ${status}; the document has no such answer`;
      differences.add({ message, ours: answer.place, theirs: listThere });
      continue;
    }
    const answerThere = { value: valueThere, place: `${listThere}/${status}` };
    compareContents(
      context,
      resolveRef(context.ours, answer),
      resolveRef(context.theirs, answerThere),
      `answer ${status} of ${name}`,
      true,
    );
  }
  for (const status of Object.keys(b)) {
    if (status === 'default' || status in a) continue;
    differences.add({
      message: `${name} does not answer with ${status}`,
      ours: list,
      theirs: `${listThere}/${status}`,
      proposal: { place: `${list}/${status}`, value: { description: 'To be described.', 'x-source': [source] } },
    });
  }
}

function compareContents(
  context: ComparisonContext,
  ours: Located<BodyObject>,
  theirs: Located<BodyObject>,
  name: string,
  isAnswer: boolean,
): void {
  const [a, b] = [schemaOf(ours), schemaOf(theirs)];
  if (a && b) compareSchemas(context, { ours: a, theirs: b, name, isAnswer });
}

/** Parameters by their place and name. Those of the path go by position, because documents name them differently. */
function parametersOf(
  document: ApiDocument,
  { value, place }: Located<OperationObject>,
): Map<string, Located<ParameterObject>> {
  const all = new Map<string, Located<ParameterObject>>();
  let inPath = 0;
  for (const [index, parameter] of (value.parameters ?? []).entries()) {
    const found = resolveRef(document, { value: parameter, place: `${place}/parameters/${index}` });
    const { in: where = '', name = '' } = found.value;
    all.set(where === 'path' ? `path ${(inPath += 1)}` : `${where} ${name}`, found);
  }
  return all;
}

const bodyOf = (
  document: ApiDocument,
  { value: { requestBody }, place }: Located<OperationObject>,
): Located<BodyObject> | undefined =>
  requestBody && resolveRef(document, { value: requestBody, place: `${place}/requestBody` });

function schemaOf({ value: { content = {} }, place }: Located<BodyObject>): Located<SchemaObject> | undefined {
  const entries = Object.entries(content);
  const [type, media] = entries.find(([name]) => name.includes('json')) ?? entries[0] ?? [];
  if (type === undefined || !media?.schema) return undefined;
  return { value: media.schema, place: `${place}/${placeAt('content', type, 'schema')}` };
}
