import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { document, type Schema } from './document.ts';

// Strict, so that a misspelt keyword or an unknown format is an error and not a check that never fails.
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
addFormats.default(ajv);
ajv.addVocabulary([
  'components',
  'example',
  'x-added',
  'x-added_value',
  'x-deprecated',
  'x-deprecated_value',
  'x-case-insensitive',
  'x-display_enum_text',
  'x-internal_attributes',
  'x-internal_since',
  'x-no_filter',
  'x-ref',
  'x-related',
  'x-source',
  'x-undocumented_value',
]);

const compiled = new Map<Schema, ValidateFunction>();

/** What is wrong with a value, in words; nothing when it is valid. A schema that does not compile throws. */
export function violations(schema: Schema, value: unknown): string[] {
  const { components } = document;
  const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components: { schemas: components.schemas } });
  compiled.set(schema, validate);
  validate(value);
  return (validate.errors ?? []).map((error) => `${error.instancePath || '(root)'} ${error.message ?? error.keyword}`);
}
