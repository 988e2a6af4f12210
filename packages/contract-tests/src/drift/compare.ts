// Two API documents compared by what they say, not by how: only what our contract has counts.
import { isAtLeast } from '@powerstore-api/types';
import type { Proposal } from './proposals.js';
import { segment } from './place.js';
import {
  addedIn,
  type ApiDocument,
  type At,
  type BodyObject,
  follow,
  type OperationObject,
  type ParameterObject,
  type SchemaObject,
  type SchemaView,
  view,
} from './schema-view.js';

/** One way in which two documents differ. */
export interface Difference {
  what: string;
  /** Place in our contract. */
  ours: string;
  /** Place in the other document; where it would be, when it is not there. */
  theirs: string;
  /** In how many places it matters. */
  times: number;
  proposal?: Omit<Proposal, 'why'>;
}

export interface Comparison {
  differences: Difference[];
  /** Operations of the other document that our contract does not have, such as `GET /alert`. */
  others: string[];
  /** What could not be compared, because the other document says nothing of it. */
  silent: string[];
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export function compareDocuments(ours: ApiDocument, theirs: ApiDocument): Comparison {
  const found = new Map<string, Difference>();
  /** What only counts where the other document speaks of such a thing at all. */
  const said = { nullable: false, added: false };
  const maybe: Record<keyof typeof said, Omit<Difference, 'times'>[]> = { nullable: [], added: [] };
  const seen = new Set<string>();
  const source = `document-${/^\d+\.\d+/.exec(theirs.info?.version ?? '')?.[0] ?? 'unknown'}`;

  const report = (difference: Omit<Difference, 'times'>): void => {
    const key = JSON.stringify([difference.ours, difference.what]);
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { ...difference, times: 1 });
  };

  const compareAdded = (
    mine: Parameters<typeof addedIn>[0],
    other: Parameters<typeof addedIn>[0],
    at: Sides,
    name: string,
  ): void => {
    const [a, b] = [addedIn(mine) ?? '1.0.0.0', addedIn(other)];
    if (b !== undefined) said.added = true;
    if (isSameRelease(a, b ?? '1.0.0.0')) return;
    maybe.added.push({
      what: `${name} came with ${a}; the document says ${b ?? 'nothing, which is 1.0'}`,
      ...at,
      ...(b !== undefined && { proposal: { place: `${at.ours}/x-added`, value: b } }),
    });
  };

  const compareSchemas = (mine: At<SchemaObject>, other: At<SchemaObject>, name: string, answer: boolean): void => {
    const [a, b] = [view(ours, mine), view(theirs, other)];
    const key = `${mine.at} ${other.at}`;
    if (seen.has(key)) return;
    seen.add(key);
    const at = { ours: mine.at, theirs: other.at };
    if (a.type !== undefined && b.type !== undefined && a.type !== b.type) {
      report({
        what: `${name} is ${a.type}; the document says ${b.type}`,
        ...at,
        proposal: { place: `${at.ours}/type`, value: b.type },
      });
      return;
    }
    if (answer) {
      if (b.nullable) said.nullable = true;
      if (a.nullable !== b.nullable)
        maybe.nullable.push({
          what: `${name} ${a.nullable ? 'may' : 'may not'} be null; the document says it ${b.nullable ? 'may' : 'may not'}`,
          ...at,
        });
    }
    compareLiterals(a, b, name);
    compareProperties(a, b, name, answer);
    if (a.items && b.items) compareSchemas(a.items, b.items, name, answer);
  };

  const compareLiterals = ({ literals: a }: SchemaView, { literals: b }: SchemaView, name: string): void => {
    if (!a || !b) return;
    const at = { ours: a.at, theirs: b.at };
    const enumName = a.at.split('/').at(-1) ?? name;
    for (const literal of a.values)
      if (!b.values.includes(literal)) report({ what: `${enumName} has ${literal}; the document does not`, ...at });
    if (b.added.size > 0) said.added = true;
    for (const literal of b.values) {
      const release = b.added.get(literal);
      if (!a.values.includes(literal)) {
        report({
          what: `${enumName} does not have ${literal}`,
          ...at,
          proposal: {
            place: a.at,
            value: { enum: [literal], ...(release !== undefined && { 'x-added_value': { [release]: [literal] } }) },
          },
        });
      } else if (!isSameRelease(a.added.get(literal) ?? '1.0.0.0', release ?? '1.0.0.0')) {
        maybe.added.push({
          what: `${enumName}.${literal} came with ${a.added.get(literal) ?? '1.0.0.0'}; the document says ${release ?? 'nothing, which is 1.0'}`,
          ...at,
          ...(release !== undefined && {
            proposal: { place: a.at, value: { 'x-added_value': { [release]: [literal] } } },
          }),
        });
      }
    }
  };

