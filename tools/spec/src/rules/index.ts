// One file per rule. A rule is a Redocly visitor: it reports at a place in the YAML, and Redocly adds file and line.
import type { Oas3Rule } from '@redocly/openapi-core';
import type { Document } from '../contract/document.ts';
import { assumption } from './assumption.ts';
import { enumText } from './enum-text.ts';
import { errorCode } from './error-code.ts';
import { errorShape } from './error-shape.ts';
import { exampleId } from './example-id.ts';
import { exampleProperties } from './example-properties.ts';
import { forGenerators } from './for-generators.ts';
import { lifecycle } from './lifecycle.ts';
import { listedOperations } from './listed-operations.ts';
import { noReferenceCycle } from './no-reference-cycle.ts';
import { openEnum } from './open-enum.ts';
import { operation } from './operation.ts';
import { release } from './release.ts';
import { source } from './source.ts';
import { uniqueName } from './unique-name.ts';
import { writeConditions } from './write-conditions.ts';

/** The rules of this project, by name. `document` is the bundled contract, in which rules look things up. */
export const projectRules = (document: Document): Record<string, Oas3Rule> => ({
  assumption: assumption(document),
  'enum-text': enumText,
  'error-code': errorCode,
  'error-shape': errorShape,
  'example-id': exampleId(document),
  'example-properties': exampleProperties,
  'for-generators': forGenerators(document),
  lifecycle: lifecycle(document),
  'listed-operations': listedOperations(document),
  'no-reference-cycle': noReferenceCycle,
  'open-enum': openEnum(document),
  operation,
  release,
  source: source(document),
  'unique-name': uniqueName,
  'write-conditions': writeConditions(document),
});
