// The details of a run: what each finding is about, in values of the array. They are for the person who starts the run. Nothing of
// them is in a record, so nothing of them can reach a report.
import type { SentExchange } from '../array/http/exchange.js';
import type { Site } from '../array/target/target.js';
import type { Evidence } from '../findings/evidence.js';
import { type Finding, findingKey } from '../findings/finding.js';
import { byGravity } from '../findings/gravity.js';

export interface Detail extends Evidence {
  finding: Finding;
  site: Site;
  exchange: SentExchange;
}

/** Collects details while a run goes on. */
export interface Details {
  /** Adds a detail. Of one finding on one array, the first is kept. */
  add(detail: Detail): void;
  /**
   * Of one finding each, the gravest first. Of an operation that always fails, all that was found is one finding: it takes the place
   * of those with its operation and status.
   */
  all(failing?: readonly Finding[]): Detail[];
}

export function createDetails(): Details {
  const found = new Map<string, Detail>();
  return {
    add(detail) {
      const key = keyOf(detail);
      if (found.has(key)) return;
      const { expected, actual, rows, exchange } = detail;
      // A check of a team's own may change its values later, and a list may be long.
      found.set(key, {
        ...detail,
        expected: plain(expected),
        actual: plain(actual),
        ...(rows && { rows: rows.slice(0, maxRows).map(plain) }),
        exchange: { ...exchange, json: undefined },
      });
    },
    all(failing = []) {
      const details = [...found.values()].map((detail) => {
        const { operation, status } = detail.finding;
        const finding = failing.find((it) => it.operation === operation && it.status === status);
        return finding ? { ...detail, finding } : detail;
      });
      const first = new Map(details.toReversed().map((detail) => [keyOf(detail), detail]));
      return gravest(details.filter((detail) => first.get(keyOf(detail)) === detail));
    },
  };
}

const keyOf = ({ finding, site }: Pick<Detail, 'finding' | 'site'>): string =>
  JSON.stringify([findingKey(finding), site]);

function gravest(details: readonly Detail[]): Detail[] {
  const all = byGravity(details.map((detail) => ({ ...detail.finding, detail })));
  return all.map(({ detail }) => detail);
}

/** A finding is about one row or two, unless the array left some out. */
const maxRows = 20;

/** A value with more characters is shown as a text, of which the file has the beginning. */
const maxCharacters = 20_000;

/** A copy of a value, as a text where it is long. */
function plain(value: unknown): unknown {
  try {
    const json = JSON.stringify(value) as string | undefined;
    return json === undefined || json.length > maxCharacters ? json : (JSON.parse(json) as unknown);
  } catch {
    return 'a value that is no JSON';
  }
}
