// Checks that only decide assumptions of the contract. An array that does otherwise conforms all the same.
import { errorCodes, type OperationId } from '@powerstore-api/types';
import type { Exchange } from '../array/http/exchange.js';
import { attributeNames } from '../array/rows/query.js';
import { type Row, rowsOf } from '../array/rows/rows.js';
import { codesOf } from '../contract/assumed-answers.js';
import { decidedBy, type ObservedVerdict } from '../contract/assumed.js';
import { attributesOf, type ReadableResource, resources } from '../contract/resources.js';
import { fold } from './queries/comparable.js';
import type { CheckContext } from './context/check-context.js';
import type { SuiteCheck } from './define-check.js';

type Observe = CheckContext['observe'];

const observeAll = (
  observe: Observe,
  exchange: Exchange,
  decision: string,
  verdict: ObservedVerdict,
  evidence: string,
): void => {
  for (const { name } of decidedBy(decision)) observe(exchange, { assumption: name, verdict, evidence });
};

const about = (observe: Observe, exchange: Exchange, place: string, isSo: boolean, evidence: string): void => {
  for (const { name } of decidedBy('named').filter((it) => it.place === place))
    observe(exchange, { assumption: name, verdict: isSo ? 'confirmed' : 'contradicted', evidence });
};

/** Records that `is_async` made a job of an action. */
export const observeJob = (observe: Observe, exchange: Exchange): void =>
  observeAll(observe, exchange, 'job', 'confirmed', `${exchange.operationId} becomes a job`);

/** Records whether the error about a filter with a mistake has the code that the contract assumes. */
export function observeMistake(observe: Observe, exchange: Exchange, subject: string): void {
  const codes = codesOf(exchange);
  if (codes.length === 0) return;
  const isSo = codes.includes(errorCodes.unknown_parameter.code);
  const evidence = `${exchange.operationId} answers ${subject} ${isSo ? 'with' : 'without'} unknown_parameter`;
  observeAll(observe, exchange, 'mistake', isSo ? 'confirmed' : 'contradicted', evidence);
}

/** Records which of the two statuses the array takes, of which the contract assumes one. */
export function observeStatus(observe: Observe, exchange: Exchange, decision: string, assumed: 401 | 403): void {
  const { operationId, status } = exchange;
  if (status !== 401 && status !== 403) return;
  const verdict = status === assumed ? 'confirmed' : 'contradicted';
  observeAll(observe, exchange, decision, verdict, `${operationId} is refused with ${status}`);
}

/** A text in another case; nothing where it has no letters, or characters that filters read in a special way. */
const inOtherCase = (text: unknown): string | undefined => {
  if (typeof text !== 'string' || !/^[\w .-]+$/.test(text)) return undefined;
  const other = text.toUpperCase() === text ? text.toLowerCase() : text.toUpperCase();
  return other === text ? undefined : other;
};

export const assumptionChecks: SuiteCheck[] = [
  {
    id: 'auth.steady-token',
    title: 'The array should give one token for a whole login session',
    async run({ ask, observe }, { arraySession }) {
      await ask('login_session_collection_query');
      const { token, cookie } = arraySession.credentials;
      const exchange = await ask('login_session_collection_query');
      const { token: later, cookie: same } = arraySession.credentials;
      if (token === '' || cookie !== same) return;
      const isSteady = token === later;
      const evidence = `the DELL-EMC-TOKEN ${isSteady ? 'stays the same' : 'changes'}`;
      observeAll(observe, exchange, 'token', isSteady ? 'confirmed' : 'contradicted', evidence);
    },
  },
  ...resources
    .filter(({ queried }) => queried)
    .map((resource): SuiteCheck => ({
      id: `${resource.name}.filter-case`,
      title: 'The array should ignore the case of a text in a filter where the documents say so, and only there',
      run: (context) => tryFilterCase(context, resource),
    })),
  ...resources.flatMap((resource): SuiteCheck[] =>
    resource.byName && resource.get
      ? [
          {
            id: `${resource.name}.name-case`,
            title: 'The array should find an instance only by the name as it is written',
            run: (context) => tryNameCase(context, resource, resource.get as OperationId),
          },
        ]
      : [],
  ),
];

