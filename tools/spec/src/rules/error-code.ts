import type { Oas3Rule } from '@redocly/openapi-core';
import type { Document } from '../contract/document.ts';

/** Each kind of error has a code of its own, in the form of an array. */
export const errorCode: Oas3Rule = () => ({
  Root(node, { report, location }) {
    const names = new Map<string, string>();
    for (const [name, { code }] of Object.entries((node as unknown as Document)['x-errors'])) {
      const at = location.child(['x-errors', name, 'code']);
      const other = names.get(code);
      names.set(code, name);
      if (!/^0x[\dA-F]{12}$/.test(code))
        report({ message: 'A code is 0x and twelve hexadecimal digits, in capitals.', location: at });
      else if (other !== undefined) report({ message: `${other} has this code already.`, location: at });
    }
  },
});
