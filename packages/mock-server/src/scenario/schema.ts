// What a scenario has to look like.
import { attributes, type InputError, operations } from '@powerstore-api/types';
import * as v from 'valibot';
import { releaseOf } from '../contract/release.js';
import { faultSchema } from '../simulator/faults/fault.js';
import { sessionsSchema, transitionsSchema } from '../simulator/start/options.js';
import { parseDuration } from '@powerstore-api/settings';
import { kindOf, type StepKind, stepKinds } from './scenario.js';

const text = v.pipe(v.string(), v.nonEmpty('a text'));
const site = v.picklist(['a', 'b'], 'a or b');
const onOrOff = v.picklist(['on', 'off'], 'on or off');
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const duration = v.pipe(
  v.string('a duration is a number with its unit, such as 30s, 5m or 1h'),
  v.check((it) => parseDuration(it) !== undefined, 'a duration is a number with its unit, such as 30s, 5m or 1h'),
);

/** YAML takes 4.4 for a number. */
const release = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    try {
      releaseOf(dataset.value);
    } catch (error) {
      addIssue({ message: (error as InputError).message });
    }
  }),
);

const actions = Object.keys(operations)
  .map((it) => /^replication_session_(.+)(?<!_query)$/.exec(it)?.[1])
  .filter((it) => it !== undefined);

const known = Object.keys(attributes['replication_session'] ?? {});

const condition = {
  session: text,
  on: site,
  ...Object.fromEntries(known.map((name) => [name, v.optional(v.unknown())])),
};

const asksForSomething = <T extends object>() =>
  v.check<T, string>(
    (it) => Object.keys(it).some((name) => known.includes(name)),
    'say what the session is to have, such as state: OK',
  );

const steps: Readonly<Record<StepKind, v.GenericSchema>> = {
  action: v.strictObject({
    action: v.picklist(actions, `one of ${actions.join(', ')}`),
    on: site,
    session: text,
    body: v.optional(v.record(v.string(), v.unknown())),
    async: v.optional(v.boolean()),
    expect: v.optional(v.strictObject({ status: v.optional(count), error: v.optional(text) })),
  }),
  note: v.strictObject({ note: text }),
  advance: v.strictObject({ advance: duration }),
  link: v.strictObject({ link: v.picklist(['cut', 'heal'], 'cut or heal') }),
  power: v.strictObject({
    power: v.pipe(
      v.strictObject({ a: v.optional(onOrOff), b: v.optional(onOrOff) }),
      v.check((it) => Object.keys(it).length > 0, 'an array and its power, such as { a: off }'),
    ),
  }),
  fault: v.strictObject({ fault: faultSchema }),
  wait: v.strictObject({
    wait: v.pipe(v.strictObject({ ...condition, within: v.optional(duration) }), asksForSomething()),
  }),
  expect: v.strictObject({ expect: v.pipe(v.strictObject(condition), asksForSomething()) }),
};

const noStep = v.custom<never>(() => false, `a step has one of ${stepKinds.join(', ')}`);

const step = v.lazy((input) => {
  const kind = typeof input === 'object' && input !== null ? kindOf(input) : undefined;
  return kind ? steps[kind] : noStep;
});

const array = v.strictObject({ release: v.optional(release), name: v.optional(text) });

export const scenarioSchema = v.strictObject({
  name: text,
  description: v.optional(v.string()),
  simulator: v.optional(
    v.strictObject({
      seed: v.optional(v.pipe(v.number(), v.integer())),
      release: v.optional(release),
      arrays: v.optional(v.strictObject({ a: v.optional(array), b: v.optional(array) })),
      sessions: v.optional(sessionsSchema),
      transitions: v.optional(transitionsSchema),
      fast: v.optional(v.boolean()),
    }),
  ),
  steps: v.pipe(v.array(step), v.minLength(1, 'at least one step')),
});
