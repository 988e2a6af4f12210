// What the answer to a request that breaks a condition on writes says about the assumptions of the contract.
import { writeConditions, type WriteConditionName } from '@powerstore-api/types';
import type { Exchange } from '../array/http/exchange.js';
import { codesOf } from '../contract/assumed-answers.js';
import { decidedBy, type ObservedVerdict } from '../contract/assumed.js';
import { placeAt } from '../contract/place.js';
import type { CheckContext } from './context/check-context.js';

/**
 * Records the answer. It is false where the array does other than the contract says from a source: that is a fault.
 *
 * @param isOtherCase the request gives a name that another resource has in another case
 */
export function observeCondition(
  observe: CheckContext['observe'],
  exchange: Exchange,
  condition: WriteConditionName,
  isOtherCase: boolean,
): boolean {
  const place = placeAt('x-conditions', condition);
  const { status: expected, code } = writeConditions[condition];
  const { status, operationId } = exchange;
  const codes = codesOf(exchange);
  const aboutIt = (...decisions: string[]) => decidedBy(...decisions).filter((it) => it.place === place);
  const [possible] = aboutIt(isOtherCase ? 'name-in-use' : 'condition');
  const isAboutStatus = possible?.part.startsWith('the status') ?? false;
  const observed = (name: string, verdict: ObservedVerdict, how: string): void =>
    observe(exchange, {
      assumption: name,
      verdict,
      evidence: `${operationId} that breaks ${condition} is ${how}`,
    });
  if (status < 300) {
    if (!possible || isAboutStatus) return false;
    observed(possible.name, 'contradicted', `accepted with ${status}`);
    return true;
  }
  if (status === expected && codes.length > 0)
    for (const { name } of aboutIt('code')) {
      const has = codes.includes(code);
      observed(
        name,
        has ? 'confirmed' : 'contradicted',
        `refused ${has ? 'with' : 'without'} the code of the contract`,
      );
    }
  if (!possible || status >= 500) return false;
  observed(possible.name, status === expected ? 'confirmed' : 'contradicted', `refused with ${status}`);
  return true;
}
