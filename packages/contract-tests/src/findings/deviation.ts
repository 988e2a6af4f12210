import { get, split } from '@sagold/json-pointer';
import type { Evidence } from './evidence.js';
import type { Finding } from './finding.js';
import type { FindingId } from './finding-kinds.js';

type Names = Pick<Finding, 'place' | 'subject' | 'sample' | 'common'>;

/** A difference between an answer and the contract, before it is known which request it answers. */
export type Deviation = Names &
  Pick<Finding, 'message'> &
  Pick<Evidence, 'expected'> & {
    id: FindingId;
  } & (
    | {
        /** Its place in the body, as a JSON pointer: the value there is the actual one. */
        at: string;
      }
    | Pick<Evidence, 'actual'>
  );

/** The values of a deviation, and the row of the body that it is in. */
export function evidenceOf(deviation: Deviation, json: unknown): Evidence {
  const { expected } = deviation;
  if (!('at' in deviation)) return { expected, actual: deviation.actual };
  const [index = ''] = split(deviation.at);
  const row: unknown = Array.isArray(json) ? json[Number(index)] : json;
  return {
    expected,
    actual: deviation.at === '' ? json : get(json, deviation.at),
    ...(deviation.at !== '' && row !== undefined && { rows: [row] }),
  };
}

/** The part of a deviation that a finding has. */
export const namesOf = ({ place, subject, sample, common }: Deviation): Names => ({
  ...(place !== undefined && { place }),
  ...(subject !== undefined && { subject }),
  ...(sample !== undefined && { sample }),
  ...(common !== undefined && { common }),
});