/** Texts of a resource that filters compare: of those that ignore case one, and of the others one. */
function textsOf({ name }: ReadableResource, release: string): { attribute: string; ignoresCase: boolean }[] {
  const all = attributesOf(name, release).filter(
    ([attribute, it]) =>
      it.type === 'string' &&
      it.filterable &&
      !it.list &&
      it.references === undefined &&
      !/(^|_)id$|_l10n$/.test(attribute),
  );
  return [true, false].flatMap((ignoresCase) =>
    all
      .filter(([, it]) => (it.ignoreCase ?? false) === ignoresCase)
      .slice(0, 2)
      .map(([attribute]) => ({ attribute, ignoresCase })),
  );
}

async function tryFilterCase(context: CheckContext, resource: ReadableResource): Promise<void> {
  const { ask, observe, release, notApplicable } = context;
  const texts = textsOf(resource, release);
  const select = ['id', ...texts.map(({ attribute }) => attribute)].join(',');
  const rows = rowsOf(await ask(resource.list, { query: { select, limit: '20' } }));
  let isTried = false;
  for (const { attribute, ignoresCase } of texts) {
    const row = rows.find((it) => inOtherCase(it[attribute]) !== undefined);
    const other = row && inOtherCase(row[attribute]);
    if (!row || other === undefined) continue;
    isTried = true;
    const found = await ask(resource.list, { query: { select: `id,${attribute}`, [attribute]: `eq.${other}` } });
    const matches = rowsOf(found);
    // A filter that lets other texts through says nothing about case.
    if (found.status >= 300 || matches.some((it) => fold(String(it[attribute])) !== fold(other))) continue;
    const ignores = matches.some(({ id }) => id === row.id);
    // The instance may have another text now.
    if (ignores !== ignoresCase && !(await isSame(context, resource, row, attribute))) continue;
    const evidence = `a filter by ${resource.name}.${attribute} ${ignores ? 'ignores' : 'distinguishes'} case`;
    observeAll(observe, found, 'case', ignores === ignoresCase ? 'confirmed' : 'contradicted', evidence);
  }
  if (!isTried) notApplicable(`No ${resource.name} has a text with letters that can be filtered by.`);
}

const isSame = async (
  { ask }: CheckContext,
  { list }: ReadableResource,
  row: Row,
  attribute: string,
): Promise<boolean> => {
  const query = { select: `id,${attribute}`, id: `eq.${String(row.id)}` };
  return rowsOf(await ask(list, { query }))[0]?.[attribute] === row[attribute];
};

async function tryNameCase(
  context: CheckContext,
  { name, list, byName }: ReadableResource,
  get: OperationId,
): Promise<void> {
  const { ask, observe, notApplicable } = context;
  const rows = rowsOf(await ask(list, { query: { select: 'id,name', ...byName, limit: '20' } }));
  const row = rows.find((it) => inOtherCase(it['name']) !== undefined);
  const other = row && inOtherCase(row['name']);
  if (!row || other === undefined) return notApplicable(`No ${name} has a name with letters.`);
  const exchange = await ask(get, { id: `name:${other}`, query: { select: attributeNames('id') } });
  const { id } = (exchange.json ?? {}) as { id?: unknown };
  // Another instance may have just that name.
  if (exchange.status !== 404 && (exchange.status >= 300 || id !== row.id)) return;
  const isExact = exchange.status === 404;
  about(
    observe,
    exchange,
    `components/parameters/${name}_id`,
    isExact,
    `${name} is ${isExact ? 'not ' : ''}found by its name in another case`,
  );
}
