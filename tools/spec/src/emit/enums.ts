import type { Document } from '../contract/document.ts';
import { literal, module } from './module.ts';

/** Each enum as a type and as an array to loop over. `ReplicationStateEnum` becomes `ReplicationState` and `replicationStateValues`. */
export function emitEnums(document: Document): string {
  const enums = enumsOf(document);
  const parts = enums.map(({ name, schema, literals }) => {
    const type = typeName(name);
    const values = `${lowerFirst(type)}Values`;
    return [
      `/** ${schema.description ?? `Literals of ${name}.`} */`,
      `export const ${values} = ${literal(literals)} as const;`,
      `/** ${schema.description ?? `A literal of ${name}.`} */`,
      `export type ${type} = (typeof ${values})[number];`,
    ].join('\n');
  });
  return module(
    ...parts,
    [
      '/** The enums by their names. */',
      'export interface Enums {',
      ...enums.map(({ name }) => `  ${typeName(name)}: ${typeName(name)};`),
      '}',
    ].join('\n'),
  );
}

/** The literals of each enum, with their releases and texts. */
export function emitLiterals(document: Document): string {
  const table = Object.fromEntries(
    enumsOf(document).map(({ name, schema, literals }) => [
      typeName(name),
      Object.fromEntries(
        literals.map((value) => {
          const deprecated = releaseOf(schema['x-deprecated_value'], value);
          return [
            value,
            {
              added: releaseOf(schema['x-added_value'], value) ?? schema['x-added'] ?? '1.0.0.0',
              text: schema['x-display_enum_text']?.[value] ?? value,
              ...(deprecated !== undefined && { deprecated }),
            },
          ];
        }),
      ),
    ]),
  );
  return module(
    "import type { LiteralTable } from '../tables.js';",
    [
      '/** Every literal of every enum, with the release that brought it and the text of its `_l10n` companion. */',
      `export const literals: LiteralTable = ${literal(table)};`,
    ].join('\n'),
  );
}

const enumsOf = (document: Document) =>
  Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    schema.enum ? [{ name, schema, literals: schema.enum }] : [],
  );

export const typeName = (enumName: string): string => enumName.replace(/Enum$/, '');

/** `ReplicationState` → `replicationState`, `RPO` → `rpo`. */
const lowerFirst = (name: string): string =>
  name.replace(/^[A-Z]+(?=$|[A-Z][a-z])|^[A-Z]/, (head) => head.toLowerCase());

const releaseOf = (releases: Record<string, string[]> | undefined, value: string): string | undefined =>
  Object.entries(releases ?? {}).find(([, values]) => values.includes(value))?.[0];
