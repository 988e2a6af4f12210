// Two API documents, compared by their content and not by their form. Only the parts that our contract has count.
import { placeAt } from '../contract/place.js';
import { compareOperations, type LocatedOperation } from './compare-operations.js';
import {
  addMissing,
  type ComparisonContext,
  type DocumentDifference,
  DifferenceCollector,
  firstRelease,
} from './differences.js';
import { type ApiDocument, type OperationObject, type ParameterObject, requireObject } from './openapi.js';
import { addedOf } from './schema-view.js';

export interface DocumentComparison {
  differences: DocumentDifference[];
  /** Operations of the other document that our contract does not have, such as `GET /alert`. */
  otherOperations: string[];
  /** Subjects that are not compared, because the other document says nothing about them. */
  notCompared: string[];
}

export function compareDocuments(ours: ApiDocument, theirs: ApiDocument): DocumentComparison {
  const differences = new DifferenceCollector();
  const [release, short] = /^(\d+\.\d+)(?:\.\d+)*/.exec(theirs.info?.version ?? '') ?? [];
  const context: ComparisonContext = {
    ours,
    theirs,
    source: `document-${short ?? 'unknown'}`,
    release,
    comparedSchemas: new Map(),
    differences,
  };
  const [operations, operationsThere] = [operationsOf(ours), operationsOf(theirs)];
  for (const [key, operation] of operations) {
    const { name, place } = operation;
    const counterpart = operationsThere.get(key);
    if (counterpart) compareOperations(context, { ours: operation, theirs: counterpart, name });
    else
      addMissing(context, addedOf(ours, operation).own ?? firstRelease, {
        message: `${name} is not in the document`,
        ours: place,
        theirs: 'paths',
      });
  }
  return {
    differences: differences.finish(),
    otherOperations: [...operationsThere].flatMap(([key, { name }]) => (operations.has(key) ? [] : [name])).toSorted(),
    notCompared: [
      ...(differences.leavesOut('later') ? [`the parts that came after its own release, ${release}`] : []),
      ...(differences.uses('nullable') ? [] : ['null values']),
      ...(differences.uses('added') ? [] : ['the releases that added its parts']),
      // Some converters drop whatever is beside a reference.
      ...(differences.uses('added') && differences.leavesOut('addedBesideReference')
        ? ['the releases that added attributes which are references']
        : []),
      ...(differences.uses('added') && differences.leavesOut('addedInEnum')
        ? ['the releases that added literals of some enums']
        : []),
    ],
  };
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Operations by method and path. The name of a parameter in a path makes no difference. */
function operationsOf({ paths = {} }: ApiDocument): Map<string, LocatedOperation & { name: string }> {
  const all = new Map<string, LocatedOperation & { name: string }>();
  for (const [path, item] of Object.entries(paths)) {
    requireObject(item, placeAt('paths', path));
    const ofPath = ((item['parameters'] ?? []) as ParameterObject[]).map((value, index) => ({
      value,
      place: placeAt('paths', path, 'parameters', String(index)),
    }));
    const relative = path.replace(/^\/api\/rest(?=\/)/, '').replace(/(?<=.)\/$/, '');
    for (const method of methods) {
      const operation = item[method] as OperationObject | undefined;
      if (operation === undefined) continue;
      requireObject(operation, placeAt('paths', path, method));
      all.set(`${method} ${relative.replaceAll(/\{[^}]*\}/g, '{}')}`, {
        name: `${method.toUpperCase()} ${relative}`,
        value: operation,
        place: placeAt('paths', path, method),
        ofPath,
      });
    }
  }
  return all;
}
