import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import type { Schema } from '../document.ts';

const check =
  (isAnswer: boolean) =>
  (schema: unknown, { report, location, resolve }: UserContext) => {
    const properties = (schema as Schema).properties ?? {};
    for (const [name, property] of Object.entries(properties)) {
      const list = property.items ?? property;
      const members = list.anyOf ?? [list];
      const isEnum = members.some(
        (it) => (it.$ref === undefined ? it : resolve<Schema>(it as { $ref: string }).node)?.enum,
      );
      const isOpen = members.some((it) => it.$ref?.endsWith('/UnknownLiteral'));
      const place = location.child(['properties', name]).key();
      if (isEnum && isAnswer && !isOpen) {
        report({
          message: `"${name}" is closed: write anyOf with the enum and #/components/schemas/UnknownLiteral.`,
          location: place,
        });
      } else if (isEnum && !isAnswer && isOpen) {
        report({ message: `"${name}" is open in a request: reference the enum alone.`, location: place });
      }
    }
  };

/**
 * Enums are open in answers (an array of a newer release may send a literal nobody knows yet) and closed in requests.
 * An answer's attribute therefore is an anyOf of the enum and UnknownLiteral; a request's references the enum itself.
 */
export const openEnum: Oas3Rule = () => ({
  Response: { Schema: check(true) },
  RequestBody: { Schema: check(false) },
});
