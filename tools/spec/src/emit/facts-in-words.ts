import type { SessionPattern, WriteFacts } from '../contract/document.ts';

/** The facts of a condition on a write, in words. */
export function inWords(facts: WriteFacts): string {
  const { given, changes, changes_only: only, member, empty, session, no_session: none, creates } = facts;
  return [
    ...(given ? [`the body has ${either(given)}`] : []),
    ...(changes ? [`the body changes ${either(changes)}`] : []),
    ...(only ? [`the body changes nothing but ${either(only)}`] : []),
    ...valuesOf(facts.before).map((it) => `${it} before`),
    ...valuesOf(facts.after).map((it) => `${it} after`),
    ...Object.entries(facts.value ?? {}).map(([name, test]) => `\`${name}\` is ${tests[test] ?? test}`),
    ...Object.entries(facts.refers ?? {}).flatMap(([name, values]) =>
      valuesOf(values).map((it) => `\`${name}\` leads to ${it}`),
    ),
    ...(member === undefined ? [] : [member ? 'a member of a group' : 'no member of a group']),
    ...(empty === undefined ? [] : [empty ? 'no members' : 'at least one member']),
    ...(session ? [`a session ${pattern(session)}`.trim()] : []),
    ...(none ? [`no session ${pattern(none)}`.trim()] : []),
    ...(creates ? [`the request creates a session of type ${either(creates)}`] : []),
    ...(facts.supported ? ['both arrays support the new session'] : []),
    ...(facts.link ? ['the other array is within reach'] : []),
  ].join('; ');
}

const tests: Readonly<Record<string, string>> = {
  multiple_of_8192: 'a multiple of 8192',
  larger: 'larger than before',
  unused: 'a name that no other one has',
  known: 'something that exists',
  absent: '`null` or empty',
  present: 'not `null`',
};

const pattern = ({ types, roles, from, synchronized, to_target: toTarget }: SessionPattern): string =>
  [
    ...(types ? [`of type ${either(types)}`] : []),
    ...(roles ? [`as ${either(roles)}`] : []),
    ...(from ? [`in ${either(from)}`] : []),
    ...(synchronized ? ['that has synchronized'] : []),
    ...(toTarget ? ['with the array that the request leads to'] : []),
  ].join(' ');

const valuesOf = (values: Record<string, unknown> = {}): string[] =>
  Object.entries(values).map(([name, value]) => `\`${name}: ${String(value)}\``);

const either = (names: string[]): string => names.map((name) => `\`${name}\``).join(' or ');
