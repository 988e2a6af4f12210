import type { BrokenContract } from './broken-contract.ts';

const sync = '  /replication_session/{id}/sync:\n';

export const assumptions: BrokenContract[] = [
  {
    mistake: 'an assumption that says nothing about a check',
    after: sync,
    find: "assumed/link 'the link'",
    replace: "assumed 'the link'",
    rule: 'powerstore/assumption',
    at: "assumed 'the link'",
    message:
      'This assumption says nothing about a check. Write assumed/ and a key of x-decisions: answer, row, synchronous,',
  },
  {
    mistake: 'an assumption in a section that names no decision',
    file: 'sections/cluster.yaml',
    find: "assumed/answer 'nullability'",
    replace: "assumed/answers 'nullability'",
    rule: 'powerstore/assumption',
    at: "assumed/answers 'nullability'",
    message: 'This assumption names no decision "answers".',
  },
  {
    mistake: 'two assumptions of one fact that are decided in the same way',
    find: "assumed/row 'the states before it', assumed/link 'the link'",
    replace: "assumed/link 'the states before it', assumed/link 'the link'",
    rule: 'powerstore/assumption',
    at: "assumed/link 'the states before it', assumed/link 'the link'",
    message: 'This assumption is decided like another one in this list.',
  },
  {
    mistake: 'a statement about the simulator with an assumed part and no name',
    find: '    - name: metro-growth\n      what: A metro',
    replace: '    - what: A metro',
    rule: 'powerstore/assumption',
    at: '- what: A metro volume that has grown',
    message: 'A statement with an assumed part needs a name: reports name the assumption by it.',
  },
  {
    mistake: 'two statements with assumed parts and one name',
    after: 'what: A storage operator',
    find: 'name: steady-token',
    replace: 'name: same-id',
    rule: 'powerstore/assumption',
    at: 'name: same-id',
    message: 'Another fact with an assumed part has the name simulated/same-id.',
  },
  {
    mistake: 'a decision by no check that does not say why',
    after: 'x-decisions:\n',
    find: "because: 'Only chance would show the opposite.'",
    replace: "how: 'Only chance would show the opposite.'",
    rule: 'powerstore/assumption',
    at: 'chance: { how:',
    message: 'A decision has checks and how, or it says with because why no check can decide.',
  },
];
