// Interprets the conditions on the writes of volumes and groups.
import { writeConditions, writeRules } from './generated/write-conditions.js';
import type { Fields } from './judge.js';
import type { OperationId, SessionPattern, ValueTest, WriteCondition, WriteFacts } from './tables.js';
import type { WriteConditionName, WriteOperation } from './generated/write-conditions.js';

/** Whether an operation has conditions on its resource. */
export const hasWriteConditions = (operation: OperationId): operation is WriteOperation =>
  Object.hasOwn(writeRules, operation);

/** A session of a resource, as the side that receives the request sees it. An absent fact is unknown. */
export interface SessionFacts {
  readonly type?: string | undefined;
  readonly role?: string | undefined;
  readonly state?: string | undefined;
  /** Whether it has brought its destination up to date once. */
  readonly synchronized?: boolean | undefined;
  /** Whether it replicates to the array that the request names, or that the rule of its policy names. */
  readonly to_target?: boolean | undefined;
}

/** The facts that the conditions are about. An absent fact is unknown. */
export interface WriteSituation {
  /** Attributes of the resource before the request. */
  readonly before: Fields;
  /** Whether a volume is a member of a group. */
  readonly member?: boolean | undefined;
  /** Whether a group has no members. */
  readonly empty?: boolean | undefined;
  /** Its sessions, with those of its group. */
  readonly sessions?: readonly SessionFacts[] | undefined;
  /** The types of the sessions that the request creates. */
  readonly creates?: readonly string[] | undefined;
  /** Whether the arrays of these sessions support them. */
  readonly supported?: boolean | undefined;
  /** Whether the other arrays that the request needs are within reach. */
  readonly link?: 'up' | 'down' | undefined;
  /** Whether another resource of this kind has the name that the body gives, whatever its case. */
  readonly name_used?: boolean | undefined;
  /** The instances that fields of the body refer to, by field; `null` where there is none. */
  readonly refers?: Readonly<Record<string, Fields | null>> | undefined;
}

/**
 * The verdict of the conditions on a write. If one is broken, the request is refused, with the answer of that condition. If
 * none is, but some depend on unknown facts, their names are in `unknown`.
 */
export type WriteJudgement =
  | { readonly possible: true }
  | { readonly possible: false; readonly name: WriteConditionName; readonly condition: WriteCondition }
  | { readonly possible: undefined; readonly unknown: readonly WriteConditionName[] };

/** `undefined` if it depends on an unknown fact. */
type Verdict = boolean | undefined;

const all = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;

const not = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);

const any = (verdicts: readonly Verdict[]): Verdict => not(all(verdicts.map(not)));

/** A request, with everything that decides on it. */
interface Write {
  readonly body: Fields;
  readonly defaults: Fields;
  readonly situation: WriteSituation;
}

const isGiven = ({ body }: Write, field: string): boolean => body[field] !== undefined;

const equals = (value: unknown, wanted: unknown): Verdict => {
  if (value === undefined) return undefined;
  return Array.isArray(wanted) && Array.isArray(value) ? wanted.every((it) => value.includes(it)) : value === wanted;
};

const changes = (write: Write, field: string): Verdict =>
  isGiven(write, field) ? not(equals(write.situation.before[field], write.body[field])) : false;

/** The value of a field after the request. */
const valueAfter = ({ body, defaults, situation }: Write, field: string): unknown =>
  body[field] ?? (body[field] === null ? null : (defaults[field] ?? situation.before[field]));

function passes(write: Write, field: string, test: ValueTest): Verdict {
  const { body, situation } = write;
  const value = body[field];
  switch (test) {
    case 'multiple_of_8192':
      return Number(value) % 8192 === 0;
    case 'larger': {
      const before = situation.before[field];
      return before === undefined ? undefined : Number(value) > Number(before);
    }
    case 'unused':
      return not(situation.name_used);
    case 'known':
      return not(equals(situation.refers?.[field], null));
    case 'absent':
      return equals(valueAfter(write, field), null);
    case 'present':
      return not(equals(valueAfter(write, field), null));
    default:
      return test satisfies never;
  }
}

function refersTo({ situation }: Write, field: string, wanted: Fields): Verdict {
  const found = situation.refers?.[field];
  if (found === undefined) return undefined;
  return found !== null && all(Object.entries(wanted).map(([name, value]) => equals(found[name], value)));
}

