import {
  type Candidate,
  type Condition,
  type Fields,
  judge,
  type LifecycleOperation,
  type LifecycleRule,
  type RequestBody,
  type Situation,
  withDefaults,
} from '@powerstore-api/types';
import { noRemedy, type Obstacle, remedyFor } from './remedy.js';
import { attributeOf, type JudgedAttribute, type SessionToJudge, situationOf } from '../session/situation.js';
import { sessionMethodName } from '../names/method-name.js';
import { both, fieldsText } from './phrases.js';

/**
 * The action is possible. The fields are its effect on the session.
 *
 * @example
 * ```ts
 * const answer = can.failover({ state: 'OK', role: 'Source', type: 'Asynchronous', data_connection_state: 'OK', failover_test_in_progress: false });
 * if (answer.possible) console.log(answer.via, answer.to); // ['Failing_Over'] Failed_Over
 * ```
 */
export interface Possible {
  readonly possible: true;
  /** States that the session may pass through. */
  readonly via: readonly string[];
  /** The state that the session ends in; its current state if the action does not change it. */
  readonly to: string | undefined;
  /** The state that the session ends in if the action fails on the way, as far as it is known. */
  readonly failsTo: string | undefined;
  /** Whether the two sides exchange their roles. */
  readonly swapsRoles: boolean;
}

/**
 * The action is not possible: a source says that the array refuses it.
 *
 * @example
 * ```ts
 * const answer = can.failover({ state: 'Paused', role: 'Source', type: 'Asynchronous', data_connection_state: 'OK', failover_test_in_progress: false });
 * if (answer.possible === false) console.log(answer.reason, answer.remedy); // the session is Paused; resume first
 * ```
 */
export interface Impossible {
  readonly possible: false;
  /** The obstacle, for people. */
  readonly reason: string;
  /** The steps that make the action possible, for people. */
  readonly remedy: string;
}

/**
 * The answer depends on attributes that were not read; or nobody knows, because no source says whether the array refuses the
 * action. `possible` is `undefined` and not a word, so that `if (answer.possible)` does not take it for a yes, nor
 * `if (answer.possible === false)` for a no. You may send the action: the array has the last word.
 *
 * @example
 * ```ts
 * const answer = can.pause({ role: 'Source' });
 * if (answer.possible === undefined) console.log(answer.select); // ['state']
 * ```
 */
export interface Undecided {
  readonly possible: undefined;
  /** The obstacle, for people. */
  readonly reason: string;
  /** The step that leads to an answer, for people. */
  readonly remedy: string;
  /** The attributes to select for a better answer; empty if no source has one. */
  readonly select: readonly JudgedAttribute[];
}

/**
 * Whether an action is possible.
 *
 * @example
 * ```ts
 * const session = await array.replicationSessions.get(id, { select: ['state'] });
 * const answer: Possibility = array.replicationSessions.can.pause(session);
 * if (!answer.possible) console.log(`${answer.reason}: ${answer.remedy}`);
 * ```
 */
export type Possibility = Possible | Impossible | Undecided;

/** Judges an action on a session by the state table. */
export function possibilityOf<Id extends LifecycleOperation>(
  operation: Id,
  session: SessionToJudge,
  fields?: RequestBody<Id>,
): Possibility {
  const situation = situationOf(session);
  const body = withDefaults(operation, Object.assign({}, fields));
  const judgement = judge(operation, body, situation);
  if (judgement.possible === true) return courseOf([judgement.rule], situation);
  if (judgement.candidates) return openAnswer(judgement.candidates, situation);
  const { possible, condition, rules } = judgement;
  const obstacle = { operation, body, situation, condition, rules };
  const reason = reasons[condition](obstacle);
  const remedy = remedyFor(obstacle);
  if (possible === false) return { possible, reason, remedy };
  const select = missing(judgement);
  if (select.length > 0) return unread(select);
  return {
    possible,
    reason: `${reason}, and no source says whether the array refuses this then`,
    remedy: `${remedy === noRemedy ? '' : `to be sure, ${remedy}; `}the array has the last word`,
    select,
  };
}

const missing = ({ unknown }: Pick<Candidate, 'unknown'>): readonly JudgedAttribute[] => [
  ...new Set(unknown.flatMap((condition) => attributeOf[condition] ?? [])),
];

function openAnswer(candidates: readonly Candidate[], situation: Situation): Possible | Undecided {
  // A condition that no attribute tells decides the course of the action, not whether it is possible.
  const sure = candidates.filter((candidate) => missing(candidate).length === 0);
  if (sure.length > 0)
    return courseOf(
      sure.map(({ rule }) => rule),
      situation,
    );
  return unread([...new Set(candidates.flatMap(missing))]);
}

function unread(select: readonly JudgedAttribute[]): Undecided {
  const names = both(select);
  const was = select.length > 1 ? 'were' : 'was';
  return { possible: undefined, reason: `${names} ${was} not read`, remedy: `select ${names}`, select };
}

/** The course of an action. If several rows fit, it has all states that they pass through. */
function courseOf(rules: readonly LifecycleRule[], { state }: Situation): Possible {
  return {
    possible: true,
    via: [...new Set(rules.flatMap(({ via = [] }) => via))],
    to: rules.find(({ to }) => to !== undefined)?.to ?? state,
    failsTo: rules.find(({ fails_to: to }) => to !== undefined)?.fails_to,
    swapsRoles: rules.some(({ swap_roles: swap }) => swap === true),
  };
}

const reasons: Readonly<Record<Condition, (obstacle: Obstacle) => string>> = {
  when: ({ operation, body }) => `no session allows ${sessionMethodName(operation)} ${asked(operation, body)}`,
  types: ({ situation }) => `the session is ${situation.type}`,
  resource_types: ({ situation }) => `the session replicates a ${situation.resource_type}`,
  roles: ({ situation }) => `this side is ${situation.role}`,
  failover_test: ({ situation }) =>
    situation.failover_test === true ? 'a failover test is running' : 'no failover test is running',
  link: () => 'the other array cannot be reached',
  from: ({ situation }) => `the session is ${situation.state}`,
  paused_in: ({ situation }) => `the session was paused while it was ${situation.paused_in}`,
};

/** The fields that differ from their defaults. */
function asked(operation: LifecycleOperation, body: Fields): string {
  const defaults = withDefaults(operation, undefined);
  const own = Object.entries(body).filter(([name, value]) => value !== defaults[name]);
  return own.length === 0 ? 'without fields' : `with ${fieldsText(Object.fromEntries(own))}`;
}
