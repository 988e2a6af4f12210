import { after } from '../../layers/layer.js';
import type { ErrorMessage } from '@powerstore-api/types';
import type { Release } from '../../contract/release.js';
import type { ArrayLayer } from './array-call.js';

/** Removes `severity_l10n` from the errors of releases before 4.1, which do not have it. */
export const errorsOfRelease =
  (release: Release): ArrayLayer =>
  (call, next) =>
    after(next(call), (answer) => {
      const { messages } = (answer.body ?? {}) as { messages?: ErrorMessage[] };
      if (answer.status < 400 || messages === undefined || release.has('4.1.0.0')) return answer;
      return { ...answer, body: { messages: messages.map(withoutText) } };
    });

const withoutText = ({ severity_l10n: _text, ...message }: ErrorMessage): ErrorMessage => message;
