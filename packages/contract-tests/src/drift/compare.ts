// Two API documents, compared by their content and not by their form. Only the parts that our contract has count.
import { placeAt } from '../contract/place.js';
import { compareOperations } from './compare-operations.js';
import { type ComparisonContext, type DocumentDifference, DifferenceCollector } from './differences.js';
import {
  type ApiDocument,
  type Located,
  type OperationObject,
  type ParameterObject,
  requireObject,
} from './openapi.js';

export interface DocumentComparison {
  differences: DocumentDifference[];
  /** Operations of the other document that our contract does not have, such as `GET /alert`. */
  otherOperations: string[];
  /** Subjects that are not compared, because the other document says nothing about them. */
  notCompared: string[];
}

export function compareDocuments(ours: ApiDocument, theirs: ApiDocument): DocumentComparison {
  const differences = new DifferenceCollector();
  const release = /^\d+\.\d+/.exec(theirs.info?.version ?? '')?.[0] ?? 'unknown';
  const context: ComparisonContext = {
    ours,
    theirs,
    source: `document-${release}`,
    comparedSchemas: new Map(),
    differences,
  };
  const [operations, operationsThere] = [operationsOf(ours), operationsOf(theirs)];
  for (const [key, operation] of operations) {
    const { name, place } = operation;
    const counterpart = operationsThere.get(key);
    if (counterpart) compareOperations(context, { ours: operation, theirs: counterpart, name });
    else
      differences.add({ message: `${name} is not in the document`, ours: place, theirs: 'paths', subject: 'missing' });
  }
  return {
    differences: differences.finish(),
    otherOperations: [...operationsThere].flatMap(([key, { name }]) => (operations.has(key) ? [] : [name])).toSorted(),
    notCompared: [
      ...(differences.uses('nullable') ? [] : ['null values']),
      ...(differences.uses('added') ? [] : ['the releases that added its parts']),
      // Some converters drop whatever is beside a reference.
      ...(differences.uses('added') && differences.leavesOut('addedBesideReference')
        ? ['the releases that added attributes which are references']
        : []),
    ],
  };
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Operations by method and path. The name of a parameter in a path makes no difference. */
function operationsOf({ paths = {} }: ApiDocument): Map<string, Located<OperationObject> & { name: string }> {
  const all = new Map<string, Located<OperationObject> & { name: string }>();
  for (const [path, item] of Object.entries(paths)) {
    requireObject(item, placeAt('paths', path));
    const relative = path.replace(/^\/api\/rest(?=\/)/, '').replace(/(?<=.)\/$/, '');
    for (const method of methods) {
      const operation = item[method] as OperationObject | undefined;
      if (operation === undefined) continue;
      requireObject(operation, placeAt('paths', path, method));
      const parameters = [...((item['parameters'] ?? []) as ParameterObject[]), ...(operation.parameters ?? [])];
      all.set(`${method} ${relative.replaceAll(/\{[^}]*\}/g, '{}')}`, {
        name: `${method.toUpperCase()} ${relative}`,
        value: { ...operation, parameters },
        place: placeAt('paths', path, method),
      });
    }
  }
  return all;
}