const oneOf = (wanted: readonly string[] | undefined, value: string | undefined): Verdict =>
  wanted === undefined ? true : value === undefined ? undefined : wanted.includes(value);

const fits = (
  session: SessionFacts,
  { types, roles, from, synchronized, to_target: toTarget }: SessionPattern,
): Verdict =>
  all([
    oneOf(types, session.type),
    oneOf(roles, session.role),
    oneOf(from, session.state),
    synchronized === undefined || equals(session.synchronized, synchronized),
    toTarget === undefined || equals(session.to_target, toTarget),
  ]);

const hasSession = ({ situation: { sessions } }: Write, pattern: SessionPattern): Verdict =>
  sessions && any(sessions.map((it) => fits(it, pattern)));

const eachOf = <T>(
  table: Readonly<Record<string, T>> | undefined,
  holds: (name: string, value: T) => Verdict,
): Verdict => all(Object.entries(table ?? {}).map(([name, value]) => holds(name, value)));

/** Whether all of these facts hold. */
function hold(write: Write, facts: WriteFacts): Verdict {
  const { situation, body, defaults } = write;
  const { given, changes: changed, changes_only: only, session, no_session: none, creates } = facts;
  return all([
    given === undefined || given.some((field) => isGiven(write, field)),
    changed === undefined || any(changed.map((field) => changes(write, field))),
    only === undefined ||
      not(
        any(
          Object.keys(body)
            .filter((field) => !only.includes(field) && !Object.hasOwn(defaults, field))
            .map((field) => changes(write, field)),
        ),
      ),
    eachOf(facts.before, (name, value) => equals(situation.before[name], value)),
    eachOf(facts.after, (name, value) => equals(valueAfter(write, name), value)),
    eachOf(facts.value, (name, test) => passes(write, name, test)),
    eachOf(facts.refers, (name, wanted) => refersTo(write, name, wanted)),
    facts.member === undefined || equals(situation.member, facts.member),
    facts.empty === undefined || equals(situation.empty, facts.empty),
    session === undefined || hasSession(write, session),
    none === undefined || not(hasSession(write, none)),
    creates === undefined || (situation.creates && creates.some((type) => situation.creates?.includes(type))),
    facts.supported === undefined || equals(situation.supported, facts.supported),
    facts.link === undefined || equals(situation.link, facts.link),
  ]);
}

/**
 * Judges a write by the conditions of its operation. In the body, a reference has to be an id, and nothing is `null`.
 *
 * @example
 * ```ts
 * const situation = { before: { size: 8192 * 1024 }, sessions: [{ type: 'Metro_Active_Active', state: 'OK' }] };
 * const verdict = judgeWrite('volume_modify', { size: 8192 * 2048 }, situation);
 * if (verdict.possible === false) console.log(verdict.name); // metro_size_while_stopped
 * ```
 */
export function judgeWrite(operation: WriteOperation, body: Fields, situation: WriteSituation): WriteJudgement {
  const { defaults, conditions } = writeRules[operation];
  const write: Write = { body, defaults, situation };
  const unknown: WriteConditionName[] = [];
  for (const name of conditions) {
    const condition = writeConditions[name];
    const applies = hold(write, condition.when ?? {});
    const kept = hold(write, condition.needs);
    if (applies === true && kept === false) return { possible: false, name, condition };
    if (applies !== false && kept !== true) unknown.push(name);
  }
  return unknown.length === 0 ? { possible: true } : { possible: undefined, unknown };
}

/**
 * The answer of an array that refuses a request because of a condition.
 *
 * @example
 * ```ts
 * const { status, text } = refusalOf(writeConditions.not_metro_yet, { name: 'database' }, {});
 * console.log(status, text); // 400 database already has a metro session.
 * ```
 */
export function refusalOf(
  { status, code, text, arguments: values = [] }: WriteCondition,
  before: Fields,
  body: Fields,
): { status: WriteCondition['status']; code: string; text: string; values: string[] } {
  const { name = 'it', id } = before;
  const fields: Record<string, unknown> = { resource: name, id, ...body };
  for (const [field, value] of Object.entries(before)) fields[`${field}_before`] = value;
  const filled = (template: string): string =>
    template.replaceAll(/\{(\w+)\}/g, (_, field: string) => String(fields[field]));
  return { status, code, text: filled(text), values: values.map(filled) };
}
