import type { BrokenContract } from './broken-contract.ts';

const file = 'operations.yaml';
const rule = 'powerstore/listed-operations';

export const listedOperations: BrokenContract[] = [
  {
    mistake: 'a release in two parts in the list of operations',
    file,
    after: 'alert:\n',
    find: '1.0.0.0:',
    replace: "'1.0':",
    rule,
    at: "'1.0':",
    message: 'A release has four parts, such as 3.0.0.0.',
  },
  {
    mistake: 'a listed operation with a whole path',
    file,
    after: 'anomalies:\n',
    find: 'GET {id}',
    replace: 'GET /anomalies/{id}',
    rule,
    at: 'GET /anomalies/{id}',
    message: '"GET /anomalies/{id}" is not an operation. Write operations as GET, PATCH {id}, POST {id}/snapshot.',
  },
  {
    mistake: 'a method in lower case in the list of operations',
    file,
    after: 'audit_event:\n',
    find: 'GET',
    replace: 'get',
    rule,
    at: '1.0.0.0: get',
    message: '"get" is not an operation.',
  },
  {
    mistake: 'an operation that is listed twice',
    file,
    after: 'bond:\n',
    find: 'GET, GET {id}',
    replace: 'GET, GET',
    rule,
    at: 'GET, GET',
    message: 'GET is here twice.',
  },
  {
    mistake: 'an operation that is listed with another release',
    file,
    after: 'logout:\n',
    find: '1.0.0.0: POST',
    replace: '2.0.0.0: POST',
    rule,
    reportedIn: 'sections/login_session.yaml',
    at: 'post:',
    message: 'operations.yaml has POST /logout since 2.0.0.0, and this is since 1.0.0.0: correct one of them.',
  },
  {
    mistake: 'an operation that is not listed',
    file,
    after: 'job:\n',
    find: 'GET, GET {id}',
    replace: 'GET {id}',
    rule,
    reportedIn: 'sections/job.yaml',
    at: 'get:',
    message: 'operations.yaml lacks GET /job: add it there, with release 1.0.0.0.',
  },
];
