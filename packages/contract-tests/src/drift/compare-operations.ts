import { attributeInfo } from '@powerstore-api/types';
import { split } from '@sagold/json-pointer';
import { placeAt } from '../contract/place.js';
import { compareAdded, compareSchemas, type SchemaPair } from './compare-schemas.js';
import { type ComparisonContext, firstRelease, unlisted } from './differences.js';
import { proposeAnswer } from './proposed-schema.js';
import {
  type ApiDocument,
  type BodyObject,
  type Located,
  type OperationObject,
  type ParameterObject,
  resolveRef,
  type SchemaObject,
} from './openapi.js';

export interface LocatedOperation extends Located<OperationObject> {
  /** The parameters that all operations of its path have. */
  ofPath: Located<ParameterObject>[];
}

/** An operation that both documents have. */
export interface OperationPair {
  ours: LocatedOperation;
  theirs: LocatedOperation;
  /** Method and path, such as `GET /volume`. */
  name: string;
}

export function compareOperations(context: ComparisonContext, pair: OperationPair): void {
  const { ours, theirs, name } = pair;
  const since = compareAdded(context, { ours, theirs, name, since: firstRelease });
  compareParameters(context, pair, since);
  compareBodies(context, pair, since);
  compareAnswers(context, pair, since);
}

function compareParameters(context: ComparisonContext, { ours, theirs, name }: OperationPair, since: string): void {
  const { differences, source } = context;
  const [a, b] = [parametersOf(context.ours, ours), parametersOf(context.theirs, theirs)];
  const filters = new Set([...b.keys()].filter((key) => isFilter(a, ours.place, key)));
  for (const [key, parameter] of a) {
    if (key === filterKey && filters.size > 0) continue;
    // A parameter that many operations share is named once.
    const parameterName = parameter.place.startsWith('components/') ? key : `${key} of ${name}`;
    const counterpart = b.get(key);
    if (counterpart)
      compareParameter(context, { ours: parameter, theirs: counterpart, name: `parameter ${parameterName}` }, since);
    else
      differences.add({
        message: `parameter ${parameterName} is not in the document`,
        ours: parameter.place,
        theirs: `${theirs.place}/parameters`,
        subject: 'missing',
      });
  }
  for (const [key, { value, place }] of b) {
    if (a.has(key) || filters.has(key)) continue;
    const list = `${ours.place}/parameters`;
    const schema = { type: value.schema?.type };
    differences.add({
      message: `${name} does not have parameter ${key}`,
      ours: list,
      theirs: place,
      subject: 'unknown',
      proposals: [{ place: list, value: [{ name: value.name, in: value.in, schema, 'x-source': [source] }] }],
    });
  }
}

const filterKey = 'query filter';

/** Whether a parameter is part of our filter, which is one object. The published document has a parameter for each attribute. */
function isFilter(ours: ReadonlyMap<string, unknown>, place: string, key: string): boolean {
  const [, path = ''] = split(place);
  const name = /^query (.+)$/.exec(key)?.[1];
  if (name === undefined || !ours.has(filterKey)) return false;
  return name === 'and' || name === 'or' || attributeInfo(path.slice(1), name)?.filterable === true;
}

const word = (isRequired: boolean): string => (isRequired ? 'required' : 'optional');

function compareParameter(
  context: ComparisonContext,
  { ours, theirs, name }: { ours: Located<ParameterObject>; theirs: Located<ParameterObject>; name: string },
  since: string,
): void {
  const [isRequired, isRequiredThere] = [ours.value.required === true, theirs.value.required === true];
  if (isRequired !== isRequiredThere)
    context.differences.add({
      message: `${name} is ${word(isRequired)}; the document says ${word(isRequiredThere)}`,
      ours: ours.place,
      theirs: theirs.place,
      subject: 'type',
      proposals: [{ place: `${ours.place}/required`, value: isRequiredThere }],
    });
  if (ours.value.schema && theirs.value.schema)
    compareSchemas(context, {
      ours: { value: ours.value.schema, place: `${ours.place}/schema` },
      theirs: { value: theirs.value.schema, place: `${theirs.place}/schema` },
      name,
      isAnswer: false,
      since,
    });
}

function compareBodies(context: ComparisonContext, { ours, theirs, name }: OperationPair, since: string): void {
  const { differences } = context;
  const [body, bodyThere] = [bodyOf(context.ours, ours), bodyOf(context.theirs, theirs)];
  if (body && bodyThere)
    compareContents(context, { ours: body, theirs: bodyThere, name: `body of ${name}`, isAnswer: false, since });
  else if (body)
    differences.add({
      message: `${name} takes a body; the document has none`,
      ours: body.place,
      theirs: theirs.place,
      subject: 'missing',
    });
  else if (bodyThere)
    differences.add({
      message: `${name} takes no body; the document has one`,
      ours: ours.place,
      theirs: bodyThere.place,
      subject: 'unknown',
    });
}

function compareAnswers(context: ComparisonContext, { ours, theirs, name }: OperationPair, since: string): void {
  const { differences, source } = context;
  const [a, b] = [ours.value.responses ?? {}, theirs.value.responses ?? {}];
  const [list, listThere] = [`${ours.place}/responses`, `${theirs.place}/responses`];
  for (const [status, value] of Object.entries(a)) {
    const answer = { value, place: `${list}/${status}` };
    const valueThere = b[status];
    if (!valueThere) {
      const places = { ours: answer.place, theirs: listThere };
      if (Number(status) < 400) differences.add({ message: unlisted(name, status), ...places, subject: 'answer' });
      else if (!b['default']) differences.addUnlistedError({ operation: name, status, ...places });
      continue;
    }
    const answerThere = { value: valueThere, place: `${listThere}/${status}` };
    compareContents(context, {
      ours: resolveRef(context.ours, answer),
      theirs: resolveRef(context.theirs, answerThere),
      name: `answer ${status} of ${name}`,
      isAnswer: true,
      since,
    });
  }
  for (const status of Object.keys(b)) {
    if (status === 'default' || status in a) continue;
    differences.add({
      message: `${name} does not answer with ${status}`,
      ours: list,
      theirs: `${listThere}/${status}`,
      subject: 'answer',
      proposals: proposeAnswer(context.ours, list, status, source),
    });
  }
}

function compareContents(
  context: ComparisonContext,
  { ours, theirs, ...rest }: Omit<SchemaPair, 'ours' | 'theirs'> & Record<'ours' | 'theirs', Located<BodyObject>>,
): void {
  const [a, b] = [schemaOf(ours), schemaOf(theirs)];
  if (!a || !b) return;
  const since = compareAdded(context, { ours: a, theirs: b, name: rest.name, since: rest.since });
  compareSchemas(context, { ...rest, ours: a, theirs: b, since });
}

/**
 * Parameters by their place and name: one of the operation takes the place of the same one of its path. Those in the path go by
 * position, because documents name them differently.
 */
function parametersOf(
  document: ApiDocument,
  { value, place, ofPath }: LocatedOperation,
): Map<string, Located<ParameterObject>> {
  const ofOperation = (value.parameters ?? []).map((it, index) => ({
    value: it,
    place: `${place}/parameters/${index}`,
  }));
  const byName = new Map<string, Located<ParameterObject>>();
  for (const parameter of [...ofPath, ...ofOperation]) {
    const found = resolveRef(document, parameter);
    byName.set(`${found.value.in} ${found.value.name}`, found);
  }
  let inPath = 0;
  return new Map(
    Array.from(byName, ([name, found]) => [found.value.in === 'path' ? `path ${(inPath += 1)}` : name, found]),
  );
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
