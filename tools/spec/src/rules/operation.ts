import type { Oas3Rule } from '@redocly/openapi-core';
import { leadsTo } from '../contract/component.ts';
import type { Operation } from '../contract/document.ts';

const safeties = ['read-only', 'non-disruptive', 'disruptive'];

/** Every operation has a name, says how dangerous it is, and whether a client may send it twice. */
export const operation: Oas3Rule = () => ({
  Operation(node, { report, location, key }) {
    const found = node as unknown as Partial<Operation> & { parameters?: { $ref?: string }[]; security?: object[] };
    if (!/^[a-z]+(_[a-z]+)*$/.test(found.operationId ?? '')) {
      report({
        message:
          'An operation needs an operationId in snake_case, such as replication_session_pause: methods, tables and reports take their names from it.',
        location: found.operationId === undefined ? location.key() : location.child('operationId'),
      });
    }
    if (!safeties.includes(found['x-safety'] ?? '')) {
      report({
        message: `x-safety has to be one of ${safeties.join(', ')}: the client and the contract suite rely on it.`,
        location: found['x-safety'] === undefined ? location.key() : location.child('x-safety'),
      });
    }
    if (!['safe', 'never'].includes(found['x-retry'] ?? '')) {
      report({
        message: 'x-retry has to be safe (sending the request twice has the same effect as once) or never.',
        location: found['x-retry'] === undefined ? location.key() : location.child('x-retry'),
      });
    }
    if (key === 'get') {
      if (found['x-safety'] !== 'read-only' || found['x-retry'] !== 'safe') {
        report({ message: 'A GET reads: write x-safety: read-only and x-retry: safe.', location: location.key() });
      }
      return;
    }
    if (!found.security?.some((requirement) => 'dell_emc_token' in requirement)) {
      report({
        message:
          'A write needs the token with the cookie: write security: [{ basic: [] }, { auth_cookie: [], dell_emc_token: [] }].',
        location: location.key(),
      });
    }
    if (
      found['x-safety'] !== 'read-only' &&
      !found.parameters?.some((it) => leadsTo(it.$ref, 'parameters', 'is_async'))
    ) {
      report({ message: 'A write can run as a job: reference the parameter is_async.', location: location.key() });
    }
  },
});
