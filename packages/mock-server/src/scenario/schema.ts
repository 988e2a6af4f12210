// The schema of a scenario.
import { type AttributeInfo, attributes, type InputError, literals, operations } from '@powerstore-api/types';
import * as v from 'valibot';
import { releaseOf } from '../contract/release.js';
import { faultSchemaWith, longestDelayMs } from '../simulator/faults/fault.js';
import { sessionsSchema, transitionsSchema } from '../simulator/start/options.js';
import { durationText, parseDuration } from '@powerstore-api/settings';
import { kindOf, type StepKind, stepKinds } from './scenario.js';

const text = v.pipe(v.string(), v.nonEmpty('give a text'));
const site = v.picklist(['a', 'b'], 'give a or b');
const onOrOff = v.picklist(['on', 'off'], 'give on or off');
const count = v.pipe(v.number(), v.integer('give a whole number'), v.minValue(0));

const delay = v.pipe(
  durationText,
  v.check((it) => (parseDuration(it) ?? 0) <= longestDelayMs, 'give a delay of at most 24 days'),
);

/** YAML reads 4.4 as a number. */
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

const known = Object.keys(attributes.replication_session);

/** A session is never in a state that is misspelt, and a wait for it would last until it runs out. */
function valueOf({ enum: name }: AttributeInfo): v.GenericSchema {
  if (name === undefined) return v.unknown();
  const names = Object.keys(literals[name]);
  return v.nullable(v.picklist(names, `give one of ${names.join(', ')}`));
}

const condition = {
  session: text,
  on: site,
  ...Object.fromEntries(
    Object.entries<AttributeInfo>(attributes.replication_session).map(([name, info]) => [
      name,
      v.optional(valueOf(info)),
    ]),
  ),
};

const hasAttribute = <T extends object>() =>
  v.check<T, string>(
    (it) => Object.keys(it).some((name) => known.includes(name)),
    'give an attribute of the session and its value, such as state: OK',
  );

const steps: Readonly<Record<StepKind, v.GenericSchema>> = {
  action: v.strictObject({
    action: v.picklist(actions, `give one of ${actions.join(', ')}`),
    on: site,
    session: text,
    body: v.optional(v.record(v.string(), v.unknown())),
    async: v.optional(v.boolean()),
    expect: v.optional(v.strictObject({ status: v.optional(count), error: v.optional(text) })),
  }),
  note: v.strictObject({ note: text }),
  advance: v.strictObject({ advance: durationText }),
  link: v.strictObject({ link: v.picklist(['cut', 'degrade', 'heal'], 'give cut, degrade or heal') }),
  power: v.strictObject({
    power: v.pipe(
      v.strictObject({ a: v.optional(onOrOff), b: v.optional(onOrOff) }),
      v.check((it) => Object.keys(it).length > 0, 'give an array and its power, such as { a: off }'),
    ),
  }),
  fault: v.strictObject({ fault: faultSchemaWith(delay) }),
  wait: v.strictObject({
    wait: v.pipe(v.strictObject({ ...condition, within: v.optional(durationText) }), hasAttribute()),
  }),
  expect: v.strictObject({ expect: v.pipe(v.strictObject(condition), hasAttribute()) }),
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
      seed: v.optional(v.pipe(v.number(), v.integer('give a whole number'))),
      release: v.optional(release),
      arrays: v.optional(v.strictObject({ a: v.optional(array), b: v.optional(array) })),
      sessions: v.optional(sessionsSchema),
      transitions: v.optional(transitionsSchema),
      fast: v.optional(v.boolean()),
    }),
  ),
  steps: v.pipe(v.array(step), v.minLength(1, 'give at least one step')),
});