  const compareProperties = (a: SchemaView, b: SchemaView, name: string, answer: boolean): void => {
    if (!a.properties || !b.properties) return;
    const owner = /schemas\/([^/]+)$/.exec(a.at)?.[1] ?? name;
    for (const [property, mine] of a.properties) {
      const other = b.properties.get(property);
      const called = `${owner}.${property}`;
      if (!other) {
        report({ what: `${called} is not in the document`, ours: mine.at, theirs: b.at });
        continue;
      }
      compareAdded(mine.value, other.value, { ours: mine.at, theirs: other.at }, called);
      compareSchemas(mine, other, called, answer);
    }
    for (const [property, other] of b.properties) {
      if (a.properties.has(property)) continue;
      const seenThere = view(theirs, other);
      // Related resources are transcribed one level deep.
      if (owner.startsWith('related_') && (seenThere.properties || seenThere.items)) continue;
      const place = `${a.at}/properties/${property}`;
      report({
        what: `${owner} does not have ${property}`,
        ours: place,
        theirs: other.at,
        proposal: { place, value: { ...proposed(other, seenThere), 'x-source': [source] } },
      });
    }
  };

  const proposed = ({ value }: At<SchemaObject>, { type, nullable, literals, items }: SchemaView): object => {
    const added = addedIn(value);
    return {
      description: 'To be described.',
      ...(added !== undefined && { 'x-added': added }),
      ...(type !== undefined && { type: nullable ? [type, 'null'] : type }),
      ...(value.format !== undefined && { format: value.format }),
      ...(literals && { enum: literals.values }),
      ...(items && { items: { type: view(theirs, items).type ?? 'object' } }),
    };
  };

  const compareOperations = (mine: At<OperationObject>, other: At<OperationObject>, name: string): void => {
    compareAdded(mine.value, other.value, { ours: mine.at, theirs: other.at }, name);
    compareParameters(mine, other, name);
    const [body, otherBody] = [bodyOf(ours, mine), bodyOf(theirs, other)];
    if (body && !otherBody)
      report({ what: `${name} takes a body; the document has none`, ours: body.at, theirs: other.at });
    if (!body && otherBody)
      report({ what: `${name} takes no body; the document has one`, ours: mine.at, theirs: otherBody.at });
    if (body && otherBody) compareContents(body, otherBody, `body of ${name}`, false);
    compareAnswers(mine, other, name);
  };

  const compareParameters = (mine: At<OperationObject>, other: At<OperationObject>, name: string): void => {
    const [a, b] = [parametersOf(ours, mine), parametersOf(theirs, other)];
    for (const [key, parameter] of a) {
      const twin = b.get(key);
      // One that is shared by many is named once.
      const called = parameter.at.startsWith('components/') ? key : `${key} of ${name}`;
      if (!twin) {
        report({
          what: `parameter ${called} is not in the document`,
          ours: parameter.at,
          theirs: `${other.at}/parameters`,
        });
        continue;
      }
      const [required, theirRequired] = [parameter.value.required === true, twin.value.required === true];
      if (required !== theirRequired)
        report({
          what: `parameter ${called} is ${required ? 'required' : 'optional'}; the document says ${theirRequired ? 'required' : 'optional'}`,
          ours: parameter.at,
          theirs: twin.at,
          proposal: { place: `${parameter.at}/required`, value: theirRequired },
        });
      if (parameter.value.schema && twin.value.schema)
        compareSchemas(
          { value: parameter.value.schema, at: `${parameter.at}/schema` },
          { value: twin.value.schema, at: `${twin.at}/schema` },
          `parameter ${called}`,
          false,
        );
    }
    for (const [key, { value, at }] of b)
      if (!a.has(key))
        report({
          what: `${name} does not have parameter ${key}`,
          ours: `${mine.at}/parameters`,
          theirs: at,
          proposal: {
            place: `${mine.at}/parameters`,
            value: [{ name: value.name, in: value.in, schema: { type: value.schema?.type }, 'x-source': [source] }],
          },
        });
  };

