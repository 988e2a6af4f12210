import { createConfig, lint, type NormalizedProblem } from '@redocly/openapi-core';
import { bundleDocument } from './contract/bundle.ts';
import { addExtensionTypes } from './contract/extension-types.ts';
import { openContract, rejectBrokenYaml } from './contract/open-contract.ts';
import { projectRules } from './rules/index.ts';

/**
 * Checks the contract with Redocly's engine. Redocly's own rules require valid OpenAPI; ours add the requirements of this
 * project. Redocly's `formatProblems` prints the result.
 *
 * @throws CannotRunError if a file cannot be read, or is not YAML.
 */
export async function lintDocument(entry: string): Promise<NormalizedProblem[]> {
  // Reads each file once for both passes. Bundling reads the files again, because it changes the documents.
  const externalRefResolver = await openContract(entry);
  const typeExtension = { oas3: addExtensionTypes };
  const misshapen = await lint({
    ref: entry,
    config: await createConfig({
      plugins: [{ id: 'powerstore', typeExtension }],
      rules: { struct: 'error', 'no-unresolved-refs': 'error' },
    }),
    externalRefResolver,
  });
  await rejectBrokenYaml(externalRefResolver);
  // The other rules follow references and rely on shapes.
  if (misshapen.length > 0) return misshapen;
  const document = await bundleDocument(entry);
  const rules = projectRules(document);
  const config = await createConfig({
    plugins: [{ id: 'powerstore', typeExtension, rules: { oas3: rules } }],
    rules: {
      'no-ambiguous-paths': 'error',
      'no-enum-type-mismatch': 'error',
      'no-identical-paths': 'error',
      'no-undefined-server-variable': 'error',
      'no-unused-components': 'error',
      'operation-2xx-response': 'error',
      'operation-4xx-response': 'error',
      'operation-operationId-unique': 'error',
      'operation-summary': 'error',
      'operation-tag-defined': 'error',
      'path-parameters-defined': 'error',
      'security-defined': 'error',
      'tag-description': 'error',
      // Arrays answer with attributes that no document has. powerstore/example-properties tells those from typing errors.
      'no-invalid-media-type-examples': { severity: 'error', allowAdditionalProperties: true },
      'no-invalid-parameter-examples': { severity: 'error', allowAdditionalProperties: true },
      ...Object.fromEntries(Object.keys(rules).map((name) => [`powerstore/${name}`, 'error'])),
    },
  });
  return lint({ ref: entry, config, externalRefResolver });
}