  const compareAnswers = (mine: At<OperationObject>, other: At<OperationObject>, name: string): void => {
    const [a, b] = [mine.value.responses ?? {}, other.value.responses ?? {}];
    for (const [status, answer] of Object.entries(a)) {
      const twin = b[status];
      const at = `${mine.at}/responses/${status}`;
      if (!twin) {
        report({
          what: `${name} answers with ${status}; the document has no such answer`,
          ours: at,
          theirs: `${other.at}/responses`,
        });
        continue;
      }
      const there = { value: twin, at: `${other.at}/responses/${status}` };
      compareContents(follow(ours, { value: answer, at }), follow(theirs, there), `answer ${status} of ${name}`, true);
    }
    for (const status of Object.keys(b))
      if (status !== 'default' && !(status in a))
        report({
          what: `${name} does not answer with ${status}`,
          ours: `${mine.at}/responses`,
          theirs: `${other.at}/responses/${status}`,
          proposal: {
            place: `${mine.at}/responses/${status}`,
            value: { description: 'To be described.', 'x-source': [source] },
          },
        });
  };

  const compareContents = (mine: At<BodyObject>, other: At<BodyObject>, name: string, answer: boolean): void => {
    const [a, b] = [schemaOf(mine), schemaOf(other)];
    if (a && b) compareSchemas(a, b, name, answer);
  };

  const theirOperations = operationsOf(theirs);
  const ourOperations = operationsOf(ours);
  for (const [key, mine] of ourOperations) {
    const other = theirOperations.get(key);
    if (other) compareOperations(mine, other, mine.name);
    else report({ what: `${mine.name} is not in the document`, ours: mine.at, theirs: 'paths' });
  }
  for (const kind of ['nullable', 'added'] as const) if (said[kind]) for (const it of maybe[kind]) report(it);
  return {
    differences: [...found.values()],
    others: [...theirOperations].flatMap(([key, { name }]) => (ourOperations.has(key) ? [] : [name])).toSorted(),
    silent: [
      ...(said.nullable ? [] : ['what may be null']),
      ...(said.added ? [] : ['the releases that things came with']),
    ],
  };
}

type Sides = Pick<Difference, 'ours' | 'theirs'>;

/** `3.0` and `3.0.0.0` are the same. */
const isSameRelease = (one: string, other: string): boolean => isAtLeast(one, other) && isAtLeast(other, one);

type Named<T> = At<T> & { name: string };

/** Operations by method and path; how a part of a path is called does not tell it from others. */
function operationsOf({ paths = {} }: ApiDocument): Map<string, Named<OperationObject>> {
  const all = new Map<string, Named<OperationObject>>();
  for (const [path, item] of Object.entries(paths)) {
    const below = path.replace(/^\/api\/rest(?=\/)/, '').replace(/(?<=.)\/$/, '');
    for (const method of methods) {
      const operation = item[method] as OperationObject | undefined;
      if (!operation) continue;
      const parameters = [...((item['parameters'] ?? []) as ParameterObject[]), ...(operation.parameters ?? [])];
      all.set(`${method} ${below.replaceAll(/\{[^}]*\}/g, '{}')}`, {
        name: `${method.toUpperCase()} ${below}`,
        value: { ...operation, parameters },
        at: `paths/${segment(path)}/${method}`,
      });
    }
  }
  return all;
}

/** Parameters by where and what they are; those of the path by their position, for they are called in different ways. */
function parametersOf(document: ApiDocument, { value, at }: At<OperationObject>): Map<string, At<ParameterObject>> {
  const all = new Map<string, At<ParameterObject>>();
  let inPath = 0;
  for (const [index, parameter] of (value.parameters ?? []).entries()) {
    const found = follow(document, { value: parameter, at: `${at}/parameters/${index}` });
    const { in: where = '', name = '' } = found.value;
    all.set(where === 'path' ? `path ${(inPath += 1)}` : `${where} ${name}`, found);
  }
  return all;
}

function bodyOf(
  document: ApiDocument,
  { value: { requestBody }, at }: At<OperationObject>,
): At<BodyObject> | undefined {
  return requestBody && follow(document, { value: requestBody, at: `${at}/requestBody` });
}

function schemaOf({ value: { content = {} }, at }: At<BodyObject>): At<SchemaObject> | undefined {
  const [type, media] =
    Object.entries(content).find(([name]) => name.includes('json')) ?? Object.entries(content)[0] ?? [];
  return type === undefined || !media?.schema
    ? undefined
    : { value: media.schema, at: `${at}/content/${segment(type)}/schema` };
}
